// kill -9 of the indexer at any moment: the old generation is live and valid, or the new one is, and the next
// run cleans up. The moments are the system calls that change the disk, so none can be forgotten.
#include <doctest/doctest.h>
#include <signal.h>

#include <algorithm>

#include "kb/store/file.h"
#include "tests/faults/site.h"

namespace fs = std::filesystem;
using faults::Command;
using faults::Ended;
using faults::operator+;
using faults::Site;

namespace {

// All that change the disk.
const std::vector<std::string> kDiskCalls{"write", "pwrite64", "fsync",    "fdatasync", "rename",
                                          "mkdir", "unlink",   "unlinkat", "ftruncate"};

// Three generations are there, so that the next one has to remove the first.
struct Published : Site {
  Published() {
    for (int i = 0; i < 3; ++i) REQUIRE(build().code == 0);
    write_title("Zebra");
    keep();
  }

  Ended build_killed(const std::string& calls, int when, const Command& path = {}) const {
    restore();
    const Command options = path + faults::fault_at(calls, "signal=KILL:when=" + std::to_string(when));
    return faults::run_to_end(faults::with_strace(options, build_command()));
  }
};

void check_old_or_new(const Site& site) {
  const bool is_new = site.current() == "gen-000004";
  CHECK((is_new || site.current() == "gen-000003"));
  CHECK(site.verify().code == 0);
  CHECK(site.finds("aardvark") == !is_new);
  CHECK(site.finds("zebra") == is_new);
}

void check_next_run(const Site& site) {
  CHECK(site.build().code == 0);
  CHECK(site.leftovers().empty());
  CHECK(site.finds("zebra"));
  const Ended verified = site.verify();
  CHECK(verified.code == 0);
  CHECK(std::count(verified.out.begin(), verified.out.end(), '\n') == 3);
}

}  // namespace

TEST_SUITE("kill") {
  TEST_CASE("kill: at each stage of a build the old generation is live, or the new one") {
    if (!faults::can_inject()) return;
    const Published published;
    struct Stage {
      std::string what;
      std::string calls;
      std::string path;  // below the index
      bool is_new;
    };
    const std::vector<Stage> stages{
        {"making the folder aside", "mkdir", "gen-000004.tmp", false},
        {"writing the site", "openat", "gen-000004.tmp/site.json", false},
        {"making a language's folder", "mkdir", "gen-000004.tmp/de", false},
        {"making a database", "openat", "gen-000004.tmp/en/articles/postlist.glass", false},
        {"writing the words", "openat", "gen-000004.tmp/en/words.txt", false},
        {"writing the manifest", "openat", "gen-000004.tmp/manifest.json", false},
        {"writing the manifest's hash", "openat", "gen-000004.tmp/manifest.sha256", false},
        {"syncing the folder aside", "fsync", "gen-000004.tmp", false},
        {"renaming it", "rename", "gen-000004.tmp", false},
        {"writing the new pointer", "openat", "CURRENT.tmp", false},
        {"switching the pointer", "rename", "CURRENT.tmp", false},
        {"taking the oldest generation away", "rename", "gen-000001", true},
        {"removing the oldest generation", "unlinkat", "gen-000001.tmp", true},
    };
    // More than once, since articles are compiled by several threads.
    const std::size_t kills = stages.size() * (faults::is_long() ? 20 : 1);
    for (std::size_t i = 0; i < kills; ++i) {
      const Stage& stage = stages[i % stages.size()];
      CAPTURE(stage.what);
      const Ended killed = published.build_killed(stage.calls, 1, {"-P", published.index / stage.path});
      CHECK(killed.code == 128 + SIGKILL);
      CHECK((published.current() == "gen-000004") == stage.is_new);
      check_old_or_new(published);
      check_next_run(published);
    }
    MESSAGE("killed ", kills, " builds at ", stages.size(), " stages");
  }

  TEST_CASE("kill: before any system call that changes the disk") {
    if (!faults::can_inject()) return;
    const Published published;
    const int stride = faults::is_long() ? 1 : 16;
    int kills = 0;
    for (const std::string& call : kDiskCalls) {
      for (int when = 1;; when += stride, ++kills) {
        CAPTURE(call);
        CAPTURE(when);
        const Ended killed = published.build_killed(call, when);
        if (killed.code == 0) break;  // a build makes fewer of these calls
        CHECK(killed.code == 128 + SIGKILL);
        check_old_or_new(published);
        if (kills % 4 == 0) check_next_run(published);
      }
    }
    MESSAGE("killed ", kills, " builds");
    CHECK(kills > 20);
  }
}
