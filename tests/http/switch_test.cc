#include <doctest/doctest.h>

#include <atomic>
#include <thread>

#include "kb/store/generation.h"
#include "searchd/index_watcher.h"
#include "tests/http/test_server.h"

using http_test::Answer;
using http_test::eventually;
using http_test::sample_site;
using http_test::TestServer;

namespace {

http_test::SampleSite edited(const std::string& title) {
  auto sample = sample_site();
  sample.article("orders/track-my-order").title = title;
  return sample;
}

}  // namespace

TEST_CASE("switch: a new generation is served, with another validator") {
  TestServer server;
  const Answer before = server.get("/en/orders/track-my-order");
  http_test::publish(server.index, edited("Find my parcel"));
  CHECK(server.get("/en/orders/track-my-order").body == before.body);
  server.live.check_now();
  const Answer after = server.get("/en/orders/track-my-order");
  CHECK(after.has("<h1>Find my parcel</h1>"));
  CHECK(after.header("ETag") != before.header("ETag"));
  CHECK(server.get("/en/orders/track-my-order", {{"If-None-Match", before.header("ETag")}}).status == 200);
}

TEST_CASE("switch: a rollback is a switch like any other") {
  TestServer server;
  http_test::publish(server.index, edited("Find my parcel"));
  server.live.check_now();
  kb::rollback(server.index, std::nullopt);
  server.live.check_now();
  CHECK(server.get("/readyz").body == "gen-000001\n");
  CHECK(server.get("/en/orders/track-my-order").has("<h1>Track my order</h1>"));
}

TEST_CASE("switch: a generation that does not verify never goes live, and is counted once") {
  TestServer server;
  const std::string name = http_test::publish(server.index, edited("Broken"));
  http_test::corrupt(server.index / name);
  for (int i = 0; i < 3; ++i) server.live.check_now();
  CHECK(server.get("/readyz").body == "gen-000001\n");
  CHECK(server.get("/en/orders/track-my-order").has("<h1>Track my order</h1>"));
  CHECK(http_test::get(server.admin.port(), "/metrics").has("firstline_generations_refused_total 1\n"));

  http_test::publish(server.index, edited("Repaired"));
  server.live.check_now();
  CHECK(server.get("/en/orders/track-my-order").has("<h1>Repaired</h1>"));
}

TEST_CASE("switch: a generation with drafts is refused") {
  TestServer server;
  http_test::publish(server.index, edited("Draft"), http_test::Drafts::yes);
  server.live.check_now();
  CHECK(server.get("/readyz").body == "gen-000001\n");
}

TEST_CASE("switch: the index folder gone, we go on with what we have") {
  TestServer server;
  std::filesystem::remove_all(server.index);
  server.live.check_now();
  CHECK(server.get("/readyz").body == "gen-000001\n");
  // More threads than ever searched before: the databases can be opened by no more of them.
  std::atomic<int> wrong = 0;
  const auto visitor = [&](int thread) {
    for (int i = 0; i < 20; ++i) {
      const std::string query = "q=gadget+" + std::to_string(100 * thread + i);
      if (server.app.respond({"GET", "/en/search", query, {}, ""}).status != 200) ++wrong;
      if (server.app.respond({"GET", "/de/orders/nur-deutsch", query, {}, ""}).status != 200) ++wrong;
    }
  };
  std::vector<std::thread> visitors;
  for (int i = 0; i < 8; ++i) visitors.emplace_back(visitor, i);
  for (auto& thread : visitors) thread.join();
  CHECK(wrong == 0);
}

TEST_CASE("switch: publishes drop no request and never mix two generations in one page") {
  TestServer server;
  std::atomic<bool> done = false;
  std::atomic<int> asked = 0;
  std::atomic<int> wrong = 0;
  const auto visitor = [&] {
    http_test::Connection connection(server.port());
    while (!done) {
      connection.send(http_test::request_text("GET", "/en/orders/track-my-order"));
      const Answer answer = connection.receive();
      if (answer.status == 0) break;  // the connection had its share of requests
      // The title stands in the page's head and in its heading.
      const auto head = answer.body.find("<title>") + 7;
      const std::string title = answer.body.substr(head, answer.body.find(" \xE2\x80\x93", head) - head);
      if (answer.status != 200 || !answer.has("<h1>" + title + "</h1>")) ++wrong;
      ++asked;
    }
  };
  std::vector<std::thread> visitors;
  for (int i = 0; i < 3; ++i) visitors.emplace_back(visitor);
  for (int i = 0; i < 10; ++i) {
    http_test::publish(server.index, edited("Parcel " + std::to_string(i)));
    server.live.check_now();
  }
  done = true;
  for (auto& thread : visitors) thread.join();
  CHECK(asked > 50);
  CHECK(wrong == 0);
  CHECK(server.get("/readyz").body == "gen-000011\n");
}

TEST_CASE("switch: the watcher sees a publish by itself") {
  TestServer server;
  // A poll so slow that only inotify can be the reason.
  const searchd::IndexWatcher watcher(
      server.index, [&] { server.live.verify_hashes(); }, [&] { server.live.check_now(); },
      std::chrono::hours(1));
  http_test::publish(server.index, edited("Seen"));
  CHECK(eventually([&] { return server.get("/en/orders/track-my-order").has("<h1>Seen</h1>"); }));
}

TEST_CASE("switch: the watcher's poll finds an index that comes later") {
  TestServer server(std::nullopt);
  const searchd::IndexWatcher watcher(
      server.index, [] {}, [&] { server.live.check_now(); }, std::chrono::milliseconds(10));
  CHECK(server.get("/readyz").status == 503);
  http_test::publish(server.index, sample_site());
  CHECK(eventually([&] { return server.get("/readyz").status == 200; }));
}
