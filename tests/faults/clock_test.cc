// Wall clocks that are wrong, or jump. Debian's libfaketime gives the real programs another one; the clock
// that only runs stays as it is.
#include <doctest/doctest.h>
#include <signal.h>

#include "events/reader.h"
#include "searchd/retention.h"
#include "tests/faults/load_client.h"
#include "tests/faults/site.h"
#include "tests/http/sample_index.h"

using faults::Command;
using faults::Daemon;
using faults::Ended;
using faults::operator+;
using faults::Site;
using http_test::Answer;
using std::chrono::days;
using std::chrono::hours;

namespace {

// The dynamic linker puts the machine's library folder for $LIB.
Command with_clock(const std::string& setting) {
  return {"/usr/bin/env", "LD_PRELOAD=/usr/$LIB/faketime/libfaketimeMT.so.1",
          "FAKETIME_DONT_FAKE_MONOTONIC=1", "FAKETIME_NO_CACHE=1", setting};
}

bool can_set_clocks() {
  const bool works =
      faults::run_to_end(with_clock("FAKETIME=@2100-01-01 00:00:00") + Command{"/bin/date", "-u", "+%Y"})
          .out == "2100\n";
  if (!works) MESSAGE("skipped: faketime is not there");
  return works;
}

// A daemon whose clock can be set while it runs.
struct ClockedDaemon {
  const Site& site;
  std::filesystem::path offset = site.folder / "clock";
  std::filesystem::path events = site.folder / "events.db";
  Daemon daemon;

  ClockedDaemon(const Site& its_site, std::chrono::seconds forward)
      : site(its_site),
        daemon(site, (set(forward), with_clock("FAKETIME_TIMESTAMP_FILE=" + offset.string())),
               {"--events", events}) {
    REQUIRE(daemon.port > 0);
  }

  // By rename, so that no half of it is read.
  void set(std::chrono::seconds forward) const {
    const std::string sign = forward.count() < 0 ? "" : "+";
    kb::write_file(site.folder / "clock.new", sign + std::to_string(forward.count()) + "\n");
    std::filesystem::rename(site.folder / "clock.new", offset);
  }

  std::string token() const {
    const std::string json = http_test::get(daemon.port, "/api/v1/feedback").body;
    const auto begin = json.find(":\"") + 2;
    return json.substr(begin, json.find('"', begin) - begin);
  }
  Answer send(const std::string& token, const std::string& comment) const {
    return http_test::request(
        daemon.port, "POST", "/api/v1/feedback", {{"Content-Type", "application/json"}},
        R"({"id":"orders/hours","helpful":true,"comment":")" + comment + R"(","token":")" + token + "\"}");
  }
  // As if read and sent half a minute later, when the clock is that far forward.
  void check_stored(std::chrono::seconds forward, const std::string& comment) const {
    set(forward);
    const std::string fresh = token();
    set(forward + std::chrono::seconds(30));
    CHECK(send(fresh, comment).body == "{\"stored\":true}\n");
  }
  void check_pages() const {
    for (const char* page : {"/readyz", "/en/", "/en/orders/hours", "/en/contact", "/en/feed.atom",
                             "/en/search?q=parcel", "/sitemap.xml"}) {
      CAPTURE(page);
      CHECK(http_test::get(daemon.port, page).status == 200);
    }
  }
};

struct ClockedSite : Site {
  ClockedSite() {
    folder.write("content/site.yaml",
                 "title: Acme Help\nbase_url: https://shop.example\nlanguages: [en, de]\ncontact:\n"
                 "  - kind: phone\n    label: Phone\n    value: '+44 20 7946 0321'\n    hours:\n"
                 "      time_zone: Europe/London\n"
                 "      open: [{days: mon-fri, from: '09:00', to: '18:00'}]\n");
    folder.write("content/en/orders/later.md",
                 "---\ntitle: Later\npublish_date: 2050-01-01\n---\nNot before its time.\n");
    REQUIRE(build().code == 0);
  }
};

const std::vector<std::chrono::seconds> kJumps{hours(5), days(27'000), -days(20'000), -hours(5),
                                               std::chrono::seconds(0)};

}  // namespace

