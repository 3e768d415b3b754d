#include "indexer/output/finding_format.h"

#include <doctest/doctest.h>

#include <nlohmann/json.hpp>

using namespace indexer;

namespace {

const std::vector<Finding> kList{{"en/a,b.md", {3, 5}, Level::error, "100% wrong: no", "missing-link"},
                                 {"en/c.md", {1, 1}, Level::warning, "two\nlines", "link-case"}};

}  // namespace

TEST_CASE("format: text is path:line:col: level: message [rule], control characters escaped") {
  CHECK(format_findings(kList, OutputFormat::text, "") ==
        "en/a,b.md:3:5: error: 100% wrong: no [missing-link]\n"
        "en/c.md:1:1: warning: two\\x0alines [link-case]\n");
}

TEST_CASE("format: the content folder stands before every path") {
  const std::vector<Finding> site{{".", {1, 1}, Level::warning, "x", "git-dates"}};
  CHECK(format_findings(site, OutputFormat::text, "./help/") == "help:1:1: warning: x [git-dates]\n");
  CHECK(format_findings(kList, OutputFormat::text, "help").starts_with("help/en/a,b.md:3:5:"));
  CHECK(format_findings(kList, OutputFormat::text, ".").starts_with("en/a,b.md:3:5:"));
}

TEST_CASE("format: github commands are escaped") {
  CHECK(format_findings(kList, OutputFormat::github, "help") ==
        "::error file=help/en/a%2Cb.md,line=3,col=5,title=missing-link::100%25 wrong: no\n"
        "::warning file=help/en/c.md,line=1,col=1,title=link-case::two%0Alines\n");
}

TEST_CASE("format: json counts and lists") {
  const auto document = nlohmann::json::parse(format_findings(kList, OutputFormat::json, "help"));
  CHECK(document["errors"] == 1);
  CHECK(document["warnings"] == 1);
  CHECK(document["findings"][0]["path"] == "en/a,b.md");
  CHECK(document["findings"][0]["line"] == 3);
  CHECK(document["findings"][1]["message"] == "two\nlines");
}

TEST_CASE("format: sarif names rules and places") {
  const auto document = nlohmann::json::parse(format_findings(kList, OutputFormat::sarif, "my help"));
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
  const std::vector<Finding> list{{"en/\xFF.md", {1, 1}, Level::error, "x", "not-utf8"}};
  CHECK_NOTHROW(nlohmann::json::parse(format_findings(list, OutputFormat::json, "")));
}

TEST_CASE("format: names, keys and texts draw nothing on a terminal and give no command to a CI service") {
  const std::vector<Finding> list{
      {"::error file=x::y.md", {1, 1}, Level::error, "x", "a-rule"},
      {" ::stop-commands::z", {1, 1}, Level::error, "unknown key '\n::add-mask::x'", "a-rule"},
      {"a\x1b[2J\x07.md", {2, 3}, Level::warning, "##[command]x \u009B2J \u202E", "a-rule"},
      {"##vso[task.setvariable variable=x]y.md", {1, 1}, Level::warning, "\r##[group]", "a-rule"}};
  CHECK(format_findings(list, OutputFormat::text, "") ==
        "\\x3a:error file=x::y.md:1:1: error: x [a-rule]\n"
        " \\x3a:stop-commands::z:1:1: error: unknown key '\\x0a::add-mask::x' [a-rule]\n"
        "a\\x1b[2J\\x07.md:2:3: warning: \\x23#[command]x \\xc2\\x9b2J \\xe2\\x80\\xae [a-rule]\n"
        "\\x23#vso[task.setvariable variable=x]y.md:1:1: warning: \\x0d\\x23#[group] [a-rule]\n");
  CHECK(format_findings(list, OutputFormat::github, "") ==
        "::error file=%3A%3Aerror file=x%3A%3Ay.md,line=1,col=1,title=a-rule::x\n"
        "::error file= %3A%3Astop-commands%3A%3Az,line=1,col=1,title=a-rule::unknown key '%0A::add-mask::x'\n"
        "::warning file=a\\x1b[2J\\x07.md,line=2,col=3,title=a-rule::\\x23#[command]x \\xc2\\x9b2J "
        "\\xe2\\x80\\xae\n"
        "::warning file=\\x23#vso[task.setvariable "
        "variable=x]y.md,line=1,col=1,title=a-rule::%0D\\x23#[group]\n");
  for (const OutputFormat format : {OutputFormat::json, OutputFormat::sarif}) {
    const std::string text = format_findings(list, format, "");
    CHECK(text.find("##") == std::string::npos);
    CHECK(text.find_first_of("\r\x1b\x07") == std::string::npos);
  }
  const auto document = nlohmann::json::parse(format_findings(list, OutputFormat::json, ""));
  CHECK(document["findings"][2]["message"] == "##[command]x \u009B2J \u202E");
}

TEST_CASE("format: with the source, when there is a line to show") {
  const auto line_of = [](const std::string& path, int number) {
    return path == "en/a,b.md" && number == 3 ? std::optional<std::string>("See [it](x)") : std::nullopt;
  };
  CHECK(format_with_source(kList, "help", line_of) ==
        "help/en/a,b.md:3:5: error: 100% wrong: no [missing-link]\n"
        "    3 | See [it](x)\n"
        "      |     ^\n"
        "help/en/c.md:1:1: warning: two\\x0alines [link-case]\n");
}

TEST_CASE("format: counts are said in words") {
  CHECK(count_text(kList) == "1 error, 1 warning");
  CHECK(count_text({}).empty());
}
