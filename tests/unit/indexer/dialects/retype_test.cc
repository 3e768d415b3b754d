#include "indexer/dialects/retype.h"

#include <doctest/doctest.h>

namespace {

std::string read(std::string_view text) {
  indexer::Lines lines = indexer::split_lines(text, 1);
  indexer::mark_kinds(lines);
  indexer::read_retype(lines);
  return indexer::join_lines(lines);
}

}  // namespace

TEST_CASE("Retype: tabs, panels, alerts and columns") {
  const struct {
    std::string_view theirs;
    std::string_view ours;
  } cases[] = {
      {"+++ One\na\n+++ Two\nb\n+++\nc\n", ":::tabs\n:::tab One\na\n:::\n:::tab Two\nb\n:::\n:::\nc\n"},
      {"+++See **more**\na\n+++\n\n+++[x]\nb\n+++\n",
       ":::details See **more**\na\n:::\n\n:::details \\[x]\nb\n:::\n"},
      {"==- One\na\n==- Two\nb\n===\nc\n", ":::details One\na\n:::\n:::details Two\nb\n:::\nc\n"},
      {"=== One\na\n===\n", ":::details One {open}\na\n:::\n"},
      {"!!!\na\n!!!\n", ":::note\na\n:::\n"},
      {"!!!warning My title\na\n\nb\n!!!\n", ":::warning My title\na\n\nb\n:::\n"},
      {"!!! Title here\na\n!!!\n", ":::note Title here\na\n:::\n"},
      {"!!! To [b](b.md)\na\n!!!\n", ":::note\n\nTo [b](b.md)\n\na\n:::\n"},
      {"!!!ghost\na\n!!!\n!!!success\nb\n!!!\n", ":::note\na\n:::\n:::tip Success\nb\n:::\n"},
      {"||| One\na\n||| Two\nb\n|||\nc\n", "**One**\n\na\n\n**Two**\n\nb\n\nc\n"},
      {"- +++ One\n  a\n  +++\n", "- :::details One\n  a\n  :::\n"},
  };
  for (const auto& [theirs, ours] : cases) {
    CAPTURE(theirs);
    CHECK(read(theirs) == ours);
  }
}

TEST_CASE("Retype: markers within a line") {
  CHECK(read("[!badge New] [!badge variant=\"x\" text=\"Hot\"] [!badge]a `[!badge b]`\n") ==
        "New Hot a `[!badge b]`\n");
  CHECK(read("[!button Go](a.md) [!ref text=\"To\" target=\"blank\"](b.md) [!ref](c.md) [!file](d.pdf)\n") ==
        "[Go](a.md) [To](b.md) [c.md](c.md) [d.pdf](d.pdf)\n");
  CHECK(read("[!badges] [!ref] [!BADGE New]{type=x}\n") == "[!badges] [!ref] [!BADGE New]{type=x}\n");
}

TEST_CASE("Retype: what others write stays") {
  for (const std::string_view text :
       {"!!! note \"T\"\n    a\n", "=== \"Tab\"\n    a\n\n=== \"B\"\n    b\n", "Title\n===\n\na\n",
        "+++ a\nb\n", "a\n+++\nb\n", "==marked==\n===\n", "|||\n", "||| a | b\n", "```\n+++ a\n+++\n```\n",
        "!!! note\n    a\n\n!!! tip\n    b\n", "Title\n======\n", "+++++\n"}) {
    CAPTURE(text);
    CHECK(read(text) == text);
  }
}

TEST_CASE("Retype: hostile text takes no longer than its size") {
  for (const std::string_view piece :
       {"+++ a\n", "+++\n", "!!!\n", "!!!a\n", "==- a\n", "===\n", "||| a\n", "[!badge ", "[!ref]("}) {
    CAPTURE(piece);
    std::string text;
    while (text.size() < (256U << 10U)) text += piece;
    CHECK(!read(text).empty());
  }
}
