// What the navigation of a tool leaves out is not public here either.
#include "indexer/navigation/unnamed_pages.h"

#include <doctest/doctest.h>

#include "tests/unit/indexer/content_folder.h"

using indexer_test::ContentFolder;

namespace {

// "/en/a /en/b(unlisted)"
std::string published(const ContentFolder& folder) {
  std::string all;
  for (const kb::Article& article : folder.compile().articles)
    all += (all.empty() ? "" : " ") + article.url + (article.unlisted ? "(unlisted)" : "");
  return all;
}

ContentFolder& write_pages(ContentFolder& folder, const std::vector<std::string>& paths) {
  for (const std::string& path : paths) folder.write(path, "# P\n\nThis is how you open the box.\n");
  return folder;
}

bool says(const ContentFolder& folder, std::string_view text) {
  const std::string findings = folder.findings();
  CAPTURE(findings);
  return findings.find(text) != std::string::npos;
}

}  // namespace

TEST_CASE("unnamed pages: a book builds what its SUMMARY.md names") {
  ContentFolder mdbook;
  mdbook.write("book.toml", "[book]\ntitle = 'B'\n")
      .write("src/SUMMARY.md", "# S\n\n- [A](a.md)\n- [B](./b/README.md)\n");
  write_pages(mdbook, {"src/a.md", "src/b/README.md", "src/b/secret.md", "src/README.md"});
  CHECK(published(mdbook) == "/en/a /en/b/");
  CHECK(says(mdbook,
             "src/SUMMARY.md:1:1: warning: 2 articles, the first of them src/README.md, are not in this list "
             "of what "
             "mdBook builds: not published; to change that, add to the list or name it under `ignore:` in "
             "site.yaml [kept-off-site]\n"));
  CHECK(mdbook.compile().kept_back == "2 drafts, 1 that is no article");
  CHECK(mdbook.compile(indexer::Drafts::show).articles.size() == 4);
  mdbook.write("src/b/secret.md", "---\npublished: true\n---\n# P\n");  // mdBook has no such key
  CHECK(published(mdbook) == "/en/a /en/b/");
  mdbook.write("site.yaml", "ignore: [SUMMARY.md]\n");
  CHECK(published(mdbook) == "/en/readme /en/a /en/b/ /en/b/secret");
}

TEST_CASE("unnamed pages: the settings of a book say where its list is") {
  for (const auto& [settings, text, summary] : {
           std::tuple{"book.toml", "[book]\nsrc = \"docs\"\n", "docs/SUMMARY.md"},
           std::tuple{"docs/book.toml", "[book]\nsrc = '.'\n", "docs/SUMMARY.md"},
           std::tuple{".gitbook.yaml", "root: ./docs/\n", "docs/SUMMARY.md"},
           std::tuple{".gitbook.yaml", "root: ./docs/\nstructure:\n  summary: ./toc.md\n", "docs/toc.md"},
           std::tuple{"docs/.gitbook.yaml", "", "docs/SUMMARY.md"},
           std::tuple{"docs/.gitbook.yaml", "redirects:\n  - {\n", "docs/SUMMARY.md"},
           std::tuple{"book.json", "{\n  \"root\": \"docs\"\n}\n", "docs/SUMMARY.md"},
       }) {
    CAPTURE(settings);
    CAPTURE(text);
    ContentFolder folder;
    folder.write(settings, text).write(summary, "* [A](a.md)\n* [Site](https://example.com)\n");
    write_pages(folder, {"docs/a.md", "docs/secret.md"});
    CHECK(published(folder) == "/en/a");
  }
}

TEST_CASE("unnamed pages: GitBook builds its first page without being told") {
  ContentFolder folder;
  folder.write(".gitbook.yaml", "root: ./\n").write("SUMMARY.md", "* [A](x/a.md)\n");
  write_pages(folder, {"README.md", "x/a.md", "x/README.md"});
  CHECK(published(folder) == "/en/readme /en/x/a");
}

TEST_CASE("unnamed pages: the README of a repository is no article of its site") {
  ContentFolder mintlify;
  mintlify.write("docs.json", R"({"navigation": [{"group": "G", "pages": ["a", "readme-x"]}]})");
  write_pages(mintlify, {"README.md", "x/README.md", "CHANGELOG.md", "a.mdx", "readme-x.mdx"});
  CHECK(published(mintlify) == "/en/a /en/readme-x");

  ContentFolder gitbook;
  gitbook.write("docs/SUMMARY.md", "* [A](a.md)\n");
  write_pages(gitbook, {"README.md", "CHANGELOG.md", "docs/README.md", "docs/a.md", "docs/b.md"});
  CHECK(published(gitbook) == "/en/readme /en/a /en/b");
  gitbook.write("packages/x/SUMMARY.md", "* [A](a.md)\n");
  CHECK(published(gitbook) == "/en/changelog /en/readme /en/docs/ /en/docs/a /en/docs/b");
}

