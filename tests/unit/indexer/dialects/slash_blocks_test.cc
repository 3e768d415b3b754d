#include "indexer/dialects/slash_blocks.h"

#include <doctest/doctest.h>

namespace {

std::string read(std::string_view text) {
  indexer::Lines lines = indexer::split_lines(text, 1);
  indexer::mark_kinds(lines);
  indexer::read_slash_blocks(lines);
  return indexer::join_lines(lines);
}

struct Case {
  const char* theirs;
  const char* ours;
};

}  // namespace

TEST_CASE("slash blocks: MkDocs' blocks and Docsify's notes become ours") {
  for (const auto& [theirs, ours] : {
           Case{"/// note | Your *box*\na\n///\nb\n", ":::note Your *box*\na\n:::\nb\n"},
           Case{"/// admonition | T\n    type: warning\n\na\n///\n", ":::warning T\n\na\n:::\n"},
           Case{"/// details | More\n    open: True\na\n///\n", ":::details More\na\n:::\n"},
           Case{"//// note\n/// tip\na\n///\n////\n", ":::note\n:::tip\na\n:::\n:::\n"},
           Case{"/// tab | A\na\n///\n\n/// tab | B\nb\n///\n\nc\n",
                ":::tabs\n:::tab A\na\n:::\n\n:::tab B\nb\n:::\n:::\n\nc\n"},
           Case{"![a](b.png)\n\n/// caption\nThe *lamp*\n///\n", "![a](b.png)\n\nThe *lamp*\n"},
           Case{"?> a tip\nof two lines\n\nb\n", ":::tip\na tip\nof two lines\n:::\n\nb\n"},
           Case{"!> Careful\n", ":::warning\nCareful\n:::\n"},
       }) {
    CAPTURE(theirs);
    CHECK(read(theirs) == ours);
  }
}

TEST_CASE("slash blocks: what is none, or never closed, stays") {
  for (const char* const text :
       {"/// note\nnever closed\n", "///\n", "////// a rule //////\n", "```\n/// note\n///\n```\n",
        "file:///a\n", "why?> no\n", "/// note\na\n////\n"}) {
    CAPTURE(text);
    CHECK(read(text) == text);
  }
}
