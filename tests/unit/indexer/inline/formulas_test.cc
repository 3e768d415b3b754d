#include "indexer/inline/formulas.h"

#include <doctest/doctest.h>

namespace {

std::string read(std::string_view text, std::size_t* findings = nullptr) {
  const indexer::RuleSet rules(false);
  indexer::Lines lines = indexer::split_lines(text, 1);
  indexer::mark_kinds(lines);
  indexer::RuleFindings unknown("unknown-syntax");
  indexer::read_formulas(lines, unknown);
  indexer::FileFindings found(rules, "a.md");
  unknown.report(found);
  if (findings != nullptr) *findings = found.list().size();
  return indexer::join_lines(lines);
}

}  // namespace

TEST_CASE("formulas: they are shown as their source, and named") {
  std::size_t findings = 0;
  CHECK(read("The energy is $E = mc^2$, with $m$ and $x_1$.", &findings) ==
        "The energy is `E = mc^2`, with `m` and `x_1`.\n");
  CHECK(findings == 1);
  CHECK(read("($\\alpha$)") == "(`\\alpha`)\n");
}

TEST_CASE("formulas: money, variables, code and addresses are none") {
  for (const char* const text :
       {"It costs $5 or $6.\n", "US$5_a and US$6_b\n", "$HOME/my_bin:$PATH\n", "from $10 to $20 = cheap\n",
        "`$x_1$`\n", "\\$x_1$ a\n", "$ x_1 $\n", "$$x_1$$\n", "[a](https://shop.example/?a=$b_c$)\n"}) {
    CAPTURE(text);
    CHECK(read(text) == text);
  }
}
