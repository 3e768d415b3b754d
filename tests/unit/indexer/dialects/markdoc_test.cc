#include "indexer/dialects/markdoc.h"

#include <doctest/doctest.h>

namespace {

std::string read(std::string_view text) {
  indexer::DialectContext context;
  context.value = [](std::string_view name) {
    return name == "page.title" ? std::optional<std::string>("My_title") : std::nullopt;
  };
  indexer::Lines lines = indexer::split_lines(text, 1);
  indexer::mark_kinds(lines);
  indexer::RuleFindings unknown("unknown-syntax");
  indexer::read_markdoc(lines, context, unknown);
  return indexer::join_lines(lines);
}

}  // namespace

TEST_CASE("Markdoc: annotations and variables") {
  CHECK(read("## T {% #my-id .c %}\n") == "## T {#my-id}\n");
  CHECK(read("a {% .lead %}\n\n{% .striped #x %}\n") == "a \n\n\n");
  CHECK(read("![a](b.png){% width=300 %} **c**{% .red %}\n") == "![a](b.png){width=300} **c**\n");
  CHECK(read("{% $markdoc.frontmatter.title %} and {% $user.name %}.\n") == "My_title and .\n");
  CHECK(read("`{% .a %}` {% note %} {% if $x %} {% assign x=1 %} {% .5 %}\n") ==
        "`{% .a %}` {% note %} {% if $x %} {% assign x=1 %} {% .5 %}\n");
}

TEST_CASE("Markdoc: tables of lists") {
  CHECK(
      read("a\n{% table %}\n\n* F\n* S {% align=\"right\" %}\n---\n* **b**\n* c\n\n  d\n{% /table %}\ne\n") ==
      "a\n\n<table>\n\n<tr>\n\n<th>\n\nF\n\n</th>\n\n<th>\n\nS "
      "\n\n</th>\n\n</tr>\n\n<tr>\n\n<td>\n\n**b**\n\n</td>\n\n"
      "<td>\n\nc\n\nd\n\n</td>\n\n</tr>\n\n</table>\n\ne\n");
  CHECK(read("{% table %}\n---\n- a\n- ```js\n  x\n  ```\n{% /table %}\n") ==
        "<table>\n\n<tr>\n\n<td>\n\na\n\n</td>\n\n<td>\n\n```js\nx\n```\n\n</td>\n\n</tr>\n\n</table>\n");
  for (const std::string_view text :
       {"{% table %}\n| a |\n|---|\n{% /table %}\n", "{% table %}\n* a\n", "{% table %}\n"}) {
    CAPTURE(text);
    CHECK(read(text) == text);
  }
}

TEST_CASE("Markdoc: hostile text takes no longer than its size") {
  for (const std::string_view piece :
       {"{% .a", "{% $a ", "{% table %}\n* a\n", "{% table %}\n---\n", "{% a=", "{% #a %}"}) {
    CAPTURE(piece);
    std::string text;
    while (text.size() < (256U << 10U)) text += piece;
    CHECK(!read(text).empty());
  }
}
