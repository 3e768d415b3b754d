// Publishing and going back while everybody reads: no request fails, and no page shows two generations.
#include <doctest/doctest.h>
#include <fmt/format.h>

#include <atomic>
#include <thread>

#include "tests/faults/load_client.h"
#include "tests/faults/site.h"
#include "tests/http/sample_index.h"

using faults::Load;
using faults::Site;

namespace {

// The article's title stands in the page's head and in its heading.
bool is_of_one_generation(int status, std::string_view page) {
  const auto between = [&](std::string_view from, std::string_view to) {
    const auto begin = page.find(from);
    if (begin == page.npos) return std::string_view();
    const auto rest = page.substr(begin + from.size());
    return rest.substr(0, rest.find(to));
  };
  const auto title = between("<title>", " \xE2\x80\x93");
  return status == 200 && title.starts_with("Edition") && between("<h1>", "</h1>") == title;
}

}  // namespace

TEST_SUITE("publish") {
  TEST_CASE("publish: under load no request fails and no page is mixed") {
    const int publishes = faults::is_long() ? 50 : 8;
    Site site;
    site.write_title("Edition 0");
    REQUIRE(site.build().code == 0);
    const faults::Daemon daemon(site);
    REQUIRE(daemon.port > 0);

    std::atomic<bool> done = false;
    std::thread writer([&] {
      for (int i = 1; i <= publishes; ++i) {
        site.write_title(fmt::format("Edition {}", i));
        CHECK(site.build().code == 0);
        if (i % 10 == 5) CHECK(faults::run_to_end({FIRSTLINE_INDEXER, "rollback", site.index}).code == 0);
      }
      done = true;
    });
    long asked = 0;
    while (!done || asked < (faults::is_long() ? 100'000 : 5'000)) {
      const auto result = faults::run(
          {.port = daemon.port,
           .connections = 4,  // as many as there are workers on two cores: none has to wait
           .requests = {faults::get_request("/en/orders/hours"), faults::get_request("/en/orders/hours?r=1")},
           .count = 1000,
           .is_right = is_of_one_generation});
      asked += result.answers();
      if (result.wrong > 0) MESSAGE(result.text(), "\n", daemon.log());
      CHECK(result.wrong == 0);
      CHECK(result.statuses.size() == 1);
    }
    writer.join();
    MESSAGE(asked, " requests, ", publishes, " publishes");
    CHECK(http_test::eventually(
        [&] { return http_test::get(daemon.port, "/readyz").body == site.current() + "\n"; }));
  }
}
