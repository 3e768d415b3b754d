#include "indexer/findings/finding_list.h"

#include <doctest/doctest.h>

#include "indexer/output/finding_format.h"

using namespace indexer;

TEST_CASE("finding list: what is reported is added with its level, nothing when the rule is off") {
  RuleSet rules(true);
  rules.set("missing-image", Level::off);
  std::vector<Finding> list;
  report(list, rules, "a.md", "missing-link", {2, 3}, "one");
  report(list, rules, "a.md", "missing-image", {4, 5}, "two");
  append(list, {{"b.md", {1, 1}, Level::warning, "three", "link-case"}});
  CHECK(format_findings(list, OutputFormat::text, "") ==
        "a.md:2:3: error: one [missing-link]\n"
        "b.md:1:1: warning: three [link-case]\n");
}
