#include "kb/store/manifest.h"

#include <doctest/doctest.h>
#include <sys/stat.h>

#include "kb/store/sha256.h"
#include "tests/unit/kb/fixture.h"

namespace kb {
namespace {

namespace fs = std::filesystem;
using namespace std::chrono_literals;

const std::string kRestore = "\nbuild the content again, or go back with firstline-indexer rollback";

// A sealed generation of four files, one of them empty and two in folders.
class Sealed {
 public:
  Sealed() {
    for (const auto& [name, bytes] :
         {std::pair{"site.json", "{}"}, std::pair{"empty", ""}, std::pair{"en/cards.json", "[1,2]"},
          std::pair{"en/articles/docdata.glass", "abcdef"}}) {
      index_.write(std::string("gen-000007/") + name, bytes);
    }
    seal(dir(), {});
  }

  fs::path dir() const { return index_ / "gen-000007"; }
  std::string damage(Verify how) const {
    return error_of([&] { verify(dir(), how); });
  }
  // Replaces the manifest by one that matches its hash.
  void write_manifest(const std::string& text) const {
    write_file(dir() / "manifest.json", text);
    write_file(dir() / "manifest.sha256", sha256(text) + "\n");
  }

 private:
  TempFolder index_;
};

const char* const kFiles[] = {"site.json", "en/cards.json", "en/articles/docdata.glass", "empty"};

std::string damaged(const std::string& why) { return "gen-000007 is damaged: " + why + kRestore; }

TEST_CASE("manifest: every field comes back from disk") {
  const TempFolder index;
  index.write("gen-000007/site.json", "{}");
  Manifest written;
  written.program = "1.2.3";
  written.revision = "abc123";
  written.built = std::chrono::sys_days{2026y / 5 / 2} + 9h + 30min + 1s;
  written.drafts = true;
  written.articles = {{"de", 2}, {"en", 3}};
  written.sections = 9;
  written.next_change = std::chrono::sys_days{2026y / 6 / 1};
  written.files = {{"stale", {1, "x"}}};
  seal(index / "gen-000007", written);
  const Manifest read = verify(index / "gen-000007", Verify::hashes);
  CHECK(read.format == 3);
  CHECK(read.program == "1.2.3");
  CHECK(read.revision == "abc123");
  CHECK(read.built == written.built);
  CHECK(read.drafts);
  CHECK(read.articles == written.articles);
  CHECK(read.sections == 9);
  CHECK(read.next_change == written.next_change);
  REQUIRE(read.files.size() == 1);
  CHECK(read.files.at("site.json").size == 2);
  CHECK(read.files.at("site.json").sha256 == sha256("{}"));
}

TEST_CASE_FIXTURE(Sealed,
                  "manifest: an untouched generation is whole, with no next change unless one is known") {
  CHECK(verify(dir(), Verify::sizes).files.size() == 4);
  const Manifest manifest = verify(dir(), Verify::hashes);
  CHECK(manifest.files.size() == 4);
  CHECK_FALSE(manifest.drafts);
  CHECK_FALSE(manifest.next_change);
}

TEST_CASE("manifest: each missing file is named") {
  for (const std::string file : kFiles) {
    const Sealed generation;
    fs::remove(generation.dir() / file);
    CHECK(generation.damage(Verify::sizes) == damaged(file + " is missing"));
  }
  for (const std::string file : {"manifest.json", "manifest.sha256"}) {
    const Sealed generation;
    fs::remove(generation.dir() / file);
    CHECK(generation.damage(Verify::sizes) == damaged(file + " is missing"));
  }
  CHECK(error_of([] { verify("/nowhere/gen-000007", Verify::sizes); }) ==
        damaged("manifest.json is missing"));
}

TEST_CASE("manifest: a file too many is named, wherever it is") {
  for (const std::string file : {"extra", "en/extra", "en/articles/manifest.json", ".hidden"}) {
    const Sealed generation;
    write_file(generation.dir() / file, "");
    CHECK(generation.damage(Verify::sizes) == damaged(file + " is not in its manifest"));
  }
}

TEST_CASE("manifest: a file cut short or grown is named") {
  for (const std::string file : {"site.json", "en/cards.json", "en/articles/docdata.glass"}) {
    const Sealed generation;
    fs::resize_file(generation.dir() / file, fs::file_size(generation.dir() / file) - 1);
    CHECK(generation.damage(Verify::sizes) == damaged(file + " has another size"));
  }
  const Sealed generation;
  fs::resize_file(generation.dir() / "empty", 1);
  CHECK(generation.damage(Verify::sizes) == damaged("empty has another size"));
}

TEST_CASE("manifest: a flipped byte is found by hashes, and by sizes it is not") {
  for (const std::string file : {"site.json", "en/cards.json", "en/articles/docdata.glass"}) {
    const Sealed generation;
    std::string bytes = read_file(generation.dir() / file);
    bytes.back() = static_cast<char>(bytes.back() ^ 1);
    write_file(generation.dir() / file, bytes);
    CHECK(generation.damage(Verify::hashes) == damaged(file + " has other contents"));
    CHECK(generation.damage(Verify::sizes) == "nothing was thrown");
  }
}

TEST_CASE_FIXTURE(Sealed, "manifest: a change to the manifest or its hash is found") {
  SUBCASE("the manifest") { write_file(dir() / "manifest.json", read_file(dir() / "manifest.json") + " "); }
  SUBCASE("its hash") { write_file(dir() / "manifest.sha256", std::string(64, '0') + "\n"); }
  SUBCASE("its hash, emptied") { write_file(dir() / "manifest.sha256", ""); }
  CHECK(damage(Verify::sizes) == damaged("manifest.json does not match its hash"));
}

TEST_CASE("manifest: a symbolic link is refused, to a file and to a folder") {
  const std::string folder = "en/articles";
  for (const std::string file : {"site.json", "en/cards.json"}) {
    const Sealed generation;
    fs::rename(generation.dir() / file, generation.dir() / "moved");
    fs::create_symlink(generation.dir() / "moved", generation.dir() / file);
    CHECK(generation.damage(Verify::sizes) == damaged(file + " is a symbolic link"));
  }
  const Sealed generation;
  const TempFolder elsewhere;
  fs::rename(generation.dir() / folder, elsewhere / "articles");
  fs::create_directory_symlink(elsewhere / "articles", generation.dir() / folder);
  CHECK(generation.damage(Verify::sizes) == damaged("en/articles is a symbolic link"));
}

TEST_CASE_FIXTURE(Sealed, "manifest: what is neither file nor folder is refused") {
  REQUIRE(mkfifo((dir() / "pipe").c_str(), 0600) == 0);
  CHECK(damage(Verify::sizes) == damaged("pipe is not a regular file"));
  CHECK(error_of([&] { seal(dir(), {}); }) == damaged("pipe is not a regular file"));
}

TEST_CASE_FIXTURE(Sealed, "manifest: a folder in place of a file is that file missing") {
  fs::remove(dir() / "site.json");
  fs::create_directory(dir() / "site.json");
  CHECK(damage(Verify::sizes) == damaged("site.json is missing"));
}

TEST_CASE_FIXTURE(Sealed, "manifest: a path out of the generation is never followed") {
  write_manifest(
      R"({"format":3,"program":"","revision":"","built":"2026-05-02T00:00:00Z","drafts":false,"articles":{},"sections":0,)"
      R"("next_change":null,"files":{"../../etc/passwd":{"size":1,"sha256":""}}})");
  CHECK(damage(Verify::hashes) == damaged("../../etc/passwd is missing"));
}

TEST_CASE_FIXTURE(Sealed, "manifest: another format says which, and what to do") {
  const std::string older_hint = "\nbuild the content again with this version";
  const std::string newer_hint = "\nupdate Firstline, or build the content again with this version";
  SUBCASE("newer") {
    write_manifest(R"({"format":4})");
    CHECK(damage(Verify::sizes) == "gen-000007 has index format 4, this program reads 3" + newer_hint);
    CHECK(has_newer_format(dir()));
  }
  SUBCASE("much newer") {
    write_manifest(R"({"format":4294967298})");
    CHECK(damage(Verify::sizes) ==
          "gen-000007 has index format 4294967298, this program reads 3" + newer_hint);
    CHECK(has_newer_format(dir()));
  }
  SUBCASE("older") {
    write_manifest(R"({"format":1})");
    CHECK(damage(Verify::sizes) == "gen-000007 has index format 1, this program reads 3" + older_hint);
    CHECK_FALSE(has_newer_format(dir()));
  }
}

TEST_CASE_FIXTURE(Sealed, "manifest: what is no manifest is not readable, and of no newer format") {
  for (const char* text :
       {"", "{", "[]", "2", "{}", R"({"format":"2"})", R"({"format":1.5})", R"({"format":null})", "\xFF"}) {
    CAPTURE(text);
    write_manifest(text);
    CHECK(damage(Verify::sizes) == damaged("manifest.json is not readable"));
    CHECK_FALSE(has_newer_format(dir()));
  }
  CHECK_FALSE(has_newer_format(dir() / "missing"));
}

TEST_CASE_FIXTURE(Sealed, "manifest: a missing or wrong field is found") {
  for (
      const char* text :
      {R"({"format":3})", R"({"format":3,"program":7})",
       R"({"format":3,"program":"","revision":"","built":"2026-05-02T00:00:00Z","drafts":false,"articles":{},)"
       R"("sections":0,"next_change":null,"files":{"site.json":7}})"}) {
    CAPTURE(text);
    write_manifest(text);
    CHECK(damage(Verify::sizes) == damaged("manifest.json lacks a field"));
  }
}

TEST_CASE("manifest: text that is no UTF-8 does not stop a build") {
  const TempFolder index;
  index.write("gen-000007/site.json", "{}");
  Manifest manifest;
  manifest.revision = "caf\xE9";
  seal(index / "gen-000007", manifest);
  CHECK(verify(index / "gen-000007", Verify::hashes).revision == "caf\uFFFD");
}

TEST_CASE("manifest: a file whose name is no UTF-8 is an error, not a crash") {
  const TempFolder index;
  index.write("gen-000007/caf\xE9", "");
  seal(index / "gen-000007", {});
  CHECK(error_of([&] { verify(index / "gen-000007", Verify::sizes); }) == damaged("caf\uFFFD is missing"));
}

TEST_CASE("manifest: a folder that is not there cannot be sealed") {
  CHECK(error_of([] { seal("/nowhere/gen-000007", {}); }) ==
        "cannot seal /nowhere/gen-000007: No such file or directory\ncheck the folder, its space and "
        "permissions");
}

}  // namespace
}  // namespace kb
