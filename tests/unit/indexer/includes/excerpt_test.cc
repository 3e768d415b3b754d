#include "indexer/includes/excerpt.h"

#include <doctest/doctest.h>

using indexer::cut_excerpt;
using indexer::read_excerpt;

TEST_CASE("excerpt: lines are cut as each tool counts them") {
  const std::string text = "1\n2\n3\n4\n5\n";
  const auto mkdocs = [&](std::string_view part) { return cut_excerpt(text, read_excerpt(part, false)); };
  const auto mdbook = [&](std::string_view part) { return cut_excerpt(text, read_excerpt(part, true)); };
  CHECK(mkdocs("") == text);
  CHECK(mkdocs("4") == "4\n5\n");
  CHECK(mkdocs("2:3") == "2\n3\n");
  CHECK(mkdocs(":2") == "1\n2\n");
  CHECK(mkdocs("1:1,4:") == "1\n4\n5\n");
  CHECK(mdbook("4") == "4\n");
  CHECK(mdbook("4:") == "4\n5\n");
  CHECK(mdbook("1-2, 5") == "1\n2\n5\n");
  CHECK(mdbook("9:12").empty());
}

TEST_CASE("excerpt: a named part stands between the marks of each tool") {
  const auto part = [](std::string_view text) { return cut_excerpt(text, read_excerpt("use", true)); };
  CHECK(part("a\n// ANCHOR: use\nb\n// ANCHOR: in\nc\n// ANCHOR_END: use\nd\n") == "b\nc\n");
  CHECK(part("a\n<!-- #region use -->\nb\n<!-- #endregion use -->\nc\n") == "b\n");
  CHECK(part("a\n# #region use\nb\n# #endregion\nc\n") == "b\n");
  CHECK(part("a\n# --8<-- [start:use]\nb\n# --8<-- [end:use]\nc\n") == "b\n");
  CHECK(part("a\n// <use>\nb\n// </use>\nc\n") == "b\n");
  CHECK(part("// ANCHOR: user\nb\n// ANCHOR_END: user\n").empty());
  CHECK(part("no mark\n").empty());
}

TEST_CASE("excerpt: marks of MkDocs are left out of a whole file") {
  CHECK(cut_excerpt("a\n<!-- --8<-- [start:x] -->\nb\n<!-- --8<-- [end:x] -->\n", {}) == "a\nb\n");
}
