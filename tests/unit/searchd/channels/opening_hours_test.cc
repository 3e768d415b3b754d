#include "searchd/channels/opening_hours.h"

#include <doctest/doctest.h>

#include "kb/model/date.h"

using namespace searchd;
using namespace std::chrono_literals;
using Kind = OpeningState::Kind;

namespace {

constexpr unsigned kMonToFri = 0b0011111;
constexpr unsigned kSaturday = 0b0100000;
constexpr unsigned kEveryDay = 0b1111111;

kb::Channel channel(const std::string& zone, std::vector<kb::OpenHours> open) {
  kb::Channel channel;
  channel.kind = kb::ChannelKind::phone;
  channel.time_zone = zone;
  channel.open = std::move(open);
  return channel;
}

kb::Channel office(const std::string& zone) {
  return channel(zone, {{kMonToFri, 9h, 18h}, {kSaturday, 10h, 14h}});
}

}  // namespace

// 2026-11-23 is a Monday.
TEST_CASE("opening hours: open until, closed until, in the channel's own time") {
  struct Expected {
    Kind kind = Kind::unknown;
    std::chrono::minutes time{0};
    int days_ahead = 0;
    unsigned weekday = 0;  // 0 is Monday
  };
  struct Case {
    kb::Channel channel;
    std::string now;  // UTC
    Expected state;
  };
  const kb::Channel night = channel("UTC", {{0b0000001, 20h, 24h}, {0b0000010, 0h, 4h}});
  const kb::Channel lunch = channel("UTC", {{kMonToFri, 9h, 12h}, {kMonToFri, 13h, 17h}});
  const kb::Channel overlapping = channel("UTC", {{kMonToFri, 9h, 15h}, {kMonToFri, 12h, 17h}});
  const std::vector<Case> cases{
      // Berlin is an hour ahead of UTC in winter
      {office("Europe/Berlin"), "2026-11-23T07:59", {Kind::closed, 9h, 0, 0}},
      {office("Europe/Berlin"), "2026-11-23T08:00", {Kind::open, 18h, 0, 0}},
      {office("Europe/Berlin"), "2026-11-23T16:59:59", {Kind::open, 18h, 0, 0}},
      {office("Europe/Berlin"), "2026-11-23T17:00", {Kind::closed, 9h, 1, 1}},
      {office("Europe/Berlin"), "2026-11-27T17:00", {Kind::closed, 10h, 1, 5}},
      {office("Europe/Berlin"), "2026-11-28T09:00", {Kind::open, 14h, 0, 5}},
      {office("Europe/Berlin"), "2026-11-28T13:00", {Kind::closed, 9h, 2, 0}},
      {office("Europe/Berlin"), "2026-11-29T12:00", {Kind::closed, 9h, 1, 0}},
      // the clocks of Berlin: forward on 2026-03-29, back on 2026-10-25, at 01:00 UTC
      {office("Europe/Berlin"), "2026-03-27T07:30", {Kind::closed, 9h, 0, 4}},
      {office("Europe/Berlin"), "2026-03-30T06:59", {Kind::closed, 9h, 0, 0}},
      {office("Europe/Berlin"), "2026-03-30T07:00", {Kind::open, 18h, 0, 0}},
      {office("Europe/Berlin"), "2026-10-23T07:00", {Kind::open, 18h, 0, 4}},
      {office("Europe/Berlin"), "2026-10-26T07:30", {Kind::closed, 9h, 0, 0}},
      {channel("Europe/Berlin", {{kEveryDay, 2h, 4h}}), "2026-03-29T00:59", {Kind::closed, 2h, 0, 6}},
      {channel("Europe/Berlin", {{kEveryDay, 2h, 4h}}), "2026-03-29T01:00", {Kind::open, 4h, 0, 6}},
      {channel("Europe/Berlin", {{kEveryDay, 2h, 4h}}), "2026-10-25T00:30", {Kind::open, 4h, 0, 6}},
      {channel("Europe/Berlin", {{kEveryDay, 2h, 4h}}), "2026-10-25T01:30", {Kind::open, 4h, 0, 6}},
      // it is tomorrow already in Tokyo, and still yesterday in Los Angeles
      {office("Asia/Tokyo"), "2026-11-23T23:59", {Kind::closed, 9h, 0, 1}},
      {office("Asia/Tokyo"), "2026-11-24T00:00", {Kind::open, 18h, 0, 1}},
      {office("Asia/Tokyo"), "2026-11-27T15:30", {Kind::closed, 10h, 0, 5}},
      {office("America/Los_Angeles"), "2026-11-24T01:59", {Kind::open, 18h, 0, 0}},
      {office("America/Los_Angeles"), "2026-11-24T02:00", {Kind::closed, 9h, 1, 1}},
      {office("Asia/Kolkata"), "2026-11-23T03:29", {Kind::closed, 9h, 0, 0}},
      {office("Asia/Kolkata"), "2026-11-23T03:30", {Kind::open, 18h, 0, 0}},
      // through midnight, with a pause, overlapping
      {night, "2026-11-23T21:00", {Kind::open, 4h, 1, 1}},
      {night, "2026-11-24T03:59", {Kind::open, 4h, 0, 1}},
      {night, "2026-11-24T04:00", {Kind::closed, 20h, 6, 0}},
      {channel("UTC", {{0b0000001, 20h, 24h}}), "2026-11-23T21:00", {Kind::open, 24h, 0, 0}},
      {lunch, "2026-11-23T12:00", {Kind::closed, 13h, 0, 0}},
      {lunch, "2026-11-23T11:59", {Kind::open, 12h, 0, 0}},
      {overlapping, "2026-11-23T09:00", {Kind::open, 17h, 0, 0}},
      // once a week, just missed
      {channel("UTC", {{0b0000001, 9h, 10h}}), "2026-11-23T10:00", {Kind::closed, 9h, 7, 0}},
      {channel("UTC", {{kEveryDay, 0h, 24h}}), "2026-11-23T10:00", {Kind::always, 0h, 0, 0}},
      // nothing is known
      {channel("", {}), "2026-11-23T10:00", {}},
      {channel("Nowhere/At_All", {{kEveryDay, 0h, 24h}}), "2026-11-23T10:00", {}},
      {channel("UTC", {{0, 9h, 10h}}), "2026-11-23T10:00", {}},
  };
  for (const Case& expected : cases) {
    CAPTURE(expected.channel.time_zone);
    CAPTURE(expected.now);
    const OpeningState state = opening_state(expected.channel, kb::parse_time(expected.now).value());
    CHECK(static_cast<int>(state.kind) == static_cast<int>(expected.state.kind));
    CHECK(state.time == expected.state.time);
    CHECK(state.days_ahead == expected.state.days_ahead);
    const bool dated = state.kind == Kind::open || state.kind == Kind::closed;
    if (dated) CHECK(std::chrono::weekday(state.day).iso_encoding() - 1 == expected.state.weekday);
  }
}

