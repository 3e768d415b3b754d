#include "indexer/config/tool_hidden.h"

#include <doctest/doctest.h>

#include "tests/unit/indexer/content_folder.h"

using namespace indexer;

namespace {

struct Case {
  const char* file;
  const char* text;
  DocsFolder docs;
  const char* hidden;
  const char* shown;
};

}  // namespace

TEST_CASE("tool hidden: each tool's settings leave files out") {
  const DocsFolder top{"", "", ""};
  const DocsFolder docs{"MkDocs", "", "docs"};
  const DocsFolder site{"MkDocs", "website", "website/docs"};
  for (const Case& one : {
           Case{"mkdocs.yml", "exclude_docs: |\n  /int/\n", docs, "docs/int/a.md", "docs/b/int/a.md"},
           Case{"mkdocs.yml", "exclude_docs: |\n  *.tmp.md\n", docs, "docs/a/b.tmp.md", "docs/a.md"},
           Case{"mkdocs.yml", "exclude_docs: |\n  a/*\n  !a/b.md\n", docs, "docs/a/c.md", "docs/a/b.md"},
           Case{"website/mkdocs.yml", "exclude_docs: |\n  a.md\n", site, "website/docs/a.md", "docs/a.md"},
           Case{"_config.yml", "exclude: [vendor, ./x/y.md]\n", top, "vendor/a.md", "docs/vendor/a.md"},
           Case{"_config.yml", "exclude: [vendor, ./x/y.md]\n", top, "x/y.md", "y.md"},
           Case{".vitepress/config.mts", "x({ srcExclude: ['**/TODO.md'] })", top, "a/TODO.md", "a.md"},
           Case{".vitepress/config.mts", "x({\n  srcExclude: ['**/TODO.md'],\n})", top, "a/TODO.md", "a.md"},
           Case{"conf.py", "exclude_patterns = ['drafts']", top, "drafts/a.md", "a/drafts.md"},
           Case{".mintignore", "# why\n\nsec.mdx\nold/\n", top, "a/sec.mdx", "a.mdx"},
           Case{".mintignore", "# why\n\nsec.mdx\nold/\n", top, "old/a.mdx", "older/a.mdx"},
           Case{".vitepress/config/index.ts", "srcExclude: ['**/x.md']", top, "a/x.md", "a.md"},
           Case{".vuepress/config.ts", "pagePatterns: ['**/*.md', '!zh/demo/**/*.md', '!**/T.md']", top,
                "zh/demo/a/b.md", "zh/a.md"},
           Case{".vuepress/config.js", "pagePatterns: ['**/*.md', '!**/T.md']", top, "x/T.md", "x/t2.md"},
           Case{"_config.yml", "exclude_patterns: [old/*]\n", top, "old/a.md", "a.md"},
           Case{"myst.yml", "project:\n  exclude:\n    - old/*\n", top, "old/a.md", "a.md"},
           Case{"retype.yml", "exclude:\n  - \"draft/\"\n", top, "x/draft/a.md", "draft.md"},
           Case{"docfx.json",
                R"({"build": {"content": [{"files": ["**/*.{md,yml}"], "exclude": ["**/obj/**", "R.md"]}]}})",
                top, "x/obj/a.md", "x/R.md"},
           Case{"docfx.json",
                R"({"build": {"content": [{"files": ["**/*.md"], "src": "x", "exclude": ["R.md"]}]}})", top,
                "x/R.md", "x/a.md"},
           Case{"docfx.json", R"({"build": {"content": [{"files": ["Articles/**/*.{md,yml}", "*.md"]}]}})",
                top, "plans/a.md", "articles/b/a.md"},
           Case{"docfx.json", R"({"build": {"content": [{"files": "*.md"}, {"files": "api/*.yml"}]}})", top,
                "api/a.md", "a.md"},
           Case{"docfx.json", R"({"build": {"content": [{"files": ["*"]}]}})", top, "plans/a.md", "a.md"},
           Case{"docfx.json", R"({"build": {"content": ["a/**"]}})", top, "b/a.md", "a/x/b.md"},
           Case{"_config.yml", "exclude: ['notes/*.md']\n", top, "notes/x/y.md", "notes2/a.md"},
           Case{"_config.yml", "exclude: ['*internal*']\n", top, "faq/internal/b/a.md", "faq/a.md"},
           Case{"_config.yml", "exclude: [draft]\n", top, "drafts/a.md", "a/draft.md"},
           Case{"_config.yml", "exclude: [draft/]\n", top, "draft/a.md", "drafts/a.md"},
           Case{"_config.yml", "a: 1\n", {"Jekyll", "", ""}, "vendor/bundle/x/README.md", "vendor/a.md"},
           Case{".vitepress/config.mts", "x({ srcExclude: ['**/{TODO,x}.md'] })", top, "a/x.md", "a.md"},
           Case{"config.toml",
                "base_url = '/'\nignored_content = ['*.{tmp,x}.md', 'old.*', '**/plans']\n",
                {"Zola", "", "content"},
                "content/a/b.x.md",
                "content/b.md"},
           Case{"config.toml",
                "ignored_content = ['old.*']\n",
                {"Zola", "", "content"},
                "content/a/old.md",
                "content/older.md"},
           Case{"docfx.json",
                R"({"build": {"content": [{"files": ["*.md"], "exclude": ["a/**", "o/**"]},)"
                R"({"files": ["a/**"], "exclude": ["o/**"]}, {"files": ["x.yml"]}]}})",
                top, "o/a.md", "a/b.md"},
           Case{"hugo.toml",
                "ignoreFiles = [\"\\\\.tmp\\\\.md$\", 'content/old/.*']\n",
                {"Hugo", "", "content"},
                "content/old/a.md",
                "content/older.md"},
           Case{"hugo.toml",
                "ignoreFiles = [\"\\\\.tmp\\\\.md$\", '(']\n",
                {"Hugo", "", "content"},
                "content/a.tmp.md",
                "content/atmp.md"},
           Case{"s/config.yaml",
                "ignoreFiles:\n  - (a+)+b$\n  - ^x/\n",
                {"Hugo", "s", "s/content"},
                "s/x/a.md",
                "s/content/aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaac.md"},
           Case{"mkdocs.yml",
                "plugins:\n  - search\n  - exclude:\n      glob:\n        - old/*\n        - '*.tmp.md'\n",
                docs, "docs/old/x/a.md", "docs/a.md"},
           Case{"mkdocs.yml", "plugins:\n  - exclude:\n      glob: ['*.tmp.md']\n", docs, "docs/x/a.tmp.md",
                "x.tmp.md"},
           Case{"mkdocs.yml", "plugins:\n  - exclude:\n      regex: ['.*/secret.*']\n", docs,
                "docs/x/secret.md", "docs/secret.md"},
           Case{"_config.yml", "x: &a 1\nexclude: [b.md]\n", top, "b.md", "a.md"},
       }) {
    CAPTURE(one.text);
    indexer_test::ContentFolder folder;
    folder.write(one.file, one.text);
    const ToolHidden hidden(ContentRoot(folder.path()), one.docs);
    CHECK(hidden.is_left_out(one.hidden));
    CHECK_FALSE(hidden.is_left_out(one.shown));
    CHECK_FALSE(hidden.is_draft(one.hidden));
  }
}

TEST_CASE("tool hidden: what the settings call drafts is kept back") {
  indexer_test::ContentFolder folder;
  folder.write("mkdocs.yml", "draft_docs: |\n  later.md\n");
  folder.write("_config.yml",
               "defaults:\n"
               "  - scope: {path: internal}\n    values: {published: false}\n"
               "  - scope: {path: '', type: plans}\n    values: {published: false}\n"
               "  - scope: {path: faq}\n    values: {layout: page}\n");
  const ToolHidden hidden(ContentRoot(folder.path()), {"", "", ""});
  CHECK(hidden.is_draft("later.md"));
  CHECK(hidden.is_draft("a/later.md"));
  CHECK(hidden.is_draft("internal/a.md"));
  CHECK(hidden.is_draft("_plans/a.md"));
  CHECK_FALSE(hidden.is_draft("a/internal/a.md"));
  CHECK_FALSE(hidden.is_draft("faq/a.md"));
}

TEST_CASE("tool hidden: of folders with an underscore Jekyll builds what its settings name") {
  for (const auto& [text, hidden_path, shown_path] : {
           std::tuple{"title: T\n", "_notes/a.md", "_posts/2020-01-01-a.md"},
           std::tuple{"title: T\n", "x/_notes/b/a.md", "x/_posts/2020-01-01-a.md"},
           std::tuple{"collections:\n  docs:\n    output: true\n", "_faq/a.md", "_docs/a.md"},
           std::tuple{"collections:\n  docs: {output: true}\n  faq: {}\n", "_faq/a.md", "_docs/b/a.md"},
           std::tuple{"collections: [faq]\ninclude: [_pages]\n", "_faq/a.md", "_pages/a.md"},
           std::tuple{"collections_dir: c\ncollections: {docs: {output: true}}\n", "c/_x/a.md",
                      "c/_docs/a.md"},
           std::tuple{"a: &x 1\ncollections: {docs: {output: true}}\n", "_x/a.md", "_docs/a.md"},
       }) {
    CAPTURE(text);
    indexer_test::ContentFolder folder;
    folder.write("_config.yml", text);
    const ToolHidden hidden(ContentRoot(folder.path()), {"Jekyll", "", ""});
    CHECK(hidden.is_left_out(hidden_path));
    CHECK_FALSE(hidden.is_left_out(shown_path));
  }
}

TEST_CASE("tool hidden: collections without pages are reported") {
  indexer_test::ContentFolder folder;
  folder.write("_config.yml", "collections: {faq: {output: false}, docs: {output: true}}\n");
  folder.write("_faq/a.md", "# A\n").write("_faq/b.md", "# B\n").write("_docs/c.md", "# C\n");
  folder.write("_notes/d.md", "# D\n");
  CHECK(folder.compile().articles.size() == 1);
  CHECK(folder.findings() ==
        "_config.yml:1:1: warning: of collections without `output: true` Jekyll builds no pages: 2 not "
        "published, "
        "the first of them is _faq/a.md [kept-off-site]\n");
}
