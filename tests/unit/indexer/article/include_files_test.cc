#include "indexer/article/include_files.h"

#include <doctest/doctest.h>

#include "tests/unit/indexer/content_folder.h"

using indexer_test::ContentFolder;

namespace {

std::string read(const ContentFolder& folder, std::string_view path,
                 indexer::Drafts drafts = indexer::Drafts::hide) {
  return indexer::IncludeFiles(folder.path(), {"private"}, indexer_test::kToday, drafts)
      .read(path)
      .value_or("-");
}

// What the article en/a.md shows.
std::string shown(const ContentFolder& folder) {
  const indexer::Compilation site = folder.compile();
  for (const kb::Article& article : site.articles) {
    std::string text;
    for (const kb::Section& section : article.sections) text += section.text + "\n";
    if (article.id == "a") return article.title + "|" + article.description + "|" + text;
  }
  return "";
}

}  // namespace

TEST_CASE("include files: Markdown comes without its front matter, other text as it is") {
  ContentFolder folder;
  folder.write("en/x.md", "---\ntitle: X\n---\nText.\n").write("x.yml", "---\na: b\n---\n");
  CHECK(read(folder, "en/x.md") == "Text.\n");
  CHECK(read(folder, "x.yml") == "---\na: b\n---\n");
}

TEST_CASE("include files: what is not public lends nothing, a partial does") {
  ContentFolder folder;
  folder.write("draft.md", "---\ndraft: true\n---\nSecret.\n")
      .write("unclear.md", "---\ndraft: [\n---\nSecret.\n")
      .write("later.md", "---\npublish_date: 2030-01-01\n---\nSecret.\n")
      .write("_drafts/x.md", "Secret.\n")
      .write("_later.md", "---\ndraft: true\n---\nSecret.\n")
      .write("_part.md", "---\nunlisted: true\n---\nPart.\n")
      .write("_includes/part.md", "Part.\n")
      .write(".gitbook/includes/part.md", "Part.\n");
  for (const char* path : {"draft.md", "unclear.md", "later.md", "_later.md", "_drafts/x.md"})
    CHECK(read(folder, path) == "-");
  for (const char* path : {"_part.md", "_includes/part.md", ".gitbook/includes/part.md"})
    CHECK(read(folder, path) == "Part.\n");
  CHECK(read(folder, "draft.md", indexer::Drafts::show) == "Secret.\n");
  std::filesystem::create_symlink("draft.md", folder.path() / "_link.md");
  CHECK(read(folder, "_link.md") == "-");
}

TEST_CASE("include files: what is hidden, ignored, ours, outside or no text is never read") {
  ContentFolder outside;
  outside.write("x.md", "Secret.\n");
  ContentFolder folder;
  folder.write(".env", "Secret.\n")
      .write(".git/config", "Secret.\n")
      .write(".gitbook/x.md", "Secret.\n")
      .write(".gitbook/includes/.x.md", "Secret.\n")
      .write("private/x.md", "Secret.\n")
      .write("site.yaml", "title: Secret\n")
      .write("binary.md", std::string_view("a\0b", 3))
      .write("large.md", std::string(300UL * 1024, 'x'));
  std::filesystem::create_symlink(outside.path() / "x.md", folder.path() / "out.md");
  std::filesystem::create_symlink(".env", folder.path() / "env.md");
  for (const char* path : {".env", ".git/config", ".gitbook/x.md", ".gitbook/includes/.x.md", "private/x.md",
                           "site.yaml", "binary.md", "large.md", "out.md", "env.md", "../../etc/passwd",
                           "/etc/passwd", "gone.md", "", ".", "private"}) {
    CAPTURE(path);
    CHECK(read(folder, path) == "-");
  }
}

TEST_CASE("include files: a build brings files and values into its articles") {
  ContentFolder folder;
  folder.write("_config.yml", "phone: '+44'\n")
      .write("data/variables/product.yml", "name: Heron\n")
      .write("en/a.md",
             "---\ntitle: About {% data variables.product.name %}\ndescription: Call {{ site.phone }}\n---\n"
             "{% include note.md %} {{ page.title }}\n\n--8<-- \"en/draft.md\"\n")
      .write("_includes/note.md", "A note.\n")
      .write("en/draft.md", "---\ndraft: true\n---\nSecret.\n");
  const std::string text = shown(folder);
  CHECK(text.find("About Heron|Call +44|") == 0);
  CHECK(text.find("A note. About Heron") != std::string::npos);
  CHECK(text.find("Secret") == std::string::npos);
  CHECK(
      folder.findings().find("the file `en/draft.md` to be included is not in the content folder, or is not "
                             "public; correct its path [missing-include]") != std::string::npos);
}

TEST_CASE("include files: a page without a title has its heading for {{ page.title }}") {
  ContentFolder folder;
  folder.write("en/a.md", "Use {{ $frontmatter.title }}.\n\n# The lamp\n");
  CHECK(shown(folder).find("Use The lamp.") != std::string::npos);
}
