#include "indexer/dialects/references.h"

#include <doctest/doctest.h>

using namespace indexer;

namespace {

std::string bracketed(std::string_view text) {
  Lines lines = split_lines(text, 1);
  mark_kinds(lines);
  bracket_targets(lines);
  return join_lines(lines);
}

std::vector<std::string> undefined(std::string_view text) {
  Lines lines = split_lines(text, 1);
  mark_kinds(lines);
  RuleFindings found("undefined-reference");
  find_undefined_references(lines, found);
  const RuleSet rules(false);
  FileFindings findings(rules, "a.md");
  found.report(findings);
  std::vector<std::string> out;
  for (const Finding& one : findings.list()) out.push_back(std::to_string(one.at.line) + " " + one.message);
  return out;
}

}  // namespace

TEST_CASE("references: notes within a line become footnotes") {
  const auto noted = [](std::string_view text) {
    Lines lines = split_lines(text, 1);
    mark_kinds(lines);
    read_inline_notes(lines);
    return join_lines(lines);
  };
  CHECK(noted("a^[A *note* with [a link](b.md).] b^[And more]\n") ==
        "a[^inline-note-1] b[^inline-note-2]\n\n[^inline-note-1]: A *note* with [a link](b.md).\n\n"
        "[^inline-note-2]: And more\n");
  for (const std::string_view text : {"a ^[b c]\n", "a^[a-z]\n", "`a^[b c]`\n", "a^[b c\n", "a[^b] c\n"}) {
    CAPTURE(text);
    CHECK(noted(text) == text);
  }
}

TEST_CASE("A target with blanks becomes one") {
  CHECK(bracketed("[x](My Page.md) ![y](a b.png \"T\") [z](My Page.md#top)") ==
        "[x](<My Page.md>) ![y](<a b.png> \"T\") [z](<My Page.md#top>)\n");
  for (const char* text :
       {"[x](page.md)\n", "[x](page.md \"My title\")\n", "[x](<a b.md>)\n", "[x](see the note)\n",
        "`[x](My Page.md)`\n", "[x](a (b c).md)\n", "[x](wait. what)\n"}) {
    CHECK(bracketed(text) == text);
  }
}

TEST_CASE("References without a definition are named") {
  CHECK(undefined("[a][b] and [c][]\n\n[B]: x.md\n").empty());
  CHECK(undefined("a[^1]\n\n[^1]: note\n").empty());
  CHECK(undefined("`[a][b]` x[0][1]\n```\n[^1]\n```\n").empty());
  CHECK(undefined("x\n[a][nope] b[^two]\n") ==
        std::vector<std::string>{"2 `[^two]` is defined nowhere in the text, write `[^two]: the footnote`",
                                 "2 `[nope]` is defined nowhere in the text, write `[nope]: address`"});
}
