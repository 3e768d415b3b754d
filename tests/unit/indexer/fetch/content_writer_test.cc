#include "indexer/fetch/content_writer.h"

#include <doctest/doctest.h>

#include "kb/model/error.h"
#include "kb/store/file.h"
#include "tests/support/temp_folder.h"

using namespace indexer;
namespace fs = std::filesystem;

TEST_CASE("content writer: a new file gets its folders, and replaces one that is there") {
  support::TempFolder folder;
  const ContentWriter writer(folder.path());
  writer.create("assets/remote/a.png", "one");
  writer.create("assets/remote/a.png", "two");
  CHECK(kb::read_file(folder.path() / "assets/remote/a.png") == "two");
  CHECK(std::distance(fs::directory_iterator(folder.path() / "assets/remote"), fs::directory_iterator()) ==
        1);
}

TEST_CASE("content writer: a replaced file keeps its mode") {
  support::TempFolder folder;
  folder.write("en/a.md", "old");
  fs::permissions(folder.path() / "en/a.md", fs::perms(0640));
  ContentWriter(folder.path()).replace("en/a.md", "new");
  CHECK(kb::read_file(folder.path() / "en/a.md") == "new");
  CHECK(fs::status(folder.path() / "en/a.md").permissions() == fs::perms(0640));
}

TEST_CASE("content writer: nothing is written through a link or out of the folder") {
  support::TempFolder outside;
  outside.write("a.md", "theirs");
  support::TempFolder folder;
  fs::create_directory_symlink(outside.path(), folder.path() / "out");
  fs::create_symlink(outside.path() / "a.md", folder.path() / "a.md");
  const ContentWriter writer(folder.path());
  for (const char* path : {"out/a.md", "../a.md", "en/../../a.md", "a.md", "./a.md", "missing/a.md"}) {
    CAPTURE(path);
    CHECK_THROWS_AS(writer.replace(path, "x"), kb::Error);
  }
  CHECK_THROWS_AS(writer.create("out/new.png", "x"), kb::Error);
  writer.create("a.md", "ours");  // in the place of the link
  CHECK(kb::read_file(outside.path() / "a.md") == "theirs");
  CHECK(std::distance(fs::directory_iterator(outside.path()), fs::directory_iterator()) == 1);
}
