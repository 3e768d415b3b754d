#include "indexer/config/learned_config.h"

#include <doctest/doctest.h>

#include "tests/unit/indexer/content_folder.h"

using namespace indexer;
using indexer_test::ContentFolder;

TEST_CASE("learned.yaml: vetoes and accepted searches") {
  ContentFolder folder;
  folder.write("learned.yaml", R"(veto:
  - {query: late, article: orders/track}
accepted:
  - {query: wo ist mein paket, article: orders/track, lang: de}
)");
  const Learned learned = read_learned(folder.path());
  CHECK(learned.findings.empty());
  REQUIRE(learned.veto.size() == 1);
  CHECK(learned.veto[0].query == "late");
  CHECK(learned.veto[0].article == "orders/track");
  CHECK(learned.veto[0].lang.empty());
  CHECK(learned.veto[0].at.line == 2);
  REQUIRE(learned.accepted.size() == 1);
  CHECK(learned.accepted[0].lang == "de");
}

TEST_CASE("learned.yaml: nothing without the file, or in an empty one") {
  ContentFolder folder;
  CHECK(read_learned(folder.path()).veto.empty());
  folder.write("learned.yaml", "");
  CHECK(read_learned(folder.path()).findings.empty());
}

TEST_CASE("learned.yaml: what is wrong is named with its place") {
  ContentFolder folder;
  folder.write("learned.yaml",
               "veto:\n  - {query: a}\n  - {query: a, article: b, lang: English}\n  - text\nacepted: []\n"
               "accepted: all\n");
  CHECK(format_findings(read_learned(folder.path()).findings, OutputFormat::text, "") ==
        "learned.yaml:2:5: error: this needs 'query' and 'article' [config-value]\n"
        "learned.yaml:3:34: error: 'lang' must be a language code such as en or pt-BR, not 'English' "
        "[config-value]\n"
        "learned.yaml:4:5: error: this must be a map of keys and values, not 'text' [config-value]\n"
        "learned.yaml:4:5: error: this needs 'query' and 'article' [config-value]\n"
        "learned.yaml:6:11: error: 'accepted' must be a list, not 'all' [config-value]\n"
        "learned.yaml:5:1: error: unknown key 'acepted'; did you mean 'accepted'? [config-key]\n");
  folder.write("learned.yaml", "- {query: a, article: b}\n");
  CHECK(format_findings(read_learned(folder.path()).findings, OutputFormat::text, "") ==
        "learned.yaml:1:1: error: this must be a map of keys and values, not a list [config-value]\n");
}
