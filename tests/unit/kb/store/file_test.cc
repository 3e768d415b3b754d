#include "kb/store/file.h"

#include <doctest/doctest.h>
#include <sys/resource.h>
#include <sys/stat.h>

#include <csignal>

#include "tests/unit/kb/fixture.h"

namespace kb {
namespace {

TEST_CASE("file: bytes come back as they were written, and replace what was there") {
  const TempFolder folder;
  const auto file = folder / "file";
  for (const std::string& bytes : {std::string("a longer text"), std::string("a\0b\r\n\xFF", 6),
                                   std::string(), std::string(200'000, 'x')}) {
    write_file(file, bytes);
    CHECK(read_file(file) == bytes);
  }
}

TEST_CASE("file: what cannot be read or written is named with the reason") {
  const TempFolder folder;
  const std::string here = folder.path().string();
  const std::string hint = "\ncheck the path and its permissions";
  CHECK(error_of([&] { read_file(folder / "missing"); }) ==
        "cannot read " + here + "/missing: No such file or directory" + hint);
  CHECK(error_of([&] { read_file(folder.path()); }) == "cannot read " + here + ": Is a directory" + hint);
  CHECK(error_of([&] { write_file(folder.path(), "x"); }) ==
        "cannot write " + here + ": Is a directory" + hint);
  CHECK(error_of([&] { write_file(folder / "no/file", "x"); }) ==
        "cannot write " + here + "/no/file: No such file or directory" + hint);
  CHECK(error_of([&] { sync_path(folder / "missing"); }) ==
        "cannot write to disk " + here + "/missing: No such file or directory" + hint);
}

TEST_CASE("file: what is not a regular file is refused, without waiting for it") {
  const TempFolder folder;
  const auto fifo = folder / "fifo";
  REQUIRE(::mkfifo(fifo.c_str(), 0600) == 0);
  std::filesystem::create_symlink("/dev/zero", folder / "endless");
  for (const auto& file : {fifo, folder / "endless", std::filesystem::path("/dev/null")}) {
    const std::string error =
        "cannot read " + file.string() + ": it is not a regular file\nput a regular file in its place";
    CHECK(error_of([&] { read_file(file); }) == error);
    CHECK(error_of([&] { read_blocks(file, [](std::string_view) {}); }) == error);
  }
}

TEST_CASE("file: one that is too large is refused") {
  const TempFolder folder;
  const auto file = folder.write("file", "12345");
  CHECK(read_file(file, 5) == "12345");
  CHECK(error_of([&] { read_file(file, 4); }) ==
        "cannot read " + file.string() + ": it has more than 4 bytes\ncheck that it is the right file");
}

TEST_CASE("file: a full disk says so") {
  CHECK(error_of([] { write_file("/dev/full", "x"); }) ==
        "cannot write /dev/full: No space left on device\nfree some space on this disk, then run it again");
}

// Files may not grow beyond so many bytes while it lives.
class FileSizeLimit {
 public:
  explicit FileSizeLimit(rlim_t bytes) : handler_(std::signal(SIGXFSZ, SIG_IGN)) {
    getrlimit(RLIMIT_FSIZE, &before_);
    const rlimit limit{bytes, before_.rlim_max};
    setrlimit(RLIMIT_FSIZE, &limit);
  }
  ~FileSizeLimit() {
    setrlimit(RLIMIT_FSIZE, &before_);
    std::signal(SIGXFSZ, handler_);
  }
  FileSizeLimit(const FileSizeLimit&) = delete;
  FileSizeLimit& operator=(const FileSizeLimit&) = delete;

 private:
  rlimit before_{};
  void (*handler_)(int);
};

TEST_CASE("file: a write that ends in the middle is an error") {
  const TempFolder folder;
  const auto file = folder / "file";
  std::string error;
  {
    const FileSizeLimit limit(1000);
    error = error_of([&] { write_file(file, std::string(5000, 'x')); });
  }
  CHECK(error == "cannot write " + file.string() + ": File too large\ncheck the path and its permissions");
}

TEST_CASE("file: files and folders can be synced") {
  const TempFolder folder;
  CHECK_NOTHROW(sync_path(folder.write("file", "x")));
  CHECK_NOTHROW(sync_path(folder.path()));
}

}  // namespace
}  // namespace kb
