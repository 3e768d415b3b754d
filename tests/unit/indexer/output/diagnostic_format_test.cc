#include "indexer/output/diagnostic_format.h"

#include <doctest/doctest.h>

#include <nlohmann/json.hpp>

using namespace indexer;

namespace {

const std::vector<Diagnostic> kList{{"en/a,b.md", {3, 5}, Level::error, "100% wrong: no", "missing-link"},
                                    {"en/c.md", {1, 1}, Level::warning, "two\nlines", "link-case"}};

}  // namespace

TEST_CASE("format: text is path:line:col: level: message [rule], control characters escaped") {
  CHECK(format_diagnostics(kList, OutputFormat::text, "") ==
        "en/a,b.md:3:5: error: 100% wrong: no [missing-link]\n"
        "en/c.md:1:1: warning: two\\x0alines [link-case]\n");
}

TEST_CASE("format: the content folder stands before every path") {
  const std::vector<Diagnostic> site{{".", {1, 1}, Level::warning, "x", "git-dates"}};
  CHECK(format_diagnostics(site, OutputFormat::text, "./help/") == "help:1:1: warning: x [git-dates]\n");
  CHECK(format_diagnostics(kList, OutputFormat::text, "help").starts_with("help/en/a,b.md:3:5:"));
  CHECK(format_diagnostics(kList, OutputFormat::text, ".").starts_with("en/a,b.md:3:5:"));
}

TEST_CASE("format: github commands are escaped") {
  CHECK(format_diagnostics(kList, OutputFormat::github, "help") ==
        "::error file=help/en/a%2Cb.md,line=3,col=5,title=missing-link::100%25 wrong: no\n"
        "::warning file=help/en/c.md,line=1,col=1,title=link-case::two%0Alines\n");
}

TEST_CASE("format: json counts and lists") {
  const auto document = nlohmann::json::parse(format_diagnostics(kList, OutputFormat::json, "help"));
  CHECK(document["errors"] == 1);
  CHECK(document["warnings"] == 1);
  CHECK(document["findings"][0]["path"] == "en/a,b.md");
  CHECK(document["findings"][0]["line"] == 3);
  CHECK(document["findings"][1]["message"] == "two\nlines");
}

TEST_CASE("format: sarif names rules and places") {
  const auto document = nlohmann::json::parse(format_diagnostics(kList, OutputFormat::sarif, "my help"));
  CHECK(document["version"] == "2.1.0");
  const auto& run = document["runs"][0];
  CHECK(run["tool"]["driver"]["rules"][0]["id"] == "link-case");
  const auto& result = run["results"][0];
  CHECK(result["ruleId"] == "missing-link");
  CHECK(result["level"] == "error");
  const auto& place = result["locations"][0]["physicalLocation"];
  CHECK(place["artifactLocation"]["uri"] == "my%20help/en/a%2Cb.md");
  CHECK(place["region"]["startColumn"] == 5);
}

TEST_CASE("format: a file name that is not UTF-8 does not break json") {
  const std::vector<Diagnostic> list{{"en/\xFF.md", {1, 1}, Level::error, "x", "not-utf8"}};
  CHECK_NOTHROW(nlohmann::json::parse(format_diagnostics(list, OutputFormat::json, "")));
}

TEST_CASE("format: counts are said in words") {
  CHECK(count_text(kList) == "1 error, 1 warning");
  CHECK(count_text({}).empty());
}
