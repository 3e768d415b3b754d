// SIGTERM: who has asked gets an answer; who asks twice for the end gets it at once.
#include <doctest/doctest.h>
#include <signal.h>

#include <list>

#include "searchd/net/listener.h"
#include "tests/faults/load_client.h"
#include "tests/faults/site.h"
#include "tests/http/sample_index.h"

using faults::Site;
using http_test::Connection;
using Clock = std::chrono::steady_clock;

namespace {

double seconds_since(Clock::time_point begin) {
  return std::chrono::duration<double>(Clock::now() - begin).count();
}

// How many of 100 requests in flight at the signal get no whole answer.
int lost_of_a_hundred(const Site& site) {
  faults::Daemon daemon(site);
  REQUIRE(daemon.port > 0);
  std::list<Connection> clients;
  for (int i = 0; i < 100; ++i) {
    clients.emplace_back(daemon.port);
    clients.back().send(faults::get_request("/api/v1/search?q=parcel+word" + std::to_string(i)));
  }
  const auto begin = Clock::now();
  daemon.process->send_signal(SIGTERM);
  int lost = 0;
  for (Connection& client : clients) {
    const auto answer = client.receive();
    if (answer.status != 200 || !answer.body.ends_with("}\n")) ++lost;
  }
  CHECK(daemon.process->wait() == 0);
  CHECK(seconds_since(begin) < 20);
  return lost;
}

}  // namespace

TEST_SUITE("stop") {
  TEST_CASE("stop: SIGTERM with a hundred requests in flight loses none") {
    Site site;
    site.add_articles(100);
    REQUIRE(site.build().code == 0);
    const int times = faults::is_long() ? 20 : 4;
    int lost = 0;
    for (int i = 0; i < times; ++i) lost += lost_of_a_hundred(site);
    MESSAGE("lost ", lost, " of ", 100 * times);
    CHECK(lost == 0);
  }

  TEST_CASE("stop: a client that never finishes its request does not hold up the end for long") {
    Site site;
    REQUIRE(site.build().code == 0);
    faults::Daemon daemon(site);
    Connection slow(daemon.port);
    slow.send("GET /en/ HTTP/1.1\r\nHost: a\r\n");
    const auto begin = Clock::now();
    daemon.process->send_signal(SIGTERM);
    CHECK(daemon.process->wait() == 0);
    CHECK(seconds_since(begin) < 20);
  }

  TEST_CASE("stop: a second signal ends it at once") {
    Site site;
    REQUIRE(site.build().code == 0);
    faults::Daemon daemon(site);
    Connection slow(daemon.port);
    slow.send("GET /en/ HTTP/1.1\r\nHost: a\r\n");
    CHECK(http_test::get(daemon.port, "/healthz").status == 200);  // so the half request has arrived
    daemon.process->send_signal(SIGTERM);
    REQUIRE(http_test::eventually([&] { return daemon.log().find("event=stopping") != std::string::npos; }));
    const auto begin = Clock::now();
    daemon.process->send_signal(SIGTERM);
    CHECK(daemon.process->wait() == 128 + SIGTERM);
    CHECK(seconds_since(begin) < 1);
  }
}
