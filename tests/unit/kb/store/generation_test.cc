#include "kb/store/generation.h"

#include <doctest/doctest.h>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <optional>

#include "kb/store/sha256.h"
#include "tests/unit/kb/fixture.h"

namespace kb {
namespace {

namespace fs = std::filesystem;
using Names = std::vector<std::string>;

const std::string kCheckFolder = "\ncheck the index folder, its space and permissions";

// An index folder that does not exist yet.
class Index {
 public:
  fs::path path() const { return folder_ / "index"; }
  fs::path operator/(std::string_view name) const { return path() / name; }

  std::string publish(const std::string& text = "text", int keep = 3) const {
    PendingGeneration pending(path());
    write_file(pending.dir() / "site.json", text);
    pending.seal({});
    return pending.publish(keep);
  }

  void write(std::string_view name, std::string_view bytes) const {
    folder_.write("index/" + std::string(name), bytes);
  }

  // What lies in the index, sorted; the lock left out.
  Names contents() const {
    Names names;
    for (const auto& entry : fs::directory_iterator(path())) {
      if (entry.path().filename() != "LOCK") names.push_back(entry.path().filename());
    }
    std::sort(names.begin(), names.end());
    return names;
  }

  std::string current() const { return read_file(*this / "CURRENT"); }

  void make_newer(const std::string& name) const {
    const std::string text = R"({"format":4})";
    write(name + "/manifest.json", text);
    write(name + "/manifest.sha256", sha256(text) + "\n");
  }

