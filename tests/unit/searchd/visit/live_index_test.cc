#include "searchd/visit/live_index.h"

#include <doctest/doctest.h>

#include "kb/store/generation.h"
#include "tests/unit/kb/fixture.h"

using namespace searchd;

namespace {

struct LiveFixture {
  kb::TempFolder folder;
  std::filesystem::path index = folder / "index";
  Metrics metrics;

  std::string publish(bool drafts = false) const {
    kb::PendingGeneration pending(index);
    kb::write_index(pending.dir(), {kb::Site{}, {kb::make_article("a", "Title", "text")}, {}});
    kb::Manifest manifest;
    manifest.drafts = drafts;
    pending.seal(manifest);
    return pending.publish();
  }
  void break_generation(const std::string& name) const {
    std::filesystem::remove(index / name / "site.json");
  }
  // Same size, another byte: only the hashes can tell.
  void twist(const std::string& name) const {
    std::string site = kb::read_file(index / name / "site.json");
    site.replace(site.find("#0f766e"), 7, "#0f766f");
    kb::write_file(index / name / "site.json", site);
  }
  std::string live(const LiveIndex& which) const {
    return which.current() ? which.current()->name() : "none";
  }
};

}  // namespace

TEST_CASE_FIXTURE(LiveFixture,
                  "live index: at start the live generation, else the newest valid one, else none") {
  LiveIndex live_index(index, Preview::off, metrics);
  SUBCASE("no folder") {
    live_index.open_first();
    CHECK(live(live_index) == "none");
  }
  SUBCASE("the live one") {
    publish();
    publish();
    live_index.open_first();
    CHECK(live(live_index) == "gen-000002");
  }
  SUBCASE("the live one is broken") {
    publish();
    publish();
    break_generation(publish());
    live_index.open_first();
    CHECK(live(live_index) == "gen-000002");
    CHECK(metrics.text({}).find("\nfirstline_generations_refused_total 1\n") != std::string::npos);
  }
  SUBCASE("all are broken") {
    break_generation(publish());
    live_index.open_first();
    CHECK(live(live_index) == "none");
  }
  SUBCASE("CURRENT is nonsense") {
    publish();
    kb::write_file(index / "CURRENT", "../../etc\n");
    live_index.open_first();
    CHECK(live(live_index) == "gen-000001");
  }
}

TEST_CASE_FIXTURE(LiveFixture, "live index: wrong hashes found after the start take a generation down") {
  LiveIndex live_index(index, Preview::off, metrics);
  publish();
  twist(publish());
  live_index.open_first();
  CHECK(live(live_index) == "gen-000002");
  live_index.verify_hashes();
  CHECK(live(live_index) == "gen-000001");
  live_index.check_now();  // CURRENT still names the bad one
  CHECK(live(live_index) == "gen-000001");
  twist("gen-000001");
  live_index.verify_hashes();
  CHECK(live(live_index) == "none");
}

TEST_CASE_FIXTURE(LiveFixture, "live index: drafts only where they are allowed") {
  publish(true);
  LiveIndex live_index(index, Preview::off, metrics);
  live_index.open_first();
  CHECK(live(live_index) == "none");
  LiveIndex preview(index, Preview::on, metrics);
  preview.open_first();
  CHECK(live(preview) == "gen-000001");
}

TEST_CASE_FIXTURE(LiveFixture,
                  "live index: a refused generation is tried again when CURRENT is written anew") {
  publish();
  LiveIndex live_index(index, Preview::off, metrics);
  live_index.open_first();
  const std::string name = publish();
  const std::string manifest = kb::read_file(index / name / "manifest.json");
  kb::write_file(index / name / "manifest.json", "{}");
  live_index.check_now();
  live_index.check_now();
  CHECK(live(live_index) == "gen-000001");
  CHECK(metrics.text({}).find("\nfirstline_generations_refused_total 1\n") != std::string::npos);
  kb::write_file(index / name / "manifest.json", manifest);
  kb::rollback(index, name);
  live_index.check_now();
  CHECK(live(live_index) == name);
}

TEST_CASE_FIXTURE(LiveFixture, "live index: an old generation lives as long as somebody reads it") {
  publish();
  LiveIndex live_index(index, Preview::off, metrics);
  live_index.open_first();
  const auto held = live_index.current();
  publish();
  live_index.check_now();
  CHECK(live(live_index) == "gen-000002");
  CHECK(held->article("en", "a")->title == "Title");
}

TEST_CASE_FIXTURE(LiveFixture, "live index: the folder gone is no reason to stop") {
  publish();
  LiveIndex live_index(index, Preview::off, metrics);
  live_index.open_first();
  std::filesystem::remove_all(index);
  live_index.verify_hashes();
  live_index.check_now();
  CHECK(live(live_index) == "gen-000001");
}
