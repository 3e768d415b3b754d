// Damaged files: whatever is cut off or flipped in a generation, it is refused before it goes live.
#include <doctest/doctest.h>

#include <random>

#include "kb/store/file.h"
#include "kb/store/generation.h"
#include "kb/store/manifest.h"
#include "searchd/metrics/metrics.h"
#include "searchd/visit/live_index.h"
#include "tests/faults/site.h"

namespace fs = std::filesystem;
using faults::Site;

namespace {

// A valid generation is live in a daemon's index; the one after it is there to be damaged.
struct Damaged {
  Site site;
  fs::path second = site.index / "gen-000002";
  int tried = 0;
  int refused = 0;

  Damaged() {
    REQUIRE(site.build().code == 0);
    site.write_title("Zebra");
    REQUIRE(site.build().code == 0);
  }

  std::vector<fs::path> files() const {
    std::vector<fs::path> found;
    for (const auto& entry : fs::recursive_directory_iterator(second)) {
      if (entry.is_regular_file() && entry.file_size() > 0) found.push_back(entry.path());
    }
    return found;
  }

  void try_with(const fs::path& file, const std::string& bytes) {
    const std::string good = kb::read_file(file);
    if (bytes == good) return;
    kb::write_file(file, bytes);
    ++tried;
    const bool fails = kb::error_of([&] { kb::verify(second, kb::Verify::hashes); }) != "nothing was thrown";
    if (fails && live_after_switch() == "gen-000001") ++refused;
    kb::write_file(file, good);
  }

  // What a daemon serves that started with the first one and then was told of the second.
  std::string live_after_switch() const {
    searchd::Metrics metrics;
    searchd::LiveIndex live(site.index, searchd::Preview::off, metrics);
    kb::write_file(site.index / "CURRENT", "gen-000001\n");
    live.open_first();
    kb::write_file(site.index / "CURRENT", "gen-000002\n");
    live.check_now();
    return live.current()->name();
  }
};

}  // namespace

TEST_SUITE("corruption") {
  TEST_CASE("corruption: a generation with a file cut short is refused") {
    Damaged damaged;
    for (const fs::path& file : damaged.files()) {
      const std::string good = kb::read_file(file);
      for (int part = 0; part < 5; ++part) {
        damaged.try_with(file, good.substr(0, good.size() * static_cast<std::size_t>(part) / 5));
      }
    }
    MESSAGE("refused ", damaged.refused, " of ", damaged.tried);
    CHECK(damaged.tried > 100);
    CHECK(damaged.refused == damaged.tried);
  }

  TEST_CASE("corruption: a generation with four bytes changed in a file is refused") {
    Damaged damaged;
    std::minstd_rand random(1);
    const int times = faults::is_long() ? 200 : 10;
    for (const fs::path& file : damaged.files()) {
      const std::string good = kb::read_file(file);
      for (int i = 0; i < times; ++i) {
        std::string bad = good;
        for (int byte = 0; byte < 4; ++byte) {
          char& c = bad[random() % bad.size()];
          c = static_cast<char>(static_cast<unsigned>(c) ^ (1 + random() % 255));
        }
        damaged.try_with(file, bad);
      }
    }
    MESSAGE("refused ", damaged.refused, " of ", damaged.tried);
    CHECK(damaged.refused == damaged.tried);
  }

  TEST_CASE("corruption: a file that is missing, added or replaced by a link is refused") {
    Damaged damaged;
    const fs::path file = damaged.second / "site.json";
    const auto refused = [&] {
      return damaged.live_after_switch() == "gen-000001" && damaged.site.verify().code == 2;
    };
    fs::rename(file, damaged.site.folder / "site.json");
    CHECK(refused());
    fs::create_symlink(damaged.site.folder / "site.json", file);
    CHECK(refused());
    fs::remove(file);
    fs::copy(damaged.site.folder / "site.json", file);
    kb::write_file(damaged.second / "extra", "");
    CHECK(refused());
    fs::remove(damaged.second / "extra");
    CHECK(damaged.live_after_switch() == "gen-000002");
  }
}
