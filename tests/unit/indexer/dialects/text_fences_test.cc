#include "indexer/dialects/text_fences.h"

#include <doctest/doctest.h>

namespace {

std::string opened(std::string_view text) {
  indexer::Lines lines = indexer::split_lines(text, 1);
  indexer::open_text_fences(lines);
  return indexer::join_lines(lines);
}

}  // namespace

TEST_CASE("text fences: what stands in Docusaurus' fence is read") {
  CHECK(opened("a\n```mdx-code-block\n<Note>\n```\n\nb\n\n```mdx-code-block\n</Note>\n```\n") ==
        "a\n<Note>\n\nb\n\n</Note>\n");
  CHECK(opened("````mdx-code-block\n```js\nx\n```\n````\n") == "```js\nx\n```\n");
  CHECK(opened("```mdx\nmdx-code-block\n```\n") == "```mdx\nmdx-code-block\n```\n");
}

TEST_CASE("text fences: admonitions of mdBook") {
  const struct {
    std::string_view info;
    std::string_view ours;
  } cases[] = {
      {"admonish", ":::note"},
      {"admonish warning", ":::warning"},
      {"admonish warning \"Title **b**\"", ":::warning Title **b**"},
      {"admonish bug", ":::danger Bug"},
      {"admonish \"Only\"", ":::note Only"},
      {"admonish my-kind", ":::note My kind"},
      {"admonish tip.my-class title='One two', collapsible=true", ":::details One two"},
      {"admonish example title=\"\"", ":::note"},
      {"admonish title=\"[x]\"", ":::note \\[x]"},
  };
  for (const auto& [info, ours] : cases) {
    CAPTURE(info);
    CHECK(opened("a\n\n```" + std::string(info) + "\nb\n```\nc\n") ==
          "a\n\n" + std::string(ours) + "\nb\n:::\nc\n");
  }
  CHECK(opened("- ~~~~admonish tip\n  ~~~sh\n  x\n  ~~~\n  ~~~~\n") ==
        "- :::tip\n  ~~~sh\n  x\n  ~~~\n  :::\n");
  CHECK(opened("````md\n```admonish\na\n```\n````\n") == "````md\n```admonish\na\n```\n````\n");
  CHECK(opened("```admonished\na\n```\n") == "```admonished\na\n```\n");
}