TEST_SUITE("environment") {
  TEST_CASE("environment: by whatever clock, a build is whole and newer than the one before") {
    if (!can_set_clocks()) return;
    const ClockedSite site;
    const auto build_in = [&](const std::string& year) {
      return faults::run_to_end(with_clock("FAKETIME=@" + year + "-01-01 00:00:00") + site.build_command());
    };
    const auto shows_later = [&] {
      return faults::run_to_end({FIRSTLINE_INDEXER, "search", site.index, "later", "--json"})
                 .out.find("orders/later") != std::string::npos;
    };
    int number = 1;
    for (const std::string year : {"2100", "1970", "2038", "2037"}) {
      CAPTURE(year);
      const std::string before = number == 1 ? "" : site.current();
      const Ended built = build_in(year);
      CHECK(built.code == 0);
      CHECK(site.current() == "gen-00000" + std::to_string(++number));
      CHECK(site.verify().code == 0);
      CHECK(site.leftovers().empty());
      CHECK(shows_later() == (year == "2100"));
      const bool is_behind = built.err.find("check the clock") != std::string::npos;
      CHECK(is_behind == (year == "1970" || year == "2037"));
    }
    const std::string list = faults::run_to_end({FIRSTLINE_INDEXER, "generations", site.index}).out;
    CHECK(list.starts_with("gen-000003  kept    1970-01-01T00:00:00Z"));
    CHECK(list.find("gen-000005  live    2037-01-01T00:00:00Z") != std::string::npos);
  }

  TEST_CASE("environment: the daemon's clock jumps, and only what goes by it notices") {
    if (!can_set_clocks()) return;
    const ClockedSite site;
    ClockedDaemon clocked(site, std::chrono::seconds(0));
    const int port = clocked.daemon.port;
    http_test::Connection silent(port);
    silent.send("GET /en/ HTTP/1.1\r\n");
    const auto begin = std::chrono::steady_clock::now();
    for (std::size_t i = 0; i < kJumps.size(); ++i) {
      CAPTURE(i);
      http_test::Connection half(port);
      half.send("GET /en/ HTTP/1.1\r\nHost: a\r\n");
      clocked.check_pages();
      clocked.check_stored(kJumps[i], std::to_string(i));
      clocked.check_pages();
      half.send("\r\n");
      CHECK(half.receive().status == 200);
    }
    // The five seconds for a head are five seconds.
    CHECK(silent.receive().status == 408);
    CHECK(std::chrono::steady_clock::now() - begin >= std::chrono::milliseconds(4900));
    clocked.daemon.process->send_signal(SIGTERM);
    CHECK(clocked.daemon.process->wait() == 0);
    CHECK(clocked.daemon.log().find("failed") == std::string::npos);

    const auto rows = events::Reader(clocked.events).comments({});
    CHECK(rows.size() == kJumps.size());
    for (const events::Comment& row : rows) {
      const auto said = searchd::read_clocks().wall + kJumps.at(std::stoul(row.comment));
      CHECK(std::chrono::abs(row.time - said) < std::chrono::minutes(2));
    }
  }

  TEST_CASE("environment: a form that the clock made old or put into the future is refused, and why") {
    if (!can_set_clocks()) return;
    const ClockedSite site;
    const ClockedDaemon clocked(site, hours(0));
    const std::string token = clocked.token();
    const auto refused_at = [&](std::chrono::seconds forward) {
      clocked.set(forward);
      const Answer answer = clocked.send(token, "x");
      CHECK(answer.status == 403);
      return answer;
    };
    CHECK(refused_at(hours(5)).has("the token is older than two hours: get a new one with GET"));
    CHECK(refused_at(days(27'000)).has("the token is older than two hours: get a new one with GET"));
    CHECK(refused_at(-hours(5)).has("the token is missing or wrong: get one with GET on this address"));
    clocked.set(std::chrono::minutes(1));
    CHECK(clocked.send(token, "x").status == 200);
  }

  TEST_CASE("environment: a daemon that starts in another century erases nothing at once") {
    if (!can_set_clocks()) return;
    const ClockedSite site;
    { ClockedDaemon(site, hours(0)).check_stored(hours(0), "Thanks"); }
    const ClockedDaemon later(site, days(27'000));
    CHECK(http_test::eventually(
        [&] { return later.daemon.log().find("event=events_not_erased") != std::string::npos; }));
    CHECK(later.daemon.log().find("why=\"every event is older than 90 days\"") != std::string::npos);
    CHECK(events::Reader(later.events).comments({}).size() == 1);
  }
}
