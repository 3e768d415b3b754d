#include "indexer/compilation.h"

#include <doctest/doctest.h>

#include "kb/model/error.h"
#include "tests/unit/indexer/content_folder.h"

using namespace indexer;
using indexer_test::ContentFolder;
using indexer_test::make_strict;

TEST_CASE("compilation: a folder of loose Markdown needs nothing") {
  ContentFolder folder;
  folder.write("Track my order.md", "# Where is it?\n\nHere.\n");
  folder.write("setup/wifi.md", "Plain text, see [the order](../Track%20my%20order.md).\n");
  Compilation site = folder.compile();
  CHECK(folder.findings().empty());
  REQUIRE(site.articles.size() == 2);
  CHECK(site.articles[0].title == "Where is it?");
  CHECK(site.articles[0].url == "/en/track-my-order");
  CHECK(site.articles[1].title == "Wifi");
  CHECK(site.articles[1].category == "setup");
  CHECK(site.articles[1].sections[0].html.find("href=\"/en/track-my-order\"") != std::string::npos);
  CHECK(site.articles[1].markdown.find("(firstline-base:/en/track-my-order)") != std::string::npos);
}

TEST_CASE("compilation: front matter fills the article") {
  ContentFolder folder;
  folder.write("en/a.md",
               "---\ntitle: T\ndescription: D\nquestions: ['Q?']\ntype: faq\nweight: 3\nupdated: "
               "2026-05-02\n---\n# T\n\nx");
  const Compilation site = folder.compile();
  const kb::Article& article = site.articles.at(0);
  CHECK(article.title == "T");
  CHECK(article.description == "D");
  CHECK(article.questions == std::vector<std::string>{"Q?"});
  CHECK(article.type == kb::ArticleType::faq);
  CHECK(article.weight == 3);
  CHECK(article.updated == std::chrono::sys_days{std::chrono::year{2026} / 5 / 2});
}

TEST_CASE("compilation: a wiki link leads to the article or image that it names, wherever it lies") {
  ContentFolder folder;
  folder.write("setup/My page.md", "# One\n\nx\n\n## A part\n\ny\n").write("img/box.png", "x");
  folder.write("orders/a.md", "# A\n\n[[my page]], [[My page#A part|part]], ![[box.png]], [[gone]]\n");
  const Compilation site = folder.compile();
  REQUIRE(site.articles.size() == 2);
  const std::string& html = site.articles[0].sections[0].html;
  CHECK(html.find("<a href=\"/en/setup/my-page\">my page</a>") != std::string::npos);
  CHECK(html.find("<a href=\"/en/setup/my-page#a-part\">part</a>") != std::string::npos);
  CHECK(html.find("<img") != std::string::npos);
  CHECK(
      folder.findings() ==
      "orders/a.md:3:53: warning: the wiki link `[[gone]]` leads to no article and no file, its text is kept "
      "[unknown-syntax]\n");
}

TEST_CASE("compilation: alerts speak the article's language") {
  ContentFolder folder;
  folder.write("de/a.md", "# A\n\n> [!NOTE]\n> x\n").write("en/a.md", "# A\n\n> [!NOTE]\n> x\n");
  Compilation site = folder.compile();
  REQUIRE(site.articles.size() == 2);
  CHECK(site.articles[0].sections[0].html.find("Hinweis") != std::string::npos);
  CHECK(site.articles[1].sections[0].html.find("Note") != std::string::npos);
}

