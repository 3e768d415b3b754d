#include "indexer/source/content_root.h"

#include <doctest/doctest.h>

#include "kb/model/error.h"
#include "tests/unit/indexer/content_folder.h"

using namespace indexer;
using indexer_test::ContentFolder;
using Problem = ContentTarget::Problem;
namespace fs = std::filesystem;

TEST_CASE("content root: links are followed as the kernel does, but none out of the folder") {
  ContentFolder folder;
  const fs::path& path = folder.path();
  const std::string own = path.filename();
  folder.write("en/a/x.md", "x");
  const auto link = [&](const std::string& target, const char* name) {
    fs::create_symlink(target, path / name);
  };
  link("en/a", "plain");
  link("plain/../a/./x.md", "up");
  link(path / "en", "absolute");
  link("../" + own + "/en", "around");
  link("..", "out");
  link("../../../../../../../../etc", "far-out");
  link("/", "root");
  link("circle", "circle");
  link("nothing", "nothing-here");
  link("/no/such/file", "nothing-there");
  const struct {
    const char* path;
    Problem problem;
    const char* target;
  } cases[] = {
      {"", Problem::none, ""},
      {"en/a/x.md", Problem::none, "en/a/x.md"},
      {"en//a/./x.md", Problem::none, "en/a/x.md"},
      {"plain/x.md", Problem::none, "en/a/x.md"},
      {"up", Problem::none, "en/a/x.md"},
      {"absolute/a", Problem::none, "en/a"},
      {"around/a/x.md", Problem::none, "en/a/x.md"},
      {"out", Problem::outside, ""},
      {"out/etc", Problem::outside, ""},
      {"far-out", Problem::outside, ""},
      {"root", Problem::outside, ""},
      {"../x", Problem::outside, ""},
      {"circle/x", Problem::circle, ""},
      {"nothing-here", Problem::missing, ""},
      {"nothing-there", Problem::outside, ""},  // what is there is nobody's business
      {"none/x", Problem::missing, ""},
      {"en/a/x.md/y", Problem::missing, ""},
  };
  const ContentRoot root(path);
  for (const auto& wanted : cases) {
    CAPTURE(wanted.path);
    const ContentTarget got = root.resolve(wanted.path);
    CHECK(got.problem == wanted.problem);
    CHECK(got.path == wanted.target);
  }
}

TEST_CASE("content root: links that lead through very many names are not followed") {
  ContentFolder folder;
  folder.write("z/x", "x");
  std::string detour;
  for (int i = 0; i < 800; ++i) detour += "z/../";
  fs::create_symlink(detour + "z", folder.path() / "one");
  fs::create_symlink(detour + "one", folder.path() / "two");
  fs::create_symlink(detour + "two", folder.path() / "three");
  const ContentRoot root(folder.path());
  for (int again = 0; again < 2; ++again) {
    CHECK(root.resolve("two/x").path == "z/x");
    CHECK(root.resolve("three/x").problem == Problem::detour);
    CHECK(root.resolve("one/../two/../one/x").path == "z/x");  // each is counted by itself
  }
}

TEST_CASE("content root: a path that has become a link is not opened") {
  ContentFolder outside;
  outside.write("x", "secret");
  ContentFolder folder;
  fs::create_directory_symlink(outside.path(), folder.path() / "dir");
  fs::create_symlink(outside.path() / "x", folder.path() / "file");
  const ContentRoot root(folder.path());
  CHECK_THROWS_AS(root.read("dir/x", 100), kb::Error);
  CHECK_THROWS_AS(root.list("dir"), kb::Error);
  CHECK_THROWS_WITH_AS(root.list(".."), "cannot read ..: Invalid cross-device link", kb::Error);
  CHECK_THROWS_WITH_AS(root.read("file", 100), "this is not a plain file", kb::Error);
  CHECK(root.kind("file") == ContentKind::link);
}

TEST_CASE("content root: no more is read than asked for") {
  ContentFolder folder;
  folder.write("a", "12345");
  const ContentRoot root(folder.path());
  CHECK(root.read("a", 5).bytes == "12345");
  CHECK(root.read("a", 4).bytes.empty());
  CHECK(root.read("a", 4).size == 5);
}
