#include "kb/model/date.h"

#include <doctest/doctest.h>

namespace kb {
namespace {

using namespace std::chrono_literals;
using std::chrono::sys_days;
using std::chrono::sys_seconds;

TEST_CASE("date: a day is read and written the same") {
  for (const std::string_view text :
       {"2026-05-02", "2024-02-29", "2000-02-29", "1969-12-31", "1970-01-01", "9999-12-31", "0001-01-01"}) {
    CAPTURE(text);
    const auto date = parse_date(text);
    REQUIRE(date);
    CHECK(format_date(*date) == text);
  }
  CHECK(parse_date("2026-05-02") == sys_days{2026y / 5 / 2});
}

TEST_CASE("date: only whole, valid days are read") {
  for (const std::string_view text :
       {"", "2026", "2026-05", "2026-5-2", "26-05-02", "2026-05-02 ", " 2026-05-02", "2026/05/02",
        "2026-05/02", "2026-02-29", "1900-02-29", "2026-00-10", "2026-13-01", "2026-04-31", "2026-05-00",
        "+026-05-02", "-026-05-02", "2026-05-0x", "2026--5-02"}) {
    CAPTURE(text);
    CHECK_FALSE(parse_date(text));
  }
}

TEST_CASE("date: a time is read in each of its forms, as UTC") {
  const sys_seconds minute = sys_days{2026y / 5 / 2} + 9h + 30min;
  struct Example {
    std::string_view text;
    sys_seconds time;
  };
  for (const auto& [text, time] : {
           Example{"2026-05-02T09:30", minute},
           Example{"2026-05-02 09:30", minute},
           Example{"2026-05-02T09:30Z", minute},
           Example{"2026-05-02T09:30:07", minute + 7s},
           Example{"2026-05-02T09:30:07Z", minute + 7s},
           Example{"2026-05-02T11:30+02:00", minute},
           Example{"2026-05-02T04:30:07-0500", minute + 7s},
           Example{"2026-05-01T23:30-10:00", minute},
           Example{"2026-05-02T00:00:00Z", sys_days{2026y / 5 / 2}},
           Example{"2026-05-02T23:59:59Z", sys_days{2026y / 5 / 3} - 1s},
       }) {
    CAPTURE(text);
    CHECK(parse_time(text) == time);
  }
}

TEST_CASE("date: a time with anything else in it is none") {
  for (const std::string_view text : {"",
                                      "2026-05-02",
                                      "2026-05-02T",
                                      "2026-05-02T09",
                                      "2026-05-02T09:3",
                                      "2026-05-02T09:3Z",
                                      "2026-05-02T24:00",
                                      "2026-05-02T09:60",
                                      "2026-05-02T09:30:60",
                                      "2026-05-02T09:30:7",
                                      "2026-05-02T09:30:",
                                      "2026-05-02T09:30ZZ",
                                      "2026-05-02T09:30+2",
                                      "2026-05-02T09:30+25:00",
                                      "2026-05-02T09:30Z+02:00",
                                      "2026-05-02T09-30",
                                      "2026-05-02x09:30",
                                      "2026-02-30T09:30",
                                      "2026-05-02T09:30:07.5Z",
                                      "2026-05-02T-9:30"}) {
    CAPTURE(text);
    CHECK_FALSE(parse_time(text));
  }
}

TEST_CASE("date: a time is written in UTC to the second") {
  CHECK(format_time(sys_days{2026y / 5 / 2} + 9h + 30min) == "2026-05-02T09:30:00Z");
  CHECK(format_time(sys_seconds{}) == "1970-01-01T00:00:00Z");
  CHECK(format_time(sys_seconds{-1s}) == "1969-12-31T23:59:59Z");
  CHECK(format_time(sys_days{9999y / 12 / 31} + 23h) == "9999-12-31T23:00:00Z");
}

}  // namespace
}  // namespace kb
