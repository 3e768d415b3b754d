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
