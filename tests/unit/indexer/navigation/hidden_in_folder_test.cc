// What a folder's own navigation hides is found by its address only.
#include "indexer/navigation/hidden_in_folder.h"

#include <doctest/doctest.h>

#include "tests/unit/indexer/content_folder.h"

using indexer_test::ContentFolder;

namespace {

std::string unlisted(const ContentFolder& folder) {
  std::string all;
  for (const kb::Article& article : folder.compile().articles) {
    if (article.unlisted) all += (all.empty() ? "" : " ") + article.url;
  }
  return all;
}

ContentFolder& write_pages(ContentFolder& folder, const std::vector<std::string>& paths) {
  for (const std::string& path : paths) folder.write(path, "# P\n\nThis is how you open the box.\n");
  return folder;
}

}  // namespace

TEST_CASE("hidden in folder: Nextra's display") {
  for (const auto& [file, text] : {
           std::pair{"_meta.json", R"({"index": {"display": "hidden"}, "a": "A", "b": {"display": "hidden"},)"
                                   R"( "x": {"title": "X", "display": "hidden"}})"},
           std::pair{"_meta.js",
                     "export default {\n  index: { display: 'hidden' },\n  a: 'A',\n"
                     "  b: { display: 'hidden' },\n  'x': { display: \"hidden\" },\n};\n"},
           std::pair{"_meta.tsx",
                     "import type { MetaRecord } from 'nextra'\n\nconst meta: MetaRecord = {\n"
                     "  a: { title: <b>A</b> },\n  b: { display: 'hidden' },\n"
                     "  x: { display: 'hidden' }\n}\n\nexport default meta\n"},
           std::pair{"_meta.en.json", R"({"b": {"display": "hidden"}, "x": {"display": "hidden"}})"},
           std::pair{"_meta.ts",
                     "export default {\n  '*': { display: 'hidden' },\n  a: { display: 'normal' },\n}\n"},
       }) {
    CAPTURE(file);
    ContentFolder folder;
    folder.write("next.config.mjs", "").write("pages/" + std::string(file), text);
    write_pages(folder, {"pages/index.mdx", "pages/a.mdx", "pages/b.mdx", "pages/x/c.mdx", "pages/x/d/e.md"});
    CHECK(unlisted(folder) == "/en/b /en/x/c /en/x/d/e");
    CHECK(folder.compile().kept_back == "3 unlisted");
    CHECK(folder.findings().empty());
  }
}

TEST_CASE("hidden in folder: Nextra's one file for the whole site") {
  ContentFolder folder;
  folder.write("next.config.mjs", "");
  folder.write("app/_meta.global.ts",
               "export default {\n  x: { type: 'page', items: { c: { display: 'hidden' }, d: 'D' } },\n}\n");
  write_pages(folder, {"content/c.mdx", "content/x/c.mdx", "content/x/d.mdx"});
  CHECK(unlisted(folder) == "/en/x/c");
}

TEST_CASE("hidden in folder: exclusions of Fumadocs") {
  ContentFolder folder;
  folder.write("source.config.ts", "");
  folder.write("content/docs/meta.json", R"({"title": "T", "pages": ["index", "!b", "!x", "!gone", "..."]})");
  folder.write("content/docs/y/meta.json", R"({"pages": ["---S---", "[L](/l) x", "!d", "...", "../a"]})");
  write_pages(folder,
              {"content/docs/index.mdx", "content/docs/a.mdx", "content/docs/b.mdx", "content/docs/bb.mdx",
               "content/docs/x/c.mdx", "content/docs/y/d.mdx", "content/docs/y/e.mdx"});
  CHECK(unlisted(folder) == "/en/b /en/x/c /en/y/d");
}

TEST_CASE("hidden in folder: a folder that .pages hides") {
  ContentFolder folder;
  folder.write("mkdocs.yml", "site_name: S\n").write("docs/x/.pages", "title: X\nhide: true\n");
  write_pages(folder, {"docs/index.md", "docs/x/a.md", "docs/y/b.md"});
  CHECK(unlisted(folder) == "/en/x/a");
}

TEST_CASE("hidden in folder: what cannot be read is reported") {
  ContentFolder folder;
  folder.write("next.config.mjs", "").write("pages/_meta.json", "{\"b\": {");
  write_pages(folder, {"pages/a.mdx", "pages/b.mdx"});
  CHECK(unlisted(folder).empty());
  CHECK(folder.findings() ==
        "pages/_meta.json:1:7: warning: what is hidden cannot be read here: the bracket that begins here is "
        "never "
        "closed [navigation-syntax]\n");
}