TEST_CASE("opening hours: holidays are days of the channel's zone on which it does not open") {
  kb::Channel channel = office("Europe/Berlin");
  for (const char* date : {"2026-12-24", "2026-12-25", "2026-12-26"})
    channel.closed.push_back(kb::parse_date(date).value());
  const auto state = [&](const char* now) { return opening_state(channel, kb::parse_time(now).value()); };
  CHECK(state("2026-12-23T23:30") == OpeningState{Kind::closed, 9h, 4, kb::parse_date("2026-12-28").value()});
  CHECK(state("2026-12-24T10:00") == OpeningState{Kind::closed, 9h, 4, kb::parse_date("2026-12-28").value()});
  CHECK(state("2026-12-23T10:00") == OpeningState{Kind::open, 18h, 0, kb::parse_date("2026-12-23").value()});
  CHECK(state("2026-12-28T10:00").kind == Kind::open);
}

TEST_CASE("opening hours: a night before a holiday ends at midnight, and long holidays end too") {
  kb::Channel all_day = channel("UTC", {{kEveryDay, 0h, 24h}});
  all_day.closed = {kb::parse_date("2026-12-25").value()};
  CHECK(opening_state(all_day, kb::parse_time("2026-12-24T20:00").value()) ==
        OpeningState{Kind::open, 24h, 0, kb::parse_date("2026-12-24").value()});
  for (int i = 0; i < 40; ++i) all_day.closed.push_back(all_day.closed.front() + std::chrono::days(i));
  const OpeningState state = opening_state(all_day, kb::parse_time("2026-12-25T20:00").value());
  CHECK(state.days_ahead == 40);
  CHECK(state.day == kb::parse_date("2027-02-03").value());
}
