#include "outbox/outbox.h"

#include <doctest/doctest.h>
#include <sys/stat.h>

#include <fstream>

#include "tests/unit/kb/fixture.h"

using namespace outbox;
using namespace std::chrono_literals;
namespace fs = std::filesystem;

namespace {

Message message(const std::string& id) {
  Message message;
  message.id = id;
  message.text = "secret text";
  return message;
}

std::chrono::sys_seconds now() {
  return std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
}

unsigned mode_of(const fs::path& file) {
  struct stat found {};
  REQUIRE(::stat(file.c_str(), &found) == 0);
  return found.st_mode & 0777U;
}

std::size_t files_in(const fs::path& folder) {
  return static_cast<std::size_t>(std::distance(fs::directory_iterator(folder), fs::directory_iterator()));
}

}  // namespace

TEST_CASE("outbox: a message is one file that only its owner reads, until it is removed") {
  const kb::TempFolder folder;
  const mode_t before = ::umask(0);
  const Outbox outbox(folder / "out");
  CHECK(outbox.put(message("aa")) == Outbox::Put::stored);
  ::umask(before);
  CHECK(mode_of(folder / "out") == 0700);
  CHECK(mode_of(folder / "out" / "aa.json") == 0600);
  REQUIRE(outbox.list().size() == 1);
  CHECK(outbox.list().front().id == "aa");
  CHECK(from_json(outbox.read("aa")) == message("aa"));
  outbox.remove("aa");
  outbox.remove("aa");
  CHECK(files_in(folder / "out") == 0);
}

TEST_CASE("outbox: the same message counts once, and a full outbox takes no more") {
  const kb::TempFolder folder;
  const Outbox outbox(folder / "out", 2);
  CHECK(outbox.put(message("aa")) == Outbox::Put::stored);
  CHECK(outbox.put(message("aa")) == Outbox::Put::already);
  CHECK(outbox.put(message("bb")) == Outbox::Put::stored);
  CHECK(outbox.put(message("cc")) == Outbox::Put::full);
  CHECK(files_in(folder / "out") == 2);
}

TEST_CASE(
    "outbox: the largest file fits, and all that wait have a limit together, for messages with a file") {
  const kb::TempFolder folder;
  const Outbox outbox(folder / "out", 10, 8'000'000);
  Message large = message("aa");
  large.file = std::string(5UL * 1024 * 1024, '\xff');
  CHECK(outbox.put(large) == Outbox::Put::stored);
  CHECK(from_json(outbox.read("aa")) == large);
  CHECK(outbox.list().front().bytes > 6'990'000);
  CHECK(mode_of(folder / "out" / "aa.json") == 0600);
  large.id = "bb";
  CHECK(outbox.put(large) == Outbox::Put::full);
  CHECK(outbox.put(message("cc")) == Outbox::Put::stored);
  Message small = message("dd");
  small.file = "foo";
  CHECK(outbox.put(small) == Outbox::Put::stored);
  outbox.remove("aa");
  CHECK(outbox.put(large) == Outbox::Put::stored);
}

TEST_CASE("outbox: after seven days nothing is left, leftovers of a crash neither") {
  const kb::TempFolder folder;
  const Outbox outbox(folder / "out");
  outbox.put(message("aa"));
  std::ofstream(folder / "out" / "1-2-3.tmp") << "half a mess";
  outbox.set_counts({1, 0});
  CHECK(outbox.expire(now() + 7 * 24h - 1min) == 0);
  CHECK(files_in(folder / "out") == 3);
  CHECK(outbox.expire(now() + 7 * 24h + 1min) == 1);
  CHECK(files_in(folder / "out") == 1);
  CHECK(outbox.counts() == Counts{1, 0});
}

TEST_CASE("outbox: counts are kept, and begin at nothing") {
  const kb::TempFolder folder;
  const Outbox outbox(folder / "out");
  CHECK(outbox.counts() == Counts{});
  outbox.set_counts({12, 3});
  CHECK(Outbox(folder / "out").counts() == Counts{12, 3});
  std::ofstream(folder / "out" / "counts") << "rubbish";
  CHECK(outbox.counts() == Counts{});
  CHECK(outbox.list().empty());
}

TEST_CASE("outbox: a folder that others may look into is refused") {
  const kb::TempFolder folder;
  const fs::path open = folder / "open";
  fs::create_directory(open);
  fs::permissions(open, fs::perms(0750));
  CHECK(kb::error_of([&] { const Outbox outbox(open); }) ==
        "others may look into " + open.string() + "\nrun chmod 700 " + open.string());
  const fs::path file = folder / "file";
  std::ofstream(file) << "x";
  CHECK(kb::error_of([&] { const Outbox outbox(file); }) ==
        "cannot use " + file.string() + ": Not a directory\ncheck the outbox and its permissions");
}

TEST_CASE("outbox: what cannot be written is said, and leaves nothing") {
  const kb::TempFolder folder;
  const Outbox outbox(folder / "out");
  fs::remove(folder / "out");
  CHECK(kb::error_of([&] { outbox.put(message("aa")); }) ==
        "cannot read " + (folder / "out").string() +
            ": No such file or directory\ncheck the outbox and its permissions");
  CHECK_FALSE(fs::exists(folder / "out"));
}
