#include "indexer/dialects/hidden_blocks.h"

#include <doctest/doctest.h>

namespace {

std::string read(const std::string& text) {
  indexer::Lines lines = indexer::split_lines(text, 1);
  indexer::mark_kinds(lines);
  indexer::RuleFindings unclosed("unknown-syntax");
  indexer::remove_hidden_blocks(lines, unclosed);
  return indexer::join_lines(lines);
}

}  // namespace

TEST_CASE("hidden blocks: what is not for web pages is taken out") {
  for (const std::string block :
       {"{.content-hidden}", "{.content-hidden when-format=\"html\"}",
        "{.content-hidden unless-format=\"pdf\"}", "{.content-visible when-format=\"pdf\"}",
        "{.content-visible unless-format='html'}", "{.content-visible when-profile=\"staff\"}",
        "{.content-hidden when-meta=\"a\"}", "{.hidden}", "hidden", "{#id .hidden .c}"}) {
    CAPTURE(block);
    CHECK(read("a\n\n::: " + block + "\nb\n\n::::: {.c}\nc\n:::::\n\n```\n:::\n```\n:::\n\nd\n") ==
          "a\n\n\nd\n");
    CHECK(read("a\n::: " + block + "\nb\n") == "a\n");
  }
}

TEST_CASE("hidden blocks: what is for web pages stays") {
  for (const std::string block :
       {"{.content-visible}", "{.content-visible when-format=\"html\"}",
        "{.content-visible unless-format=\"pdf\"}", "{.content-hidden when-format=\"pdf\"}",
        "{.content-hidden unless-format=\"html:js\"}", "{.c}", "note hidden"}) {
    CAPTURE(block);
    const std::string text = "::: " + block + "\nb\n:::\n";
    CHECK(read(text) == text);
  }
  const std::string code = "```\n::: {.hidden}\n```\n";
  CHECK(read(code) == code);
}
