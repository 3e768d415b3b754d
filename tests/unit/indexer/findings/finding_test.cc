#include "indexer/findings/finding.h"

#include <doctest/doctest.h>

using namespace indexer;

TEST_CASE("rules: each has a name, an explanation, and is found by its name") {
  for (const Rule& rule : all_rules()) {
    CAPTURE(rule.name);
    CHECK(find_rule(rule.name) == &rule);
    CHECK(rule.explanation.size() > 40);
    CHECK(rule.explanation.ends_with('.'));
    CHECK(rule.lenient <= rule.strict);
  }
  CHECK(find_rule("no-such-rule") == nullptr);
}

TEST_CASE("rule set: site.yaml makes lenient rules strict, and its own levels win") {
  CHECK(RuleSet(false).level("missing-link") == Level::warning);
  CHECK(RuleSet(true).level("missing-link") == Level::error);
  RuleSet rules(true);
  rules.set("missing-link", Level::off);
  CHECK(rules.level("missing-link") == Level::off);
}

TEST_CASE("findings: what is switched off is not recorded") {
  RuleSet rules(true);
  rules.set("missing-link", Level::off);
  FileFindings findings(rules, "en/a.md");
  findings.report("missing-link", {1, 1}, "nothing");
  CHECK(findings.list().empty());
  CHECK_FALSE(findings.has_errors());
  findings.report("missing-image", {2, 3}, "there is no image x.png");
  CHECK(findings.has_errors());
}

TEST_CASE("findings: one finding stands for all behind the first thousand, an error if one of them is") {
  RuleSet rules(true);
  rules.set("missing-link", Level::warning);
  FileFindings findings(rules, "en/a.md");
  for (int line = 1; line <= 5000; ++line) findings.report("missing-link", {line, 1}, "x");
  REQUIRE(findings.list().size() == kMostFindings + 1);
  CHECK(findings.list()[999].at.line == 1000);
  CHECK(findings.list().back().at.line == 1001);
  CHECK(findings.list().back().message ==
        "more is wrong with this file than is listed; mend the other findings first");
  CHECK_FALSE(findings.has_errors());
  findings.report("missing-image", {6000, 1}, "x");
  CHECK(findings.list().size() == kMostFindings + 1);
  CHECK(findings.has_errors());
}

TEST_CASE("findings: sorted by path, line, column and rule") {
  std::vector<Finding> list{{"b.md", {1, 1}, Level::error, "", "a"},
                            {"a.md", {2, 1}, Level::error, "", "a"},
                            {"a.md", {1, 9}, Level::error, "", "a"},
                            {"a.md", {1, 2}, Level::error, "", "b"},
                            {"a.md", {1, 2}, Level::error, "", "a"}};
  sort(list);
  CHECK(list[0].rule == "a");
  CHECK(list[1].rule == "b");
  CHECK(list[2].at.column == 9);
  CHECK(list[3].at.line == 2);
  CHECK(list[4].path == "b.md");
}
