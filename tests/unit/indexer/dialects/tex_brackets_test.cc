#include "indexer/dialects/tex_brackets.h"

#include <doctest/doctest.h>

namespace {

std::string read(std::string_view text) {
  indexer::Lines lines = indexer::split_lines(text, 1);
  indexer::mark_kinds(lines);
  indexer::RuleFindings unknown("unknown-syntax");
  indexer::read_tex_brackets(lines, unknown);
  return indexer::join_lines(lines);
}

}  // namespace

TEST_CASE("TeX's brackets: formulas are shown as their source") {
  CHECK(read("a \\\\(x\\\\) b \\\\[ y_1 \\\\] c\n") == "a `x` b `y_1` c\n");
  CHECK(read("a \\(\\alpha\\), \\(x^2\\) and \\[ E = m \\]\n") == "a `\\alpha`, `x^2` and `E = m`\n");
  CHECK(read("\\[\nE = mc^2\n\\]\n\n  \\\\[\n  a\n  \\\\]\n") == "$$\nE = mc^2\n$$\n\n  $$\n  a\n  $$\n");
}

TEST_CASE("TeX's brackets: escapes of Markdown stay") {
  for (const std::string_view text : {"\\[a link\\_text\\](b.md) \\(see x\\)\n", "`\\\\(x\\\\)` \\\\\\(a\n",
                                      "\\[\n\na\n\\]\n", "```\n\\[\na\n\\]\n```\n", "\\(a\n"}) {
    CAPTURE(text);
    CHECK(read(text) == text);
  }
}

TEST_CASE("TeX's brackets: hostile text takes no longer than its size") {
  for (const std::string_view piece : {"\\(", "\\\\(", "\\(a", "\\[\n", "\\[\na\n", "\\\\(a\\\\)"}) {
    CAPTURE(piece);
    std::string text;
    while (text.size() < (256U << 10U)) text += piece;
    CHECK(!read(text).empty());
  }
}
