// More than the machine can do: what is answered is answered fast, the rest is told to come again.
#include <doctest/doctest.h>

#include "searchd/net/listener.h"
#include "tests/faults/load_client.h"
#include "tests/faults/site.h"

using faults::Load;
using faults::LoadResult;
using faults::Site;

namespace {

// Searches that no cache can answer.
std::vector<std::string> searches() {
  std::vector<std::string> requests;
  for (int i = 0; i < 200'000; ++i)
    requests.push_back(faults::get_request("/api/v1/search?q=parcel+month+word" + std::to_string(i)));
  return requests;
}

}  // namespace

TEST_SUITE("overload") {
  TEST_CASE("overload: at four times the capacity there are only fast answers and 503") {
    searchd::raise_descriptor_limit();
    Site site;
    site.add_articles(100);
    REQUIRE(site.build().code == 0);
    const faults::Daemon daemon(site);
    REQUIRE(daemon.port > 0);
    const std::chrono::seconds time(faults::is_long() ? 10 : 3);
    const auto requests = searches();

    const LoadResult most = faults::run({.port = daemon.port, .requests = requests, .time = time});
    const double capacity = static_cast<double>(most.answers()) / most.seconds;
    MESSAGE("capacity: ", most.text());
    CHECK(most.statuses.size() == 1);

    const LoadResult much = faults::run(
        {.port = daemon.port, .connections = 2000, .requests = requests, .time = time, .rate = 4 * capacity});
    MESSAGE("at 4 times: ", much.text());
    CHECK(much.statuses.at(200) > 0);
    CHECK(much.statuses.contains(503));
    CHECK(much.statuses.size() == 2);
    CHECK(much.percentile(99) <= 500);

    const Load few{.port = daemon.port,
                   .connections = 8,
                   .requests = requests,
                   .time = std::chrono::seconds(2),
                   .rate = capacity / 10};
    faults::run(few);
    const LoadResult after = faults::run(few);
    MESSAGE("two seconds later: ", after.text());
    CHECK(after.statuses.size() == 1);
    CHECK(after.wrong == 0);
    CHECK(after.percentile(99) <= 100);
  }
}
