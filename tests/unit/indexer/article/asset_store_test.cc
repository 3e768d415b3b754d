#include "indexer/article/asset_store.h"

#include <doctest/doctest.h>
#include <sys/stat.h>

#include "kb/model/error.h"
#include "kb/store/file.h"
#include "kb/store/sha256.h"
#include "tests/unit/indexer/content_folder.h"

using namespace indexer;
using indexer_test::ContentFolder;
namespace fs = std::filesystem;

TEST_CASE("assets: named by content, copied once, only when linked") {
  ContentFolder folder;
  folder.write("a.SVG", "<svg width='4' height='3'/>").write("sub/b.svg", "<svg width='4' height='3'/>");
  folder.write("c.pdf", "unused");
  AssetStore store(folder.path(), {});
  const Asset& asset = store.add("a.SVG");
  CHECK(asset.name == kb::sha256("<svg width='4' height='3'/>").substr(0, 16) + ".svg");
  CHECK(asset.size->width == 4);
  CHECK(store.add("sub/b.svg").name == asset.name);
  ContentFolder out;
  store.write(out.path() / "assets");
  CHECK(kb::read_file(out.path() / "assets" / asset.name) == "<svg width='4' height='3'/>");
  CHECK(std::distance(fs::directory_iterator(out.path() / "assets"), {}) == 1);
}

TEST_CASE("assets: what is not served") {
  ContentFolder outside;
  outside.write("secret.png", "x");
  ContentFolder folder;
  folder.write(".env", "x")
      .write("en/.git/config", "x")
      .write("site.yaml", "title: x")
      .write("old/x.png", "x");
  folder.write("page.html", "x").write("app.js", "x");
  fs::create_symlink(outside.path() / "secret.png", folder.path() / "link.png");
  AssetStore store(folder.path(), {"old/**"});
  for (const std::string path :
       {".env", "en/.git/config", "site.yaml", "old/x.png", "link.png", "none.png", "en", ""}) {
    CAPTURE(path);
    CHECK(store.add(path).problem == Asset::Problem::missing);
  }
  CHECK(store.add("page.html").problem == Asset::Problem::active);
  CHECK(store.add("app.js").problem == Asset::Problem::active);
}

TEST_CASE("assets: pictures in the dot folders of other tools") {
  ContentFolder folder;
  folder.write(".gitbook/assets/a.png", "x").write("en/.attachments/b.png", "x");
  folder.write(".gitbook/c.png", "x").write(".gitbook/assets/.env", "x").write(".git/.images/d.png", "x");
  AssetStore store(folder.path(), {});
  CHECK(store.add(".gitbook/assets/a.png").problem == Asset::Problem::none);
  CHECK(store.add("en/.attachments/b.png").problem == Asset::Problem::none);
  for (const std::string path : {".gitbook/c.png", ".gitbook/assets/.env", ".git/.images/d.png"}) {
    CAPTURE(path);
    CHECK(store.add(path).problem == Asset::Problem::missing);
  }
}

TEST_CASE("assets: a link publishes what its target's own name would") {
  ContentFolder folder;
  folder.write(".git/config", "token").write(".env", "token").write("old/x.png", "x").write("new/x.png", "x");
  folder.write("site.yaml", "title: x");
  REQUIRE(::mkfifo((folder.path() / "pipe").c_str(), 0600) == 0);
  const auto link = [&](const char* target, const char* name) {
    fs::create_symlink(target, folder.path() / name);
  };
  link(".git/config", "config.txt");
  link(".git", "dot");
  link(".env", "env.txt");
  link("old/x.png", "old.png");
  link("site.yaml", "site.txt");
  link("env.txt", "twice.txt");
  link("/dev/zero", "zero.png");
  link("pipe", "pipe.png");
  link("new/x.png", "new.png");
  link((folder.path() / "new/x.png").c_str(), "absolute.png");
  link(("../" + folder.path().filename().string() + "/new/x.png").c_str(), "around.png");
  AssetStore store(folder.path(), {"old/**"});
  for (const std::string path : {"config.txt", "dot/config", "env.txt", "old.png", "site.txt", "twice.txt",
                                 "zero.png", "pipe.png", "pipe"}) {
    CAPTURE(path);
    CHECK(store.add(path).problem == Asset::Problem::missing);
  }
  for (const std::string path : {"new.png", "absolute.png", "around.png"}) {
    CAPTURE(path);
    CHECK(store.add(path).name == kb::sha256("x").substr(0, 16) + ".png");
  }
}

TEST_CASE("assets: the source of an article is none, since it may be a draft or not be public yet") {
  ContentFolder folder;
  folder.write("en/draft.md", "---\ndraft: true\n---\nsecret").write("en/B.MDX", "secret");
  fs::create_symlink("draft.md", folder.path() / "en/draft.txt");
  fs::create_symlink("pipe.txt", folder.path() / "en/link.md");
  folder.write("en/pipe.txt", "public");
  AssetStore store(folder.path(), {});
  for (const std::string path : {"en/draft.md", "en/B.MDX", "en/draft.txt", "en/link.md"}) {
    CAPTURE(path);
    CHECK(store.add(path).problem == Asset::Problem::missing);
  }
}

TEST_CASE("assets: a file is read once, however many paths lead to it") {
  ContentFolder folder;
  folder.write("x.png", "x");
  fs::create_symlink(".", folder.path() / "p");
  fs::create_symlink("x.png", folder.path() / "x.gif");
  AssetStore store(folder.path(), {});
  const std::string hash = kb::sha256("x").substr(0, 16);
  CHECK(store.add("x.png").name == hash + ".png");
  folder.write("x.png", "changed");  // not seen, since nothing is read again
  CHECK(store.add("p/p/x.png").name == hash + ".png");
  CHECK(store.add("x.gif").name == hash + ".gif");
}

TEST_CASE("assets: a file that becomes a link during the build stops it") {
  ContentFolder outside;
  outside.write("secret", "one");
  ContentFolder folder;
  folder.write("a.png", "one");
  AssetStore store(folder.path(), {});
  store.add("a.png");
  fs::remove(folder.path() / "a.png");
  fs::create_symlink(outside.path() / "secret", folder.path() / "a.png");
  ContentFolder out;
  CHECK_THROWS_WITH_AS(store.write(out.path() / "assets"), "a.png changed during the build", kb::Error);
}

TEST_CASE("assets: a file that changes during the build stops it") {
  ContentFolder folder;
  folder.write("a.png", "one");
  AssetStore store(folder.path(), {});
  store.add("a.png");
  folder.write("a.png", "two");
  ContentFolder out;
  CHECK_THROWS_WITH_AS(store.write(out.path() / "assets"), "a.png changed during the build", kb::Error);
}
