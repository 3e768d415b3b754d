#include "indexer/check/redirects.h"

#include <doctest/doctest.h>

#include "tests/unit/indexer/content_folder.h"

using indexer_test::ContentFolder;
using indexer_test::make_strict;

namespace {

// The redirects of a site, "from -> to" one a line.
std::string redirects(const ContentFolder& folder) {
  std::string out;
  for (const auto& redirect : folder.compile().redirects) out += redirect.from + " -> " + redirect.to + "\n";
  return out;
}

}  // namespace

TEST_CASE("aliases: from the site's root and within the language, with and without a slash at the end") {
  ContentFolder folder;
  make_strict(folder);
  folder.write("en/a.md", "---\naliases: [/hc/articles/1, old/näme/]\n---\nx");
  CHECK(folder.findings().empty());
  CHECK(redirects(folder) ==
        "/hc/articles/1 -> /en/a\n/hc/articles/1/ -> /en/a\n"
        "/en/old/n%C3%A4me -> /en/a\n/en/old/n%C3%A4me/ -> /en/a\n");
}

TEST_CASE("aliases: of an unlisted article lead to it, of a draft nowhere") {
  ContentFolder folder;
  make_strict(folder);
  folder.write("en/a.md", "---\nunlisted: true\naliases: [old]\n---\nx");
  folder.write("en/b.md", "---\naliases: [a]\n---\nx");
  folder.write("en/c.md", "---\ndraft: true\naliases: [older]\n---\nx");
  CHECK(redirects(folder) == "/en/old -> /en/a\n/en/old/ -> /en/a\n");
  CHECK(folder.findings() == "en/b.md:2:11: error: 'a' is the URL of en/a.md [alias-hides-article]\n");
}

TEST_CASE("aliases: what cannot work") {
  ContentFolder folder;
  make_strict(folder);
  folder.write("en/orders/b.md", "# B").write("en/gone.md", "---\nretired: true\n---\nx");
  const auto complaint = [&](const std::string& alias) {
    folder.write("en/a.md", "---\naliases: [" + alias + "]\n---\nx");
    return folder.findings();
  };
  const std::string at = "en/a.md:2:11: error: ";
  CHECK(complaint("orders/b") == at + "'orders/b' is the URL of en/orders/b.md [alias-hides-article]\n");
  CHECK(complaint("/en/orders/b/") ==
        at + "'/en/orders/b/' is the URL of en/orders/b.md [alias-hides-article]\n");
  CHECK(complaint("orders") == at + "'orders' is the URL of a category [alias-hides-article]\n");
  CHECK(complaint("gone") ==
        at + "'gone' is the URL of en/gone.md, which is retired [alias-hides-article]\n");
  CHECK(complaint("search") ==
        at + "'search' is the URL of a page of Firstline's own [alias-hides-article]\n");
  CHECK(complaint("/api/v1/search") ==
        at + "'/api/v1/search' is the URL of a page of Firstline's own [alias-hides-article]\n");
  for (const std::string alias : {"/sitemap-1.xml", "/", "widget/old", "/assets/x.png"}) {
    CHECK(complaint(alias) ==
          at + "'" + alias + "' is the URL of a page of Firstline's own [alias-hides-article]\n");
  }
  CHECK(complaint("a") == at + "'a' is the article's own URL [alias-loop]\n");
  CHECK(redirects(folder) == "/en/gone -> \n");
}

TEST_CASE("aliases: two articles that redirect to each other") {
  ContentFolder folder;
  make_strict(folder);
  folder.write("en/a.md", "---\naliases: [b]\n---\nx").write("en/b.md", "---\naliases: [a]\n---\nx");
  CHECK(folder.findings() ==
        "en/a.md:2:11: error: 'b' is the URL of en/b.md [alias-hides-article]\n"
        "en/b.md:2:11: error: 'a' is the URL of en/a.md [alias-hides-article]\n");
}

TEST_CASE("aliases: claimed twice") {
  ContentFolder folder;
  make_strict(folder);
  folder.write("en/a.md", "---\naliases: [/old]\n---\nx").write("en/b.md", "---\naliases: [/old/]\n---\nx");
  CHECK(folder.findings() == "en/b.md:2:11: error: '/old/' is an alias of en/a.md, too [duplicate-alias]\n");
}

TEST_CASE("aliases: from the root of a site that lives below /help are not in its way") {
  ContentFolder folder;
  make_strict(folder, "base_url: https://shop.example/help/\n");
  folder.write("en/b.md", "# B").write("en/a.md", "---\naliases: [/en/b, /help/en/b]\n---\nx");
  CHECK(folder.findings() ==
        "en/a.md:2:18: error: '/help/en/b' is the URL of en/b.md [alias-hides-article]\n");
}

TEST_CASE("aliases: a star, a query and Netlify's file") {
  ContentFolder folder;
  folder.write("en/a.md", "---\naliases: ['/hc/*/articles/7*', '/index.php?id=4']\n---\nx")
      .write("en/b/c.md", "# C");
  folder.write("static/_redirects", "/old /b/c\n/older /en/a 301\n/gone /nothing\n");
  CHECK(folder.findings() ==
        "static/_redirects:3:1: warning: there is no article for /nothing, so /gone leads nowhere "
        "[missing-link-from-root]\n");
  CHECK(redirects(folder) ==
        "/hc/*/articles/7* -> /en/a\n/index.php?id=4 -> /en/a\n"
        "/older -> /en/a\n/older/ -> /en/a\n/old -> /en/b/c\n/old/ -> /en/b/c\n");
}
