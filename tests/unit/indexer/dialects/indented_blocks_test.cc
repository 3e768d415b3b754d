#include "indexer/dialects/indented_blocks.h"

#include <doctest/doctest.h>

namespace {

std::string read(std::string_view text) {
  indexer::Lines lines = indexer::split_lines(text, 1);
  indexer::mark_kinds(lines);
  indexer::read_indented_blocks(lines);
  return indexer::join_lines(lines);
}

}  // namespace

TEST_CASE("indented blocks: notes, folded blocks and tabs") {
  const struct {
    std::string_view theirs;
    std::string_view ours;
  } cases[] = {
      {"!!! note\n    a\n\n    b\n\nc\n", ":::note\na\n\nb\n:::\n\nc\n"},
      {"!!! warning \"Take *care*\"\n\n    - a\n\n        b\n",
       ":::warning Take *care*\n\n- a\n\n    b\n:::\n"},
      {"!!! note \"\"\n    a\n", ":::note\na\n:::\n"},
      {"!!! tip inline end \"T\"\n\ta\n", ":::tip T\na\n:::\n"},
      {"!!! success\n    a\n", ":::tip Success\na\n:::\n"},
      {"!!! pied-piper\n    a\n", ":::note Pied piper\na\n:::\n"},
      {"!!! note \"[x] y\"\n    a\n", ":::note \\[x] y\na\n:::\n"},
      {"??? note\n    a\n", ":::details Note\na\n:::\n"},
      {"???+ tip \"T\"\n    a\n", ":::details T {open}\na\n:::\n"},
      {"=== \"A\"\n\n    a\n\n=== \"B\"\n    b\n\nc\n",
       ":::tabs\n:::tab A\n\na\n:::\n\n:::tab B\nb\n:::\n:::\n\nc\n"},
      {"=== \"A\"\n    a\n\n===! \"B\"\n    b\n",
       ":::tabs\n:::tab A\na\n:::\n:::\n\n:::tabs\n:::tab B\nb\n:::\n:::\n"},
      {"!!! note\n    === \"A\"\n        ```sh\n        x\n        ```\n\n    !!! tip\n        b\n    c\n",
       ":::note\n:::tabs\n:::tab A\n```sh\nx\n```\n:::\n:::\n\n:::tip\nb\n:::\nc\n:::\n"},
      {"1. a\n\n    !!! note\n        b\n\n2. c\n", "1. a\n\n    :::note\n    b\n    :::\n\n2. c\n"},
      {"- a\n\n    === \"A\"\n\n        b\n\n    === \"B\"\n\n        c\n",
       "- a\n\n    :::tabs\n    :::tab A\n\n    b\n    :::\n\n    :::tab B\n\n    c\n    :::\n    :::\n"},
  };
  for (const auto& [theirs, ours] : cases) {
    CAPTURE(theirs);
    CHECK(read(theirs) == ours);
  }
}

TEST_CASE("indented blocks: what is none stays") {
  for (const std::string_view text :
       {"!!! note\na\n", "!!!\n    a\n", "Title\n===\n", "=== x\n    a\n", "```\n!!! note\n    a\n```\n",
        "    !!! note\n        a\n", "Wow!!! note\n    a\n", "!!!note\n    a\n"}) {
    CAPTURE(text);
    CHECK(read(text) == text);
  }
}
