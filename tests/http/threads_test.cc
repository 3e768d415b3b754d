// Eight threads search while generations come and go: under the thread sanitizer this finds what no other
// test can.
#include <doctest/doctest.h>

#include <atomic>
#include <cstdlib>
#include <thread>

#include "tests/http/test_server.h"

using http_test::TestServer;

TEST_CASE("threads: eight search, suggest and read while generations are published") {
  const bool is_long = std::getenv("FIRSTLINE_LONG") != nullptr;
  const int publishes = is_long ? 30 : 4;
  TestServer server;
  std::atomic<bool> done = false;
  std::atomic<int> asked = 0;
  std::atomic<int> wrong = 0;
  const auto visitor = [&](int thread) {
    for (int i = thread; !done; ++i, ++asked) {
      const std::string n = std::to_string(i % 40);
      const searchd::Request requests[] = {{"GET", "/en/search", "q=gadget+" + n, {}, ""},
                                           {"GET", "/api/v1/search", "q=parcl+" + n, {}, ""},
                                           {"GET", "/api/v1/suggest", "q=ga", {}, ""},
                                           {"GET", "/de/orders/track-my-order", "", {}, ""}};
      if (server.app.respond(requests[i % 4]).status != 200) ++wrong;
    }
  };
  std::vector<std::thread> visitors;
  for (int i = 0; i < 8; ++i) visitors.emplace_back(visitor, i);
  for (int published = 0; published < publishes || (is_long && asked < 10'000); ++published) {
    http_test::publish(server.index, http_test::sample_site());
    server.live.check_now();
    server.themes.reload();
  }
  done = true;
  for (auto& thread : visitors) thread.join();
  MESSAGE(asked.load(), " requests");
  CHECK(asked > 100);
  CHECK(wrong == 0);
}
