#include "indexer/source/tool_paths.h"

#include <doctest/doctest.h>

#include <vector>

using namespace indexer;

namespace {

// "ID" of each, "ID/" of a folder's page.
std::vector<std::string> ids(std::string_view tool, const std::vector<std::string>& paths) {
  ToolIds all(tool);
  for (const std::string& path : paths) all.add("en", path);
  std::vector<std::string> found;
  for (const std::string& path : paths) {
    const ArticleId id = all.id_of("en", path);
    found.push_back(id.id + (id.is_folder ? "/" : ""));
  }
  return found;
}

using List = std::vector<std::string>;

}  // namespace

TEST_CASE("tool paths: numbers that only sort") {
  for (const auto& [name, rest] :
       {std::pair{"01-intro", "intro"}, std::pair{"02. intro", "intro"}, std::pair{"3_intro", "intro"},
        std::pair{"4 - intro", "intro"}, std::pair{"10.home", "home"},
        std::pair{"2026-05-02-news", "2026-05-02-news"}, std::pair{"1.2-news", "1.2-news"},
        std::pair{"3d-models", "3d-models"}, std::pair{"42", "42"}, std::pair{"7 habits", "7 habits"},
        std::pair{"01-", "01-"}, std::pair{"", ""}}) {
    CAPTURE(name);
    CHECK(without_order_number(name) == rest);
    CHECK(order_number(name).has_value() == (std::string_view(name) != rest));
  }
  CHECK(order_number("012-a") == 12);
  CHECK_FALSE(order_number("99999999999999-a"));
}

TEST_CASE("tool paths: addresses are those of the tool") {
  CHECK(ids("Docusaurus", {"01-intro/02-setup.md", "01-intro/index.md", "b.md"}) ==
        List{"intro/setup", "intro/", "b"});
  CHECK(ids("Docusaurus", {"01-a.md", "02-a.md", "03-b.md", "b.md"}) == List{"a", "02-a", "03-b", "b"});
  CHECK(ids("MkDocs", {"01-intro/02-setup.md", "(x)/a.md"}) == List{"01-intro/02-setup", "x/a"});
  CHECK(ids("Fumadocs", {"(shop)/a.mdx", "b/(c)/index.mdx", "(shop)/(d)/(e).mdx"}) == List{"a", "b/", "e"});
  CHECK(ids("Nextra", {"(shop)/a.mdx", "(other)/a.mdx"}) == List{"a", "other/a"});
  CHECK(ids("Grav", {"01.home/default.md", "02.a/docs.md", "02.a/01.b/docs.md", "c.md"}) ==
        List{"home", "a/", "a/b", "c"});
  CHECK(ids("Hugo", {"a/index.md", "b/_index.md"}) == List{"a", "b/"});
}