TEST_CASE("compilation: every word that we add is in the article's language, where we know it") {
  ContentFolder folder;
  const std::string text =
      "> [!TIP]\n> x\n\n:::danger\nx\n:::\n\n:::info\nx\n:::\n\n- [ ] x\n- [x] y\n\n"
      "| a |\n|---|\n| b |\n\nx[^1]\n\n[^1]: y\n";
  folder.write("site.yaml", "languages: [ar, de, is]\n")
      .write("ar/a.md", text)
      .write("de/a.md", text)
      .write("is/a.md", text);
  Compilation site = folder.compile();
  REQUIRE(site.articles.size() == 3);
  const auto check = [](const kb::Article& article, const std::vector<std::string>& words) {
    const std::string html = kb::body_html(article);
    for (const std::string& word : words) {
      CAPTURE(word);
      CHECK((html.find(">" + word + "<") != html.npos || html.find("\"" + word + "\"") != html.npos));
    }
  };
  check(site.articles[0], {"نصيحة", "خطر", "معلومات", "لم يُنجز", "أُنجز", "جدول", "العودة إلى النص"});
  check(site.articles[1], {"Tipp", "Gefahr", "Info", "Offen", "Erledigt", "Tabelle", "Zurück zum Text"});
  check(site.articles[2], {"Tip", "Danger", "Info", "To do", "Done", "Table", "Back to the text"});
}

TEST_CASE("compilation: unreadable front matter is ignored in a lenient folder, an error in a strict one") {
  ContentFolder folder;
  folder.write("en/a.md", "---\ntitle: a: b\n---\nText\n");
  CHECK(folder.findings() ==
        "en/a.md:2:9: warning: not valid YAML: put the text in quotes if it contains ': ' "
        "[front-matter-syntax]\n");
  CHECK(folder.compile().articles[0].sections[0].text == "Text");
  make_strict(folder);
  CHECK(folder.findings() ==
        "en/a.md:2:9: error: not valid YAML: put the text in quotes if it contains ': ' "
        "[front-matter-syntax]\n");
}

TEST_CASE("compilation: the same mistake in many files is found in each") {
  ContentFolder folder;
  for (const std::string name : {"a", "b", "c"})
    folder.write(name + ".md", "---\nember.topic: x\n---\nText\n");
  make_strict(folder);
  CHECK(folder.findings() ==
        "a.md:2:1: error: unknown key 'ember.topic' [unknown-key]\n"
        "b.md:2:1: error: unknown key 'ember.topic' [unknown-key]\n"
        "c.md:2:1: error: unknown key 'ember.topic' [unknown-key]\n");
}

TEST_CASE("compilation: an empty folder, or only drafts or unlisted articles, is an error") {
  ContentFolder folder;
  CHECK(folder.findings() == ".:1:1: error: there is no article to publish in this folder [no-articles]\n");
  folder.write("a.md", "---\ndraft: true\n---\nx");
  CHECK(folder.findings() == ".:1:1: error: there is no article to publish in this folder [no-articles]\n");
  folder.write("b.md", "---\nunlisted: true\n---\nx");
  CHECK(folder.findings() == ".:1:1: error: there is no article to publish in this folder [no-articles]\n");
}

TEST_CASE("compilation: the number of threads changes nothing") {
  ContentFolder folder;
  for (int i = 0; i < 60; ++i) {
    const std::string n = std::to_string(i);
    folder.write("en/a" + n + ".md", "# A" + n + "\n\n[x](a" + std::to_string((i * 7) % 90) + ".md#a)\n");
  }
  const auto text = [&](unsigned jobs) {
    std::size_t calls = 0;
    const auto count = [&](std::string_view, std::size_t, std::size_t) { ++calls; };
    Compilation site = compile_site({folder.path(), jobs, indexer_test::kToday, Drafts::hide, count});
    CHECK(calls == 60);
    std::string out = format_findings(site.findings, OutputFormat::text, "");
    for (const auto& article : site.articles) out += article.url + body_html(article);
    return out;
  };
  CHECK(text(1) == text(8));
}

TEST_CASE("compilation: links to external_paths are not checked") {
  ContentFolder folder;
  make_strict(folder, "external_paths: [\"/shop/**\"]\n");
  folder.write("en/a.md", "# A\n\n[cart](/shop/cart)\n");
  CHECK(folder.findings().empty());
  folder.write("en/a.md", "# A\n\n[cart](/other/cart)\n");
  CHECK(folder.findings().find("external_paths in site.yaml") != std::string::npos);
}

TEST_CASE("compilation: no such folder") {
  CHECK_THROWS_AS(compile_site({"/no/such/folder", 1, indexer_test::kToday, Drafts::hide, {}}), kb::Error);
}
