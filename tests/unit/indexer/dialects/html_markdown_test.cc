#include "indexer/dialects/html_markdown.h"

#include <doctest/doctest.h>

#include <string>

namespace {

std::string read(std::string_view text) {
  indexer::Lines lines = indexer::split_lines(text, 1);
  indexer::mark_kinds(lines);
  indexer::read_html_markdown(lines);
  return indexer::join_lines(lines);
}

}  // namespace

TEST_CASE("Markdown in HTML is read where a tag asks for it") {
  CHECK(read("<div class=\"grid cards\" markdown>\n\n-   __A__\n\n    ---\n\n    b\n\n</div>\nc") ==
        "<div class=\"grid cards\">\n\n-   __A__\n\n    ---\n\n    b\n\n</div>\n\nc\n");
  CHECK(read("a\n<figure markdown=\"span\">\n  ![x](a.png)\n  <figcaption>C</figcaption>\n</figure>") ==
        "a\n\n<figure>\n\n![x](a.png)\n<figcaption>C</figcaption>\n\n</figure>\n\n");
  CHECK(read("<div markdown='1' class=x>\n**b**\n</div>") == "<div class=x>\n\n**b**\n\n</div>\n\n");
}

TEST_CASE("Markdown in HTML within HTML, deeper each time") {
  CHECK(read("<div markdown>\n    <div markdown=1>\n        **b**\n    </div>\n    c\n</div>\nd") ==
        "<div>\n\n<div>\n\n**b**\n\n</div>\n\nc\n\n</div>\n\nd\n");
  CHECK(read("<div markdown>\n<div>\na\n</div>\n**b**\n</div>") ==
        "<div>\n\n<div>\na\n</div>\n**b**\n\n</div>\n\n");
  CHECK(read("- a\n\n    <div markdown>\n      **b**\n    </div>\n") ==
        "- a\n\n    <div>\n\n    **b**\n\n    </div>\n\n");
}

TEST_CASE("Markdown in HTML: what asks for nothing stays") {
  for (const char* text :
       {"<div>\n  **b**\n</div>\n", "<div markdown=\"0\">\nb\n</div>\n", "a <b markdown> c\n",
        "<div markdown>b</div>\n", "```\n<div markdown>\n```\n", "<p class=markdown >\n"}) {
    CHECK(read(text) == text);
  }
  CHECK(read("<div markdown>\nnever closed") == "<div>\n\nnever closed\n");
}

TEST_CASE("HTML with Markdown: Notion's callouts become notes") {
  indexer::Lines lines = indexer::split_lines("<aside>\na **b**\n\n</aside>\n", 1);
  indexer::mark_kinds(lines);
  indexer::read_html_markdown(lines);
  CHECK(indexer::join_lines(lines) == ":::note\na **b**\n\n:::\n");
}
