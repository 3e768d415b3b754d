#include "indexer/article/page_reader.h"

#include <doctest/doctest.h>

#include "tests/unit/indexer/content_folder.h"

using namespace indexer;
using indexer_test::ContentFolder;
using indexer_test::make_strict;

TEST_CASE("pages: two files with one id") {
  ContentFolder folder;
  folder.write("en/A b.md", "# One").write("en/a-b.md", "# Two");
  folder.write("en/x/README.md", "# Three").write("en/x/index.md", "# Four");
  CHECK(
      folder.findings() ==
      "en/a-b.md:1:1: warning: en/A b.md has the same id 'a-b'; rename one of them [duplicate-id]\n"
      "en/x/README.md:1:1: warning: en/x/index.md has the same id 'x'; rename one of them [duplicate-id]\n");
  CHECK(folder.compile().articles.size() == 2);
  make_strict(folder);
  CHECK(folder.findings().find("en/a-b.md:1:1: error:") != std::string::npos);
}

TEST_CASE("pages: two articles with one URL") {
  ContentFolder folder;
  make_strict(folder);
  folder.write("en/x/one.md", "# One").write("en/x/two.md", "---\ntitle: Two\nslug: one\n---\nText");
  CHECK(folder.findings() ==
        "en/x/two.md:3:7: error: en/x/one.md has the same URL /en/x/one; give one of them another slug "
        "[duplicate-url]\n");
}

TEST_CASE("pages: Firstline's own URLs are reserved, by name or slug") {
  ContentFolder folder;
  make_strict(folder);
  folder.write("en/Search.md", "# x")
      .write("en/x.md", "---\nslug: contact\n---\nx")
      .write("en/orders/search.md", "# x")
      .write("en/Contact/index.md", "# x")
      .write("en/Contact/Chosen.md", "# x");
  CHECK(folder.findings() ==
        "en/Contact/Chosen.md:1:1: error: /en/contact/chosen is a page of Firstline's own; rename the file "
        "[reserved-id]\n"
        "en/Search.md:1:1: error: /en/search is a page of Firstline's own; rename the file [reserved-id]\n"
        "en/x.md:1:1: error: /en/contact is a page of Firstline's own; rename the file [reserved-id]\n");
}

TEST_CASE("pages: a folder's page has no slug") {
  ContentFolder folder;
  make_strict(folder);
  folder.write("en/x/index.md", "---\nslug: y\n---\nText");
  CHECK(folder.findings() ==
        "en/x/index.md:2:7: error: a folder's page has the folder's URL; it cannot have a slug "
        "[front-matter-value]\n");
}

TEST_CASE("pages: files beside the language folders are named, their README is not") {
  ContentFolder folder;
  make_strict(folder, "languages: [en, de]\n");
  folder.write("en/a.md", "# A")
      .write("de/a.md", "# A")
      .write("README.md", "# Help")
      .write("other/b.md", "# B");
  CHECK(folder.findings() ==
        "other/b.md:1:1: warning: the file is in no language folder; it is left out [no-language]\n");
}

TEST_CASE("pages: an unlisted article is published, and a draft of one is not") {
  ContentFolder folder;
  folder.write("en/draft.md", "---\nunlisted: true\ndraft: true\n---\nx");
  folder.write("en/hidden.md", "---\nhidden: true\n---\nx");
  folder.write("en/later.md", "---\nunlisted: true\npublish_date: 2026-12-24\n---\nx");
  folder.write("en/over.md", "---\nunlisted: true\nexpiry_date: 2026-11-22\n---\nx");
  folder.write("en/shown.md", "x");
  const Compilation site = folder.compile();
  REQUIRE(site.articles.size() == 2);
  CHECK(site.articles[0].id == "hidden");
  CHECK(site.articles[0].unlisted);
  CHECK(site.articles[1].id == "shown");
  CHECK_FALSE(site.articles[1].unlisted);
  CHECK(site.articles_by_language() == std::map<std::string, int>{{"en", 1}});
  CHECK(site.next_change == std::chrono::sys_days{std::chrono::year{2026} / 12 / 24});
  CHECK(site.kept_back == "1 unlisted, 1 draft, 1 scheduled for 2026-12-24, 1 expired");
  // A preview shows them as they will be.
  for (const kb::Article& article : folder.compile(Drafts::show).articles)
    CHECK(article.unlisted == (article.id != "shown"));
}

TEST_CASE("pages: of two files with one id the listed one stands") {
  ContentFolder folder;
  folder.write("en/x/index.md", "---\nunlisted: true\n---\nx").write("en/x/README.md", "x");
  folder.write("en/y/index.md", "---\ndraft: true\n---\nx")
      .write("en/y/README.md", "---\nunlisted: true\n---\nx");
  const Compilation site = folder.compile();
  REQUIRE(site.articles.size() == 2);
  CHECK_FALSE(site.articles[0].unlisted);
  CHECK(site.articles[1].unlisted);
}

TEST_CASE("pages: what is not public is nowhere") {
  ContentFolder folder;
  folder.write("en/draft.md", "---\ndraft: true\n---\nx");
  folder.write("en/later.md", "---\npublish_date: 2026-11-23\n---\nx");
  folder.write("en/over.md", "---\nexpiry_date: 2026-11-22\n---\nx");
  folder.write("en/gone.md", "---\nretired: true\n---\nx");
  folder.write("en/shown.md", "---\npublish_date: 2026-11-22\nexpiry_date: 2026-12-24\n---\nx");
  Compilation site = folder.compile();
  REQUIRE(site.articles.size() == 1);
  CHECK(site.articles[0].id == "shown");
  REQUIRE(site.redirects.size() == 1);
  CHECK(site.redirects[0].from == "/en/gone");
  CHECK(site.redirects[0].to.empty());
  CHECK(site.next_change == indexer_test::kToday + std::chrono::days{1});
  CHECK(folder.compile(Drafts::show).articles.size() == 4);
}

TEST_CASE("pages: what a folder's page hands down keeps back it and all below") {
  ContentFolder folder;
  folder.write("a/_index.md", "---\ncascade: {draft: true}\n---\nText").write("a/b/c.md", "# C");
  folder.write("d/_index.md", "---\ncascade: {build: {list: never}}\n---\nText").write("d/e.md", "# E");
  folder.write("f.md", "# F");
  const Compilation site = folder.compile();
  CHECK(site.kept_back == "2 unlisted, 2 drafts");
  CHECK(site.articles.size() == 3);
}

TEST_CASE("pages: posts of Jekyll and pages of Hugo wait for their date") {
  ContentFolder jekyll;
  jekyll.write("_posts/2099-01-02-later.md", "# A").write("_posts/2020-01-02-old.md", "# B");
  jekyll.write("_posts/late.md", "---\ndate: 2099-01-02\n---\nText")
      .write("c.md", "---\ndate: 2099-01-02\n---\nC");
  CHECK(jekyll.compile().kept_back == "2 scheduled from 2099-01-02");
  ContentFolder hugo;
  hugo.write("hugo.toml", "")
      .write("content/a.md", "---\ndate: 2099-01-02\n---\nText")
      .write("content/b.md", "B");
  CHECK(hugo.compile().kept_back == "1 scheduled for 2099-01-02");
}

TEST_CASE("pages: what lies beside a draft is no download") {
  ContentFolder folder;
  folder.write("a.md", "[plan](_drafts/plan.txt)").write("_drafts/plan.txt", "x");
  CHECK(folder.compile().assets->bytes() == 0);
}
