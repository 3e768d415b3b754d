// A disk that is full: the build says so and ends with 2, what was live still is, and nothing is left behind.
#include <doctest/doctest.h>
#include <sys/mount.h>

#include "tests/faults/site.h"

namespace fs = std::filesystem;
using faults::Command;
using faults::Ended;
using faults::operator+;
using faults::Site;

namespace {

// A small file system of its own. Only root may mount one.
class SmallDisk {
 public:
  SmallDisk(fs::path at, int megabytes) : at_(std::move(at)) {
    fs::create_directories(at_);
    const std::string options = "size=" + std::to_string(megabytes) + "m";
    mounted_ = ::mount("tmpfs", at_.c_str(), "tmpfs", 0, options.c_str()) == 0;
    if (!mounted_) MESSAGE("skipped: mounting a small file system needs root and the right to mount");
  }
  ~SmallDisk() {
    if (mounted_) ::umount(at_.c_str());
  }
  SmallDisk(const SmallDisk&) = delete;
  SmallDisk& operator=(const SmallDisk&) = delete;
  bool mounted() const { return mounted_; }

 private:
  fs::path at_;
  bool mounted_ = false;
};

// It grows until it does not fit.
void fill_up(Site& site) {
  int builds = 0;
  Ended built;
  for (int articles = 100; built.code == 0 && builds < 20; articles += 400, ++builds) {
    site.add_articles(articles);
    built = site.build();
    if (built.code != 0) {
      CHECK(built.code == 2);
      const bool says_why = built.err.find("free") != std::string::npos ||
                            built.err.find("make room on it") != std::string::npos;
      CHECK(says_why);
      CHECK(site.leftovers().empty());
    }
  }
  REQUIRE(built.code != 0);
}

const std::vector<std::string> kCalls{"write",  "pwrite64", "fsync",    "fdatasync",
                                      "rename", "mkdir",    "ftruncate"};

// A build whose call number `when` of that name fails. False when it makes fewer of them.
bool fails_well(const Site& site, const std::string& call, const std::string& error, int when) {
  CAPTURE(call);
  CAPTURE(error);
  CAPTURE(when);
  site.restore();
  const Command options = faults::fault_at(call, "error=" + error + ":when=" + std::to_string(when));
  const Ended built = faults::run_to_end(faults::with_strace(options, site.build_command()));
  if (built.code == 0 && built.err.find("Published") != std::string::npos) return false;
  CHECK(built.code == 2);
  CHECK(site.leftovers().empty());
  CHECK(site.verify().code == 0);
  const bool is_new = site.current() == "gen-000002";  // when what failed came after the switch
  CHECK(fs::exists(site.index / "gen-000002") == is_new);
  CHECK(site.finds("zebra") == is_new);
  return true;
}

}  // namespace

TEST_SUITE("disk_full") {
  TEST_CASE("disk full: nothing is lost and nothing is left on a disk of 4, 8 or 16 MB") {
    for (const int megabytes : {4, 8, 16}) {
      CAPTURE(megabytes);
      Site site;
      const SmallDisk disk(site.index, megabytes);
      if (!disk.mounted()) return;
      REQUIRE(site.build().code == 0);
      const faults::Daemon daemon(site);
      fill_up(site);
      CHECK(site.verify().code == 0);
      CHECK(site.finds("aardvark"));
      CHECK(http_test::get(daemon.port, "/readyz").body == site.current() + "\n");
      CHECK(http_test::get(daemon.port, "/en/orders/hours").has("Aardvark"));
    }
  }

  // For everybody: files of more than so many KiB cannot be written. The signal that says so is ignored, as
  // programs do that want the error.
  TEST_CASE("disk full: files that cannot grow end a build with 2, and nothing is left") {
    Site site;
    REQUIRE(site.build().code == 0);
    site.add_articles(200);
    site.write_title("Zebra");
    for (const int kib : {0, 1, 4, 16, 64, 128}) {
      CAPTURE(kib);
      const Command limited{"/bin/bash", "-c",
                            "trap '' XFSZ; ulimit -f " + std::to_string(kib) + "; exec \"$@\"", "bash"};
      const Ended built = faults::run_to_end(limited + site.build_command());
      CHECK(built.code == 2);
      if (kib > 0) CHECK(built.err.find("  check the ") != std::string::npos);  // else it cannot be said
      CHECK(site.leftovers().empty());
      CHECK(site.current() == "gen-000001");
    }
    CHECK(site.verify().code == 0);
    CHECK(site.finds("aardvark"));
    CHECK(site.build().code == 0);
    CHECK(site.finds("zebra"));
  }

  TEST_CASE("disk full: whichever write, sync or rename fails, what is live is whole and nothing is left") {
    if (!faults::can_inject()) return;
    const int stride = faults::is_long() ? 1 : 29;
    for (const std::string error : {"ENOSPC", "EIO", "EMFILE", "ENOMEM"}) {
      Site site;
      REQUIRE(site.build().code == 0);
      site.keep();
      site.write_title("Zebra");
      int failures = 0;
      for (const std::string& call : kCalls) {
        for (int when = 1; fails_well(site, call, error, when); when += stride) ++failures;
      }
      MESSAGE(error, ": ", failures, " builds failed");
      CHECK(failures > 7);
    }
  }

  TEST_CASE("disk full: an interrupted system call is made again") {
    if (!faults::can_inject()) return;
    Site site;
    const Command options = faults::fault_at("read,write,pread64,pwrite64", "error=EINTR:when=40+7");
    const Ended built = faults::run_to_end(faults::with_strace(options, site.build_command()));
    CHECK(built.code == 0);
    CHECK(site.verify().code == 0);
  }
}
