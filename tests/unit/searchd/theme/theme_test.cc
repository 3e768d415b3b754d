#include "searchd/theme/theme.h"

#include <doctest/doctest.h>

#include "searchd/visit/edition.h"
#include "tests/unit/kb/fixture.h"

using namespace searchd;

namespace {

struct ThemeFixture {
  kb::TempFolder folder;

  ThemeFixture() {
    for (const std::string_view name : kTemplates) folder.write(std::string(name) + ".mustache", "{{t.a}}");
    folder.write("theme.css.mustache", "{{accent}} {{accent_ink}} {{accent_dark}}");
    std::filesystem::create_directories(folder / "partials");
    folder.write("assets/site.css", std::string(2000, 'x'));
    folder.write("strings/en.yaml", "a: A\n");
    folder.write("strings/de.yaml", "a: Ä\n");
  }
  std::string error() const {
    return kb::error_of([&] { Theme::load(folder.path()); });
  }
};

}  // namespace

TEST_CASE_FIXTURE(ThemeFixture, "theme: renders with the language's words, else English") {
  const auto theme = Theme::load(folder.path());
  CHECK(theme->render("home", "de", {}) == "Ä");
  CHECK(theme->render("home", "fr", {}) == "A");
  CHECK(theme->strings("fr").lang() == "en");
}

TEST_CASE_FIXTURE(ThemeFixture, "theme: a region takes the words of its script or language") {
  folder.write("strings/zh-Hans.yaml", "a: Z\n");
  folder.write("strings/pt.yaml", "a: P\n");
  const auto theme = Theme::load(folder.path());
  CHECK(theme->strings("zh-CN").lang() == "zh-Hans");
  CHECK(theme->strings("zh-TW").lang() == "en");
  CHECK(theme->strings("pt-BR").lang() == "pt");
  CHECK(theme->strings("de-AT").lang() == "de");
}

TEST_CASE_FIXTURE(ThemeFixture, "theme: a language is named as its texts say, else as ICU does") {
  folder.write("strings/en.yaml", "language_name: A\n");
  folder.write("strings/de.yaml", "language_name: B\n");
  const auto theme = Theme::load(folder.path());
  CHECK(theme->own_name("de") == "B");
  CHECK(theme->own_name("de-AT") == "Deutsch (\u00d6sterreich)");
  CHECK(theme->own_name("it") == "Italiano");
}

TEST_CASE_FIXTURE(ThemeFixture, "theme: what is missing is named") {
  SUBCASE("a translation") {
    folder.write("strings/en.yaml", "a: A\nb: B\n");
    CHECK(error() ==
          (folder / "strings/de.yaml").string() + ": the key b is missing; en.yaml has it\ntranslate it");
  }
  SUBCASE("a page") {
    std::filesystem::remove(folder / "error.mustache");
    CHECK(error() == folder.path().string() +
                         ": the template error is missing\nadd it, or name another folder with --templates");
  }
  SUBCASE("all strings") {
    std::filesystem::remove_all(folder / "strings");
    std::filesystem::create_directory(folder / "strings");
    CHECK(error() == "no strings in " + (folder / "strings").string() + "\nadd en.yaml");
  }
  SUBCASE("the folder") {
    CHECK(kb::error_of([&] {
            Theme::load(folder / "none");
          }).starts_with("cannot read " + (folder / "none/strings").string()));
  }
}

TEST_CASE_FIXTURE(ThemeFixture,
                  "theme: a reload that fails changes nothing, one that works changes the hash") {
  ThemeStore store(folder.path());
  const std::string hash = store.current()->hash();
  folder.write("home.mustache", "{{#open}}");
  CHECK_THROWS_AS(store.reload(), kb::Error);
  CHECK(store.current()->hash() == hash);
  folder.write("home.mustache", "changed");
  store.reload();
  CHECK(store.current()->render("home", "en", {}) == "changed");
  CHECK(store.current()->hash() != hash);
}

TEST_CASE_FIXTURE(ThemeFixture, "edition: without an index it still has a theme, and its own tag") {
  const Edition edition(nullptr, Theme::load(folder.path()), "http://127.0.0.1:8080", {});
  CHECK(edition.generation() == "");
  CHECK(edition.base() == "");
  CHECK(edition.absolute("/en/") == "http://127.0.0.1:8080/en/");
  CHECK(edition.tag().size() == 20);
  const std::string css = edition.asset_link("site.css");
  REQUIRE(css.starts_with("/assets/site."));
  CHECK(*edition.asset(css.substr(8))->identity == std::string(2000, 'x') + "#0f766e #ffffff #358c85");
  CHECK(edition.asset_link("none.css") == "");
}

TEST_CASE_FIXTURE(ThemeFixture, "edition: the same name with other content has another tag") {
  const auto theme = Theme::load(folder.path());
  kb::IndexFixture one;
  one.add("a", "One", "text");
  kb::IndexFixture two;
  two.add("a", "Two", "text");
  CHECK(Edition(one.open(), theme, "", {}).tag() != Edition(two.open(), theme, "", {}).tag());
}