TEST_CASE("unnamed pages: each book of a folder has its own list") {
  ContentFolder folder;
  folder.write("one/book.toml", "").write("one/src/SUMMARY.md", "- [A](a.md)\n");
  folder.write("two/book.toml", "").write("two/src/SUMMARY.md", "- [B](b.md)\n- [A](../../one/src/c.md)\n");
  write_pages(folder,
              {"one/src/a.md", "one/src/b.md", "one/src/c.md", "two/src/a.md", "two/src/b.md", "notes/d.md"});
  CHECK(published(folder) == "/en/notes/d /en/one/src/a /en/one/src/c /en/two/src/b");

  ContentFolder languages;
  languages.write("book.json", "{}").write("LANGS.md", "* [English](en/)\n* [Deutsch](de/)\n");
  languages.write("en/SUMMARY.md", "* [A](a.md)\n").write("de/SUMMARY.md", "* [B](b.md)\n");
  languages.write("en/a.md", "# The box\n\nThis is how you open the box and what you do with it.\n");
  languages.write("en/b.md", "# The box\n\nThis is how you open the box and what you do with it.\n");
  languages.write("de/a.md", "# Die Kiste\n\nSo öffnen Sie die Kiste und das machen Sie damit.\n");
  languages.write("de/b.md", "# Die Kiste\n\nSo öffnen Sie die Kiste und das machen Sie damit.\n");
  CHECK(published(languages).find("/de/a") == std::string::npos);
  CHECK(published(languages).find("/de/b") != std::string::npos);
  CHECK(published(languages).find("/en/b") == std::string::npos);
}

TEST_CASE("unnamed pages: a list that says nothing of the tree empties no site") {
  for (const char* const summary : {
           "# Summary\n\n* [Introduction](README.md)\n",       // as `init` writes it
           "* [A](old/a.md)\n* [B](old/b.md)\n* [C](a.md)\n",  // most have moved
           "* [A](old/a.md)\n",                                // none is there
           "# Summary\n",                                      //
           "* [Site](https://example.com)\n",
       }) {
    CAPTURE(summary);
    ContentFolder folder;
    folder.write(".gitbook.yaml", "root: ./\n").write("SUMMARY.md", summary);
    write_pages(folder, {"README.md", "a.md", "b.md"});
    CHECK(published(folder) == "/en/readme /en/a /en/b");
    CHECK(says(folder, "SUMMARY.md:1:1: warning: this list leads to hardly any article"));
  }
  ContentFolder no_settings;
  no_settings.write("SUMMARY.md", "* [A](a.md)\n");
  write_pages(no_settings, {"a.md", "b.md"});
  CHECK(published(no_settings) == "/en/a /en/b");
  CHECK(no_settings.findings().empty());
}

TEST_CASE("unnamed pages: Mintlify hides what docs.json does not name or names in hidden groups") {
  for (const char* const settings : {"docs.json", "mint.json"}) {
    ContentFolder folder;
    folder.write(
        settings,
        R"({"navigation": {"tabs": [{"tab": "T", "groups": [{"group": "G", "pages": ["a", "x/b"]}]},)"
        R"({"tab": "S", "hidden": true, "groups": [{"group": "H", "root": "r", "pages": ["c", "a"]}]}]}})");
    write_pages(folder, {"index.mdx", "a.mdx", "x/b.mdx", "c.mdx", "d.mdx", "r.mdx"});
    CHECK(published(folder) == "/en/a /en/c(unlisted) /en/d(unlisted) /en/index /en/r(unlisted) /en/x/b");
    CHECK(
        says(folder,
             std::string(settings) +
                 ":1:1: warning: d.mdx is not in this list of what Mintlify shows: found by address only; "));
  }
  for (const char* const settings :
       {R"({"navigation": [{"group": "G", "pages": ["gone", "index"]}]})",
        R"({"navigation": [{"group": "G", "pages": ["b", {"$ref": "more.json"}]}]})",
        R"({"navigation": [{"group": "G", "pages": ["b"]}], "seo": {"indexing": "all"}})",
        R"({"navigation": {"openapi": "openapi.json"}})", R"({"name": "N"})", "{\"navigation\": ["}) {
    CAPTURE(settings);
    ContentFolder other;
    other.write("docs.json", settings);
    write_pages(other, {"index.mdx", "a.mdx", "b.mdx"});
    CHECK(published(other) == "/en/a /en/b /en/index");
  }
}
