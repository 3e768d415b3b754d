#include "indexer/source/no_article.h"

#include <doctest/doctest.h>

using namespace indexer;

TEST_CASE("no article: partials, templates and files of repositories") {
  for (const std::string_view path :
       {"_note.md", "a/_note.mdx", "_includes/x.md", "a/includes/x.md", "a/_partials/b/x.md", "[slug].md",
        "a/[...all].mdx", "LICENSE.md", "a/CONTRIBUTING.md", "SUMMARY.md"}) {
    CAPTURE(path);
    CHECK(is_no_article(path));
  }
  for (const std::string_view path :
       {"_index.md", "a/_index.md", "a.md", "contributing.md", "_posts/2026-01-01-a.md", "_faq/a.md",
        "license.md", "README.md", "[a] and [b] c.md"}) {
    CAPTURE(path);
    CHECK_FALSE(is_no_article(path));
  }
}

TEST_CASE("no article: the folder of drafts") {
  CHECK(is_in_drafts("_drafts/a.md"));
  CHECK(is_in_drafts("blog/_drafts/b/a.md"));
  CHECK_FALSE(is_in_drafts("drafts/a.md"));
  CHECK_FALSE(is_in_drafts("_drafts.md"));
}

TEST_CASE("no article: what lies beside the page of a leaf bundle") {
  std::vector<SourceFile> files{{"index.md", ""},        {"a/index.md", ""},  {"a/note.md", ""},
                                {"a/b/index.md", ""},    {"c/_index.md", ""}, {"c/d.md", ""},
                                {"c/e/index.de.md", ""}, {"c/e/x/y.md", ""}};
  CHECK(drop_bundle_resources(files) == 3);
  std::string left;
  for (const SourceFile& file : files) left += file.path + " ";
  CHECK(left == "index.md a/index.md c/_index.md c/d.md c/e/index.de.md ");
}

TEST_CASE("no article: older versions beside the current one") {
  std::vector<SourceFile> files{{"docs/a.md", ""},
                                {"versioned_docs/version-1/a.md", ""},
                                {"i18n/de/docusaurus-plugin-content-docs/version-1/a.md", ""}};
  CHECK(drop_old_versions(files) == 2);
  CHECK(files.size() == 1);
  std::vector<SourceFile> alone{{"versioned_docs/version-1/a.md", ""}};
  CHECK(drop_old_versions(alone) == 0);
}
