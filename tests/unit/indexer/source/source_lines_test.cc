#include "indexer/source/source_lines.h"

#include <doctest/doctest.h>

#include "tests/unit/indexer/content_folder.h"

using namespace indexer;
using indexer_test::ContentFolder;
namespace fs = std::filesystem;

TEST_CASE("source lines: the lines of the folder's own text files") {
  ContentFolder folder;
  folder.write("en/a.md", "one\r\ntwo\rthree").write("bad.md", "\xFF\n");
  SourceLines lines(folder.path());
  CHECK(lines.line("en/a.md", 1) == "one");
  CHECK(lines.line("en/a.md", 2) == "two");
  CHECK(lines.line("en/a.md", 3) == "three");
  CHECK(lines.line("en/a.md", 4) == std::nullopt);
  CHECK(lines.line("en/a.md", 0) == std::nullopt);
  CHECK(lines.line("bad.md", 1) == std::nullopt);
  CHECK(lines.line("none.md", 1) == std::nullopt);
  CHECK(lines.line("en", 1) == std::nullopt);
  CHECK(lines.line(".", 1) == std::nullopt);
}

TEST_CASE("source lines: nothing that a link leads to is shown") {
  ContentFolder outside;
  outside.write("secret", "token\n");
  ContentFolder folder;
  folder.write("en/a.md", "one\n");
  fs::create_symlink(outside.path() / "secret", folder.path() / "site.yaml");
  fs::create_symlink("en/a.md", folder.path() / "b.md");
  fs::create_directory_symlink("en", folder.path() / "de");
  SourceLines lines(folder.path());
  for (const char* path : {"site.yaml", "b.md", "de/a.md", "../secret", "/etc/passwd"}) {
    CAPTURE(path);
    CHECK(lines.line(path, 1) == std::nullopt);
  }
}
