#include "indexer/dialects/definition_lists.h"

#include <doctest/doctest.h>

namespace {

std::string read(std::string_view text) {
  indexer::Lines lines = indexer::split_lines(text, 1);
  indexer::mark_kinds(lines);
  indexer::read_definition_lists(lines);
  return indexer::join_lines(lines);
}

}  // namespace

TEST_CASE("A definition list becomes HTML with Markdown inside") {
  CHECK(read("a\n\nTerm *x*\n: One\n\nb") ==
        "a\n\n<dl>\n<dt>\n\nTerm *x*\n\n</dt>\n<dd>\n\nOne\n\n</dd>\n</dl>\n\nb\n");
  CHECK(read("A\nB\n:   One\nstill one\n\n    more\n    - item\n\n:   Two\n\nC\n\n: Three") ==
        "<dl>\n<dt>\n\nA\n\n</dt>\n<dt>\n\nB\n\n</dt>\n<dd>\n\nOne\nstill one\n\nmore\n- item\n\n</dd>\n"
        "<dd>\n\nTwo\n\n</dd>\n<dt>\n\nC\n\n</dt>\n<dd>\n\nThree\n\n</dd>\n</dl>\n\n");
  CHECK(read("Term\n:   One\n\n    ```\n    code\n\n    more\n    ```\n") ==
        "<dl>\n<dt>\n\nTerm\n\n</dt>\n<dd>\n\nOne\n\n```\ncode\n\nmore\n```\n\n</dd>\n</dl>\n\n");
}

TEST_CASE("Lines with a colon that define nothing stay") {
  for (const char* text :
       {"a\n:b\n", ":::note\n: x\n", "| a |\n|---|\n: Caption\n", "# T\n: x\n", "- a\n: x\n", ": x\n",
        "```\na\n: b\n```\n", "a\n:::\n", "a\n:smile: b\n", "> a\n: x\n", "a\n\n\n: x\n"}) {
    CHECK(read(text) == text);
  }
}