 private:
  TempFolder folder_;
};

TEST_CASE_FIXTURE(Index, "generation: there is none in a folder that is empty or missing") {
  CHECK_FALSE(current_generation(path()));
  CHECK(generation_names(path()).empty());
  CHECK(list_generations(path()).empty());
  CHECK(error_of([&] { rollback(path(), std::nullopt); }) ==
        "there is no generation in " + path().string() + "\ncheck the path, or build the content first");
  CHECK_FALSE(fs::exists(path()));
}

TEST_CASE_FIXTURE(Index, "generation: the first is published into a folder made for it") {
  CHECK(publish() == "gen-000001");
  CHECK(contents() == Names{"CURRENT", "gen-000001"});
  CHECK(current() == "gen-000001\n");
  CHECK(current_generation(path()) == "gen-000001");
  CHECK(verify(*this / "gen-000001", Verify::hashes).files.size() == 1);
}

TEST_CASE_FIXTURE(Index, "generation: nothing is live before publish, and it is written aside") {
  publish("old");
  PendingGeneration pending(path());
  CHECK(pending.dir() == *this / "gen-000002.tmp");
  CHECK(fs::is_empty(pending.dir()));
  write_file(pending.dir() / "site.json", "new");
  pending.seal({});
  CHECK(current_generation(path()) == "gen-000001");
  CHECK(generation_names(path()) == Names{"gen-000001"});
  CHECK(pending.publish() == "gen-000002");
  CHECK(current() == "gen-000002\n");
  CHECK(contents() == Names{"CURRENT", "gen-000001", "gen-000002"});
}

TEST_CASE_FIXTURE(
    Index, "generation: the last three are kept, the live one always, and numbers are not used again") {
  for (int i = 0; i < 5; ++i) publish();
  CHECK(generation_names(path()) == Names{"gen-000003", "gen-000004", "gen-000005"});
  CHECK(publish("text", 1) == "gen-000006");
  CHECK(generation_names(path()) == Names{"gen-000006"});
  CHECK(publish("text", 0) == "gen-000007");
  CHECK(generation_names(path()) == Names{"gen-000007"});
}

TEST_CASE_FIXTURE(Index,
                  "generation: after a rollback the next number follows the newest, not the live one") {
  for (int i = 0; i < 3; ++i) publish();
  rollback(path(), "gen-000001");
  CHECK(publish() == "gen-000004");
  CHECK(generation_names(path()) == Names{"gen-000002", "gen-000003", "gen-000004"});
}

TEST_CASE_FIXTURE(Index, "generation: numbers are ordered as numbers, past six digits too") {
  for (const char* name : {"gen-1000000", "gen-999999", "gen-000010", "gen-000009"})
    write(std::string(name) + "/x", "");
  CHECK(generation_names(path()) == Names{"gen-000009", "gen-000010", "gen-999999", "gen-1000000"});
  CHECK(publish() == "gen-1000001");
}

TEST_CASE_FIXTURE(Index, "generation: a build that ends before publish leaves nothing and changes nothing") {
  publish("old");
  SUBCASE("unsealed") {
    const PendingGeneration pending(path());
    write_file(pending.dir() / "site.json", "new");
  }
  SUBCASE("sealed") {
    PendingGeneration pending(path());
    write_file(pending.dir() / "site.json", "new");
    pending.seal({});
  }
  SUBCASE("sealed into something that does not verify") {
    const auto build = [&] {
      PendingGeneration pending(path());
      write_file(pending.dir() / "caf\xE9", "");
      pending.seal({});
    };
    CHECK(error_of(build) ==
          "gen-000002.tmp is damaged: caf\uFFFD is missing\n"
          "build the content again, or go back with firstline-indexer rollback");
  }
  SUBCASE("not sealable") {
    const auto build = [&] {
      PendingGeneration pending(path());
      fs::create_symlink("/etc/passwd", pending.dir() / "link");
      pending.seal({});
    };
    CHECK(error_of(build) ==
          "gen-000002.tmp is damaged: link is a symbolic link\n"
          "build the content again, or go back with firstline-indexer rollback");
  }
  CHECK(contents() == Names{"CURRENT", "gen-000001"});
  CHECK(current() == "gen-000001\n");
  CHECK(publish() == "gen-000002");
}

TEST_CASE_FIXTURE(
    Index, "generation: leftovers of a run that died are removed by the next, the newest number used again") {
  publish();
  write("gen-000002.tmp/en/articles", "half");
  write("gen-000009.tmp/x", "");
  write("CURRENT.tmp", "gen-0000");
  CHECK(generation_names(path()) == Names{"gen-000001"});
  const PendingGeneration pending(path());
  CHECK(contents() == Names{"CURRENT", "gen-000001", "gen-000002.tmp"});
  CHECK(fs::is_empty(pending.dir()));
}

TEST_CASE_FIXTURE(Index, "generation: a folder with somebody else's files is refused and untouched") {
  for (const std::string file : {"thesis.txt", "gen-1", "gen-00001a", "gen--00001", "gen-0000001",
                                 "gen-99999999999999999999", "generations", "gen-.tmp", ".git", "current"}) {
    CAPTURE(file);
    const Index index;
    index.write(file, "mine");
    index.write("gen-000002.tmp/x", "theirs");
    CHECK(error_of([&] { index.publish(); }) ==
          index.path().string() + " is not an index: it holds " + file +
              "\nname an empty or new folder with --index; nothing was changed");
    Names expected{file, "gen-000002.tmp"};
    std::sort(expected.begin(), expected.end());
    CHECK(index.contents() == expected);
    CHECK_FALSE(fs::exists(index / "LOCK"));
    CHECK(read_file(index / file) == "mine");
  }
}

TEST_CASE_FIXTURE(Index, "generation: the writer's findings may lie beside CURRENT") {
  write("diagnostics.json", "[]");
  CHECK(publish() == "gen-000001");
  CHECK(read_file(*this / "diagnostics.json") == "[]");
}

TEST_CASE("generation: an index that cannot be reached is an error of ours, not an empty one") {
  const TempFolder folder;
  fs::create_symlink("loop", folder / "loop");
  CHECK(error_of([&] { current_generation(folder / "loop"); }) ==
        "cannot read " + (folder / "loop/CURRENT").string() +
            ": Too many levels of symbolic links\ncheck the path and its permissions");
}

TEST_CASE("generation: an index cannot be made where a file is") {
  const TempFolder folder;
  const auto file = folder.write("index", "");
  CHECK(error_of([&] { const PendingGeneration pending(file); }) ==
        "cannot create " + file.string() + ": Not a directory\ncheck the path and its permissions");
}

TEST_CASE_FIXTURE(Index, "generation: a folder where the lock must be is named") {
  fs::create_directories(*this / "LOCK");
  CHECK(error_of([&] { publish(); }) ==
        "cannot write to " + path().string() + "\ncheck the folder and its permissions");
}

TEST_CASE_FIXTURE(Index, "generation: while one indexer writes, another can neither build nor roll back") {
  publish();
  publish();
  const std::string busy = "another firstline-indexer is writing to " + path().string() +
                           "\nwait until it is done, then run this again";
  {
    const PendingGeneration pending(path());
    CHECK(error_of([&] { const PendingGeneration second(path()); }) == busy);
    CHECK(error_of([&] { rollback(path(), std::nullopt); }) == busy);
    CHECK(fs::exists(pending.dir()));
  }
  CHECK(rollback(path(), std::nullopt) == "gen-000001");
}

TEST_CASE_FIXTURE(Index, "generation: a lock held by another process counts, and ends with it") {
  publish();
  int told[2];
  int asked[2];
  REQUIRE((pipe(told) == 0 && pipe(asked) == 0));
  const pid_t child = fork();
  if (child == 0) {
    const int fd = ::open((*this / "LOCK").c_str(), O_RDWR);
    const char locked = ::flock(fd, LOCK_EX) == 0 ? 'y' : 'n';
    char end = 0;
    _exit(::write(told[1], &locked, 1) == 1 && ::read(asked[0], &end, 1) == 1 ? 0 : 1);
  }
  char locked = 0;
  CHECK(::read(told[0], &locked, 1) == 1);
  CHECK(locked == 'y');
  CHECK(error_of([&] { publish(); }).starts_with("another firstline-indexer is writing to "));
  CHECK(::write(asked[1], "e", 1) == 1);
  int status = 1;
  waitpid(child, &status, 0);
  CHECK(status == 0);
  for (const int fd : {told[0], told[1], asked[0], asked[1]}) ::close(fd);
  CHECK(publish() == "gen-000002");
}

TEST_CASE_FIXTURE(Index, "generation: a constructor that fails gives the lock back") {
  make_newer("gen-000001");
  for (int i = 0; i < 2; ++i) CHECK(error_of([&] { publish(); }).find("newer version") != std::string::npos);
}

TEST_CASE_FIXTURE(Index, "generation: rollback goes to the one before the live one, step by step") {
  for (int i = 0; i < 3; ++i) publish();
  CHECK(rollback(path(), std::nullopt) == "gen-000002");
  CHECK(current() == "gen-000002\n");
  CHECK(rollback(path(), std::nullopt) == "gen-000001");
  CHECK(error_of([&] { rollback(path(), std::nullopt); }) ==
        "there is no generation before the live one in " + path().string() +
            "\nsee firstline-indexer generations " + path().string());
  CHECK(current() == "gen-000001\n");
}

TEST_CASE_FIXTURE(Index, "generation: rollback goes to the one named, back and forth") {
  for (int i = 0; i < 3; ++i) publish();
  CHECK(rollback(path(), "gen-000001") == "gen-000001");
  CHECK(rollback(path(), "gen-000003") == "gen-000003");
  CHECK(contents() == Names{"CURRENT", "gen-000001", "gen-000002", "gen-000003"});
}

TEST_CASE_FIXTURE(Index, "generation: rollback to one that is not there changes nothing") {
  publish();
  write("gen-000002.tmp/x", "");
  for (const std::string name : {"gen-000007", "gen-000002.tmp", "", "..", "gen-000001/"}) {
    CHECK(error_of([&] { rollback(path(), name); }) ==
          "there is no generation " + name + " in " + path().string() +
              "\nsee firstline-indexer generations " + path().string());
  }
  CHECK(current() == "gen-000001\n");
}

TEST_CASE_FIXTURE(Index, "generation: rollback to a damaged one changes nothing") {
  publish("abc");
  publish("abc");
  write("gen-000001/site.json", "abd");
  CHECK(error_of([&] { rollback(path(), std::nullopt); }) ==
        "gen-000001 is damaged: site.json has other contents\n"
        "build the content again, or go back with firstline-indexer rollback");
  CHECK(current() == "gen-000002\n");
}

TEST_CASE_FIXTURE(Index, "generation: a malformed CURRENT is an error to readers, and rollback repairs it") {
  publish();
  publish();
  for (const std::string text :
       {"", "\n", "gen-1\n", "../gen-000001\n", "gen-000001\n\n", "gen-000001 \n", "gen-000001.tmp\n"}) {
    CAPTURE(text);
    write("CURRENT", text);
    CHECK(error_of([&] { current_generation(path()); }) ==
          path().string() +
              "/CURRENT does not name a generation\nrun firstline-indexer rollback, or build the content "
              "again");
    for (const auto& info : list_generations(path())) CHECK(info.state == State::kept);
    CHECK(rollback(path(), std::nullopt) == "gen-000002");
    CHECK(current_generation(path()) == "gen-000002");
  }
  write("CURRENT", "garbage");
  CHECK(publish() == "gen-000003");
}

TEST_CASE_FIXTURE(Index, "generation: a FIFO or a device in the index keeps nobody waiting") {
  publish();
  publish();
  struct Case {
    std::string name;
    std::string error;  // behind the file's path, or the whole
  };
  const std::string irregular = ": it is not a regular file\nput a regular file in its place";
  const std::string damaged = "\nbuild the content again, or go back with firstline-indexer rollback";
  const std::vector<Case> cases{
      {"CURRENT", "cannot read " + (*this / "CURRENT").string() + irregular},
      {"gen-000002/manifest.json",
       "cannot read " + (*this / "gen-000002/manifest.json").string() + irregular},
      {"gen-000002/manifest.sha256",
       "cannot read " + (*this / "gen-000002/manifest.sha256").string() + irregular},
      {"gen-000002/site.json", "gen-000002 is damaged: site.json is not a regular file" + damaged},
  };
  for (const Case& expected : cases) {
    CAPTURE(expected.name);
    const fs::path file = *this / expected.name;
    const std::string before = read_file(file);
    fs::remove(file);
    REQUIRE(::mkfifo(file.c_str(), 0600) == 0);
    CHECK(error_of([&] { verify(*this / current_generation(path()).value(), Verify::hashes); }) ==
          expected.error);
    fs::remove(file);
    write(expected.name, before);
  }
  REQUIRE(::mkfifo((*this / "CURRENT.tmp").c_str(), 0600) == 0);
  CHECK(rollback(path(), std::nullopt) == "gen-000001");
  fs::remove(*this / "CURRENT");
  REQUIRE(::mkfifo((*this / "CURRENT").c_str(), 0600) == 0);
  CHECK(rollback(path(), std::nullopt) == "gen-000002");
  CHECK(current() == "gen-000002\n");
}

TEST_CASE_FIXTURE(Index, "generation: a CURRENT of any size is not read whole") {
  publish();
  write("CURRENT", "");
  fs::resize_file(*this / "CURRENT", std::uintmax_t{1} << 40);
  CHECK(error_of([&] { current_generation(path()); }) ==
        "cannot read " + (*this / "CURRENT").string() +
            ": it has more than 256 bytes\ncheck that it is the right file");
}

TEST_CASE_FIXTURE(Index, "generation: CURRENT without a newline is read all the same") {
  publish();
  write("CURRENT", "gen-000001");
  CHECK(current_generation(path()) == "gen-000001");
}

TEST_CASE_FIXTURE(Index, "generation: rollback finds the newest when the live one is gone") {
  publish();
  publish();
  fs::remove_all(*this / "gen-000002");
  CHECK(rollback(path(), std::nullopt) == "gen-000001");
}

TEST_CASE_FIXTURE(Index,
                  "generation: the list says which is live, which is kept and which is broken and why") {
  for (int i = 0; i < 3; ++i) publish();
  rollback(path(), "gen-000002");
  fs::remove(*this / "gen-000003" / "site.json");
  const auto list = list_generations(path());
  REQUIRE(list.size() == 3);
  CHECK(list[0].name == "gen-000001");
  CHECK(list[0].state == State::kept);
  CHECK(list[0].manifest.has_value());
  CHECK(list[0].problem.empty());
  CHECK(list[1].state == State::live);
  CHECK(list[2].state == State::broken);
  CHECK_FALSE(list[2].manifest);
  CHECK(list[2].problem == "gen-000003 is damaged: site.json is missing");
}

TEST_CASE_FIXTURE(Index, "generation: an index of a newer format is not written over") {
  SUBCASE("the live one") {
    make_newer("gen-000001");
    write("gen-000002/x", "");
    write("CURRENT", "gen-000001\n");
    CHECK(error_of([&] { publish(); }) ==
          path().string() +
              " was written by a newer version of Firstline: gen-000001 has a later index format\n"
              "update Firstline, or name another folder with --index; no generation was changed");
    CHECK(contents() == Names{"CURRENT", "gen-000001", "gen-000002"});
  }
  SUBCASE("the newest") {
    publish();
    make_newer("gen-000002");
    write("gen-000003.tmp/x", "");
    CHECK(error_of([&] { publish(); }) ==
          path().string() +
              " was written by a newer version of Firstline: gen-000002 has a later index format\n"
              "update Firstline, or name another folder with --index; no generation was changed");
    CHECK(contents() == Names{"CURRENT", "gen-000001", "gen-000002", "gen-000003.tmp"});
  }
}

TEST_CASE_FIXTURE(Index,
                  "generation: one of a newer format that is neither live nor newest does not matter") {
  make_newer("gen-000001");
  write("gen-000002/manifest.json", "{");
  write("CURRENT", "gen-000009\n");
  CHECK(publish() == "gen-000003");
}

TEST_CASE_FIXTURE(Index, "generation: a damaged or older newest one is written over") {
  write("gen-000001/manifest.json", R"({"format":0})");
  CHECK(publish() == "gen-000002");
}

TEST_CASE_FIXTURE(Index, "generation: a switch that fails is an error, and leaves nothing") {
  publish();
  std::optional<PendingGeneration> pending(path());
  pending->seal({});
  std::string said;
  SUBCASE("CURRENT cannot be replaced") {
    fs::remove(*this / "CURRENT");
    write("CURRENT/x", "");
    said = "cannot make gen-000002 live: Is a directory" + kCheckFolder;
  }
  SUBCASE("the new pointer cannot be written") {
    write("CURRENT.tmp/x", "");
    said = "cannot write " + (*this / "CURRENT.tmp").string() +
           ": Is a directory\ncheck the path and its permissions";
  }
  CHECK(error_of([&] { pending->publish(); }) == said);
  pending.reset();
  fs::remove_all(*this / "CURRENT.tmp");
  CHECK(contents() == Names{"CURRENT", "gen-000001"});
}

TEST_CASE_FIXTURE(Index, "generation: a name that is taken is an error, and what has it stays") {
  publish();
  std::optional<PendingGeneration> pending(path());
  pending->seal({});
  write("gen-000002/x", "");
  CHECK(error_of([&] { pending->publish(); }) ==
        "cannot publish gen-000002: Directory not empty" + kCheckFolder);
  pending.reset();
  CHECK(contents() == Names{"CURRENT", "gen-000001", "gen-000002"});
}

TEST_CASE_FIXTURE(Index, "generation: an old one that cannot be removed is left to a later run") {
  for (int i = 0; i < 3; ++i) publish();
  {
    PendingGeneration pending(path());
    pending.seal({});
    write("gen-000001.tmp/x", "in the way");
    CHECK(pending.publish() == "gen-000004");
  }
  CHECK(current() == "gen-000004\n");
  publish();
  CHECK(contents() == Names{"CURRENT", "gen-000003", "gen-000004", "gen-000005"});
}

}  // namespace
}  // namespace kb
