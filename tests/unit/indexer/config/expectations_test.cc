#include "indexer/config/expectations.h"

#include <doctest/doctest.h>

#include "tests/unit/indexer/content_folder.h"

using namespace indexer;
using indexer_test::ContentFolder;

TEST_CASE("expectations: every kind") {
  ContentFolder folder;
  folder.write("expectations.yaml", R"(- {query: refund, lang: de, article: a/b#c, top: 3}
- {query: pizza, nothing: true}
- {query: E1042, must_not_show: [errors/e1043]}
)");
  const Expectations got = read_expectations(folder.path());
  CHECK(got.findings.empty());
  REQUIRE(got.list.size() == 3);
  CHECK(got.list[0].article == "a/b");
  CHECK(got.list[0].anchor == "c");
  CHECK(got.list[0].lang == "de");
  CHECK(got.list[0].top == 3);
  CHECK(got.list[1].nothing);
  CHECK(got.list[2].must_not_show == std::vector<std::string>{"errors/e1043"});
  CHECK(got.list[2].at.line == 3);
}

TEST_CASE("expectations: none without the file") {
  const ContentFolder folder;
  CHECK(read_expectations(folder.path()).list.empty());
}

TEST_CASE("expectations: what is wrong is named with its place") {
  ContentFolder folder;
  folder.write("expectations.yaml",
               "- {article: a}\n- {query: x}\n- {query: x, article: a, nothing: true}\n- {qury: x}\n");
  CHECK(format_findings(read_expectations(folder.path()).findings, OutputFormat::text, "") ==
        "expectations.yaml:1:3: error: an expectation needs a query [config-value]\n"
        "expectations.yaml:2:3: error: an expectation needs one of article, nothing: true, must_not_show "
        "[config-value]\n"
        "expectations.yaml:3:3: error: an expectation needs one of article, nothing: true, must_not_show "
        "[config-value]\n"
        "expectations.yaml:4:4: error: unknown key 'qury'; did you mean 'query'? [config-key]\n"
        "expectations.yaml:4:3: error: an expectation needs a query [config-value]\n"
        "expectations.yaml:4:3: error: an expectation needs one of article, nothing: true, must_not_show "
        "[config-value]\n");
  folder.write("expectations.yaml", "query: x\n");
  CHECK(format_findings(read_expectations(folder.path()).findings, OutputFormat::text, "") ==
        "expectations.yaml:1:1: error: this must be a list of {query: ..., article: ...} [config-value]\n");
}
