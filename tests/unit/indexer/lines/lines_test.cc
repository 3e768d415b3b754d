#include "indexer/lines/lines.h"

#include <doctest/doctest.h>

namespace {

// One letter a line: t(ext), c(ode), m for comment.
std::string kinds(std::string_view text) {
  indexer::Lines lines = indexer::split_lines(text, 1);
  indexer::mark_kinds(lines);
  std::string out;
  for (const indexer::Line& line : lines) {
    out += line.kind == indexer::LineKind::text ? 't' : line.kind == indexer::LineKind::code ? 'c' : 'm';
  }
  return out;
}

}  // namespace

TEST_CASE("Lines end with any line break and know their number") {
  const indexer::Lines lines = indexer::split_lines("a\r\nb\rc\n\nd", 7);
  REQUIRE(lines.size() == 5);
  CHECK(lines[1].text == "b");
  CHECK(lines[3].text.empty());
  CHECK(lines[4].number == 11);
  CHECK(indexer::join_lines(lines) == "a\nb\nc\n\nd\n");
}

TEST_CASE("Code and comments are told from text") {
  CHECK(kinds("a\n```js\n{% x %}\n```\nb") == "tccct");
  CHECK(kinds("> ~~~~\n> ~~~\n> ~~~~\nb") == "ccct");
  CHECK(kinds("- a\n  ```\n  x\n  ```\n- b") == "tccct");
  CHECK(kinds("``` not a `fence`\nb") == "tt");
  CHECK(kinds("a\n    still text\n\n    code\n    code\nb") == "tttcct");
  CHECK(kinds("- item\n\n    its text\n\n    more\n\nb") == "ttttttt");
  CHECK(kinds("<pre>\n{% x %}\n</pre>\nb") == "ccct");
  CHECK(kinds("<prefix>\nb") == "tt");
  CHECK(kinds("<!--\na\n\n:::note\n-->\nb") == "mmmmmt");
  CHECK(kinds("a <!-- b\nc --> d\ne") == "tmt");
  CHECK(kinds("a <!-- b\n\nc") == "tmt");
  CHECK(kinds("`<!--` is a comment\nb") == "tt");
  CHECK(kinds("<!-- one line -->\nb") == "tt");
}
