#include "indexer/markdown/heading_id.h"

#include <doctest/doctest.h>

using indexer::heading_slug;
using indexer::HeadingIds;
using indexer::split_custom_id;

TEST_CASE("heading id: the slug is the one GitHub makes") {
  const struct {
    std::string_view heading;
    std::string_view slug;
  } cases[] = {
      {"Setup", "setup"},
      {"What's new?", "whats-new"},
      {"A  B", "a--b"},
      {"C++ / C#", "c--c"},
      {"under_score - dash", "under_score---dash"},
      {"Über die Straße", "über-die-straße"},
      {"ÉCOLE", "école"},
      {"中文 标题", "中文-标题"},
      {"Привет, мир!", "привет-мир"},
      {"e\u0301te\u0301", "e\u0301te\u0301"},
      {"1.2.3 release", "123-release"},
      {"🚀 Launch", "-launch"},
      {"½ price", "-price"},
      {"  trimmed  ", "trimmed"},
      {"two\nlines", "twolines"},
      {"???", ""},
      {"", ""},
  };
  for (const auto& [heading, slug] : cases) {
    CAPTURE(heading);
    CHECK(heading_slug(heading) == slug);
  }
}

TEST_CASE("heading id: a repeated heading gets a number") {
  HeadingIds ids;
  CHECK(ids.make("Setup") == "setup");
  CHECK(ids.make("Setup") == "setup-1");
  CHECK(ids.make("Setup") == "setup-2");
  SUBCASE("which another heading may have taken") {
    CHECK(ids.make("Other 1") == "other-1");
    CHECK(ids.make("Other") == "other");
    CHECK(ids.make("Other") == "other-2");
  }
}

TEST_CASE("heading id: an id chosen by the writer is not given to another heading") {
  HeadingIds ids;
  CHECK(ids.reserve("setup"));
  CHECK_FALSE(ids.reserve("setup"));
  CHECK(ids.make("Setup") == "setup-1");
}

TEST_CASE("heading id: a heading without letters is a section") {
  HeadingIds ids;
  CHECK(ids.make("???") == "section");
  CHECK(ids.make("!") == "section-1");
}

TEST_CASE("heading id: {#custom-id} is split off the end") {
  const struct {
    std::string_view heading;
    std::string_view text;
    std::string_view id;  // "" when there is none
  } cases[] = {
      {"Setup {#first-steps}", "Setup", "first-steps"},
      {"Setup{#a}  ", "Setup", "a"},
      {"{#only}", "", "only"},
      {"Ünicode {#über.1_2:3}", "Ünicode", "über.1_2:3"},
      {"No id {#}", "", ""},
      {"Not at the {#end} of it", "", ""},
      {"Space {#a b}", "", ""},
      {"Quote {#\"><script>}", "", ""},
      {"Template {{#each}}", "", ""},
  };
  for (const auto& [heading, text, id] : cases) {
    CAPTURE(heading);
    const auto found = split_custom_id(heading);
    CHECK(found.has_value() == !id.empty());
    if (!found) continue;
    CHECK(found->text == text);
    CHECK(found->id == id);
  }
}
