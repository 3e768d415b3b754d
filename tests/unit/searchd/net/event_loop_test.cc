#include "searchd/net/event_loop.h"

#include <doctest/doctest.h>
#include <sys/resource.h>

#include <algorithm>
#include <chrono>
#include <string>
#include <vector>

#include "tests/unit/searchd/front_fixture.h"

using namespace front;
using searchd::FrontOptions;

namespace {

const std::string kPostHead = "POST /p HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\n";

FrontOptions one_worker() {
  FrontOptions options = patient();
  options.workers = 1;
  return options;
}

// No further descriptor can be opened while it lives.
class NoMoreDescriptors {
 public:
  NoMoreDescriptors() {
    ::getrlimit(RLIMIT_NOFILE, &before_);
    const kb::Descriptor lowest_free(::dup(0));
    const rlimit none{static_cast<rlim_t>(lowest_free.get()), before_.rlim_max};
    ::setrlimit(RLIMIT_NOFILE, &none);
  }
  ~NoMoreDescriptors() { ::setrlimit(RLIMIT_NOFILE, &before_); }

 private:
  rlimit before_{};
};

// Processor time that so many requests take all threads of this process. Of eight rounds the least counts,
// since other programs share the caches.
std::chrono::nanoseconds cost_of(Client& client, int requests) {
  const auto used = [] {
    timespec time{};
    ::clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
    return std::chrono::seconds(time.tv_sec) + std::chrono::nanoseconds(time.tv_nsec);
  };
  auto least = std::chrono::nanoseconds::max();
  for (int round = 0; round < 8; ++round) {
    const auto before = used();
    for (int i = 0; i < requests; ++i) REQUIRE(is_status(client.ask("/"), 200));
    least = std::min(least, std::chrono::nanoseconds(used() - before));
  }
  return least;
}

}  // namespace

TEST_CASE("event loop: answers one request after another on a connection") {
  Front server;
  Client client(server.port());
  CHECK(says(client.ask("/one"), "\r\n\r\n/one"));
  CHECK(says(client.ask("/two"), "\r\n\r\n/two"));
  CHECK(server.metrics().requests == 2);
  CHECK(server.metrics().open == 1);
  CHECK(server.last_peer() == "127.0.0.1");
}

TEST_CASE("event loop: the connection is closed after the answer when the client says so") {
  Front server;
  Client client(server.port());
  client.send("GET /last HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");
  CHECK(says(client.read_answer(), "Connection: close\r\n\r\n/last"));
  CHECK(client.is_closed());
}

TEST_CASE("event loop: pipelined requests are answered in order, however many workers there are") {
  Front server;
  Client client(server.port());
  std::string bytes;
  for (int i = 0; i < 200; ++i)
    bytes += "POST /" + std::to_string(i) + " HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\n\r\n+";
  client.send(bytes);
  for (int i = 0; i < 200; ++i) CHECK(says(client.read_answer(), "\r\n\r\n/" + std::to_string(i) + "+"));
}

TEST_CASE("event loop: a client that only stops sending still gets its answers") {
  Front server;
  Client client(server.port());
  client.get("/one");
  client.get("/two");
  client.half_close();
  CHECK(says(client.read_answer(), "/one"));
  CHECK(says(client.read_answer(), "/two"));
  CHECK(client.is_closed());
}

TEST_CASE("event loop: a refused client can read why, though it goes on sending") {
  Front server;
  Client client(server.port());
  client.send("GET / HTTP/1.1\nHost: a\n\n" + std::string(300'000, 'x'));
  CHECK(is_status(client.read_answer(), 400));
  CHECK(client.is_closed());
  CHECK(server.metrics().refused[0] == 1);
}

TEST_CASE("event loop: a request behind a refused one is never run") {
  Front server;
  Client client(server.port());
  client.send(
      "GET /one HTTP/1.1\r\nHost: a\r\n\r\nGET /two HTTP/1.1\r\n\r\nGET /three HTTP/1.1\r\nHost: a\r\n\r\n");
  CHECK(says(client.read_answer(), "/one"));
  CHECK(is_status(client.read_answer(), 400));
  CHECK(client.is_closed());
  CHECK(server.metrics().requests == 1);
}

TEST_CASE("event loop: a body is sent after 100 Continue") {
  Front server;
  Client client(server.port());
  client.send(kPostHead + "Expect: 100-continue\r\n\r\n");
  CHECK(client.read_answer() == "HTTP/1.1 100 Continue\r\n\r\n");
  client.send("hello");
  CHECK(says(client.read_answer(), "/phello"));
}

TEST_CASE("event loop: a silent client is closed without a word after 5 seconds") {
  FakeClock clock;
  Front server(patient(), clock.function());
  Client client(server.port());
  REQUIRE(eventually([&] { return server.metrics().open == 1; }));
  clock.advance(5001ms);
  CHECK(client.is_closed());
  CHECK(eventually([&] { return server.metrics().open == 0; }));
}

TEST_CASE("event loop: a slow client gets 408, whatever it still sends") {
  FakeClock clock;
  Front server(patient(), clock.function());
  Client slow_head(server.port());
  Client slow_body(server.port());
  slow_head.send("GET / HTTP/1.1\r\n");
  slow_body.send(kPostHead + "Expect: 100-continue\r\n\r\n");
  CHECK(says(slow_body.read_answer(), "100 Continue"));  // the loop has seen both
  clock.advance(4900ms);
  slow_head.send("Host: a\r\n");
  slow_body.send("hell");
  Client(server.port()).ask("/");
  clock.advance(200ms);
  CHECK(is_status(slow_head.read_answer(), 408));
  CHECK(slow_head.is_closed());
  clock.advance(5000ms);
  CHECK(is_status(slow_body.read_answer(), 408));
  CHECK(slow_body.is_closed());
  CHECK(server.metrics().timeouts == 2);
}

TEST_CASE("event loop: a connection that idles between requests is closed after 15 seconds") {
  FakeClock clock;
  Front server(patient(), clock.function());
  Client client(server.port());
  client.ask("/one");
  clock.advance(14900ms);
  CHECK(says(client.ask("/two"), "/two"));
  clock.advance(15100ms);
  CHECK(client.is_closed());
  CHECK(server.metrics().timeouts == 0);
}

TEST_CASE("event loop: clients that do not read hold up no worker and are given up in the end") {
  FakeClock clock;
  Front server(one_worker(), clock.function());
  std::vector<Client> slow(20);
  for (Client& client : slow) {
    REQUIRE(client.connect(server.port()));
    client.get("/big");
  }
  REQUIRE(eventually([&] { return server.metrics().requests == 20; }));
  CHECK(says(Client(server.port()).ask("/quick"), "/quick"));
  clock.advance(60min);
  CHECK(eventually([&] { return server.metrics().open == 0; }));
  CHECK(server.metrics().timeouts >= 20);
  CHECK(server.metrics().evicted == 0);
}

TEST_CASE("event loop: answers nobody reads are bounded in memory, and the slowest reader goes first") {
  FrontOptions options = one_worker();
  options.max_unsent = 80 * 1024 * 1024;
  Front server(options);
  std::vector<Client> slow(6);
  for (Client& client : slow) {
    REQUIRE(client.connect(server.port()));
    client.get("/own");
  }
  CHECK(eventually([&] { return server.metrics().evicted == 4; }));
  CHECK(says(Client(server.port()).ask("/quick"), "/quick"));
  CHECK(std::count_if(slow.begin(), slow.end(),
                      [](Client& client) { return client.read_answer().size() > 32 * 1024 * 1024; }) == 2);
}

TEST_CASE("event loop: a big answer arrives whole") {
  Front server;
  Client client(server.port());
  const std::string answer = client.ask("/big");
  CHECK(answer.size() - answer.find("\r\n\r\n") - 4 == 32 * 1024 * 1024);
  CHECK(says(client.ask("/next"), "/next"));
}

// The clock stands, so an answer that waits for the next sweep never comes.
TEST_CASE("event loop: 1,000 silent and half-asking clients cost the others nothing") {
  searchd::raise_descriptor_limit();
  const FakeClock clock;
  Front server(patient(), clock.function());
  Client client(server.port());
  const auto alone = cost_of(client, 40);
  std::vector<Client> idle(1000);
  for (std::size_t i = 0; i < idle.size(); ++i) {
    REQUIRE(idle[i].connect(server.port()));
    if (i % 2 == 1) idle[i].send("GET / HTTP/1.1\r\nHost:");
  }
  REQUIRE(eventually([&] { return server.metrics().open == idle.size() + 1; }));
  const auto turns = server.metrics().turns.load();
  CHECK(cost_of(client, 40) < 5 * alone);
  CHECK(server.metrics().turns - turns < 2000);  // two for an answer, and ten a second
}

TEST_CASE("event loop: a full queue answers 503 at once and keeps the connection") {
  FrontOptions options = one_worker();
  options.queue = 2;
  Front server(options);
  Client busy(server.port());
  busy.get("/wait");
  REQUIRE(eventually([&] { return server.gate().waiting() == 1; }));
  std::vector<Client> queued(2);
  for (Client& client : queued) {
    REQUIRE(client.connect(server.port()));
    client.get("/queued");
  }
  REQUIRE(eventually([&] { return server.loop().queued() == 2; }));
  Client late(server.port());
  CHECK(is_status(late.ask("/late"), 503));
  CHECK(server.metrics().overloaded == 1);
  CHECK(server.metrics().waiting() == 3);
  server.gate().open();
  for (Client& client : queued) CHECK(is_status(client.read_answer(), 200));
  CHECK(says(late.ask("/again"), "/again"));
  CHECK(server.metrics().waiting() == 0);
}

TEST_CASE("event loop: what waited too long behind a standing queue is answered 503, but for forms") {
  FakeClock clock;
  FrontOptions options = one_worker();
  options.patience = {};
  Front server(options, clock.function());
  Client busy(server.port());
  Client patient(server.port());
  busy.get("/wait");
  REQUIRE(eventually([&] { return server.gate().waiting() == 1; }));
  patient.get("/patient");
  REQUIRE(eventually([&] { return server.loop().queued() == 1; }));
  Client form(server.port());
  form.send("POST /form HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\n\r\ntyped");
  REQUIRE(eventually([&] { return server.loop().queued() == 2; }));
  Client last(server.port());
  last.get("/last");
  REQUIRE(eventually([&] { return server.loop().queued() == 3; }));
  clock.advance(600ms);
  server.gate().open();
  CHECK(is_status(busy.read_answer(), 200));
  CHECK(is_status(patient.read_answer(), 503));
  CHECK(says(form.read_answer(), "/formtyped"));
  CHECK(server.metrics().overloaded == 1);
  CHECK(is_status(last.read_answer(), 200));
  CHECK(is_status(patient.ask("/again"), 200));
}

TEST_CASE("event loop: a client that left does not get its answer delivered to somebody else") {
  Front server(one_worker());
  Client gone(server.port());
  gone.get("/wait");
  REQUIRE(eventually([&] { return server.gate().waiting() == 1; }));
  const linger reset{1, 0};
  ::setsockopt(gone.fd(), SOL_SOCKET, SO_LINGER, &reset, sizeof reset);
  gone.close();
  REQUIRE(eventually([&] { return server.metrics().open == 0; }));
  Client next(server.port());
  next.get("/next");
  server.gate().open();
  CHECK(says(next.read_answer(), "\r\n\r\n/next"));
}

TEST_CASE("event loop: drain answers all that was asked and ends") {
  Front server;
  Client idle(server.port());
  idle.ask("/");
  std::vector<Client> asking(100);
  for (Client& client : asking) {
    REQUIRE(client.connect(server.port()));
    client.get("/wait");
  }
  REQUIRE(eventually([&] { return server.metrics().requests == 101; }));
  server.loop().stop();
  CHECK(idle.is_closed());
  server.gate().open();
  for (Client& client : asking) {
    CHECK(says(client.read_answer(), "\r\n\r\n/wait"));
    CHECK(client.is_closed());
  }
  CHECK(eventually([&] { return server.has_ended(); }));
  CHECK_FALSE(Client().connect(server.port()));
}

TEST_CASE("event loop: a request that is on its way when the drain begins is answered") {
  for (int i = 0; i < 20; ++i) {
    Front server;
    Client known(server.port());
    known.ask("/");
    Client fresh(server.port());
    known.get("/known");
    fresh.get("/fresh");
    server.loop().stop();
    CHECK(says(known.read_answer(), "/known"));
    CHECK(says(fresh.read_answer(), "/fresh"));
    CHECK(known.is_closed());
    CHECK(fresh.is_closed());
  }
}

TEST_CASE("event loop: a drain ends at its deadline, a second stop at once") {
  FakeClock clock;
  Front server(patient(), clock.function());
  Client client(server.port());
  client.get("/wait");
  REQUIRE(eventually([&] { return server.gate().waiting() == 1; }));
  server.loop().stop();
  CHECK_FALSE(server.has_ended());
  SUBCASE("at the deadline") {
    // The drain begins when the loop wakes up, so its deadline is not known here to the millisecond.
    CHECK(eventually([&] {
      clock.advance(1s);
      return server.has_ended();
    }));
  }
  SUBCASE("at once") {
    server.loop().stop();
    CHECK(eventually([&] { return server.has_ended(); }));
  }
}

TEST_CASE("event loop: without descriptors clients are turned away, those that are there are served") {
  Front server;
  Client there(server.port());
  there.ask("/");
  std::vector<Client> late(5);
  {
    const NoMoreDescriptors limit;
    for (Client& client : late) REQUIRE(client.connect(server.port()));
    CHECK(eventually([&] { return server.metrics().accept_errors >= 5; }));
    CHECK(says(there.ask("/still"), "/still"));
    for (Client& client : late) CHECK(client.read_answer().empty());
  }
  CHECK(says(Client(server.port()).ask("/after"), "/after"));
}

TEST_CASE("event loop: connections over the limit are told so and closed") {
  FrontOptions options = patient();
  SUBCASE("in all") { options.connections = 2; }
  SUBCASE("of one client") { options.max_per_client = 2; }
  Front server(options);
  Client one(server.port());
  Client two(server.port());
  one.ask("/");
  two.ask("/");
  Client three(server.port());
  const std::string answer = three.read_answer();
  CHECK(is_status(answer, 503));
  CHECK(says(answer, "\r\n\r\nToo many visitors at once."));
  CHECK(three.is_closed());
  CHECK(server.metrics().turned_away == 1);
  one.close();
  REQUIRE(eventually([&] { return server.metrics().open == 1; }));
  CHECK(is_status(Client(server.port()).ask("/"), 200));
}

TEST_CASE("event loop: counts refusals by status") {
  Front server;
  for (int i = 0; i < 3; ++i) {
    Client client(server.port());
    client.send("GET / HTTP/3.0\r\n");
    client.read_answer();
  }
  CHECK(server.metrics().refused[505 - searchd::FrontMetrics::kFirstStatus] == 3);
}

namespace {

constexpr std::size_t kLarge = 2 * searchd::kMaxRequestBody;

FrontOptions for_uploads() {
  FrontOptions options = patient();
  options.workers = 2;
  options.body_limit = [](const searchd::Request& head) {
    return head.path == "/other" ? searchd::kMaxRequestBody : kLarge;
  };
  return options;
}

std::string upload(const std::string& path, std::size_t size = kLarge) {
  return "POST " + path + " HTTP/1.1\r\nHost: a\r\nContent-Length: " + std::to_string(size) + "\r\n\r\n";
}

// The server has seen the head of each.
std::vector<Client> begun_uploads(Front& server, std::size_t count) {
  std::vector<Client> clients(count);
  for (Client& client : clients) {
    REQUIRE(client.connect(server.port()));
    std::string head = upload("/p");
    client.send(head.insert(head.size() - 2, "Expect: 100-continue\r\n"));
    REQUIRE(says(client.read_answer(), "100 Continue"));
  }
  return clients;
}

}  // namespace

TEST_CASE("event loop: a large body is taken where its head has room for it") {
  Front server(for_uploads());
  Client client(server.port());
  const std::string body(kLarge, 'x');
  client.send(upload("/p") + body);
  CHECK(says(client.read_answer(), "\r\n\r\n/p" + body));
  client.send(upload("/other"));
  const std::string answer = client.read_answer();
  CHECK(is_status(answer, 413));
  CHECK(says(answer, "256 KiB are the most"));
  CHECK(client.is_closed());
  Client larger(server.port());
  larger.send(upload("/p", kLarge + 1));
  CHECK(says(larger.read_answer(), "512 KiB are the most"));
}

TEST_CASE("event loop: of large bodies eight are received at one time, small ones beside them") {
  Front server(for_uploads());
  std::vector<Client> clients = begun_uploads(server, 8);
  Client ninth(server.port());
  ninth.send(upload("/p"));
  const std::string answer = ninth.read_answer();
  CHECK(is_status(answer, 503));
  CHECK(says(answer, "Retry-After: 1\r\n"));
  CHECK(ninth.is_closed());
  Client small(server.port());
  small.send(kPostHead + "\r\nhello");
  CHECK(says(small.read_answer(), "/phello"));
  const std::string body(kLarge, 'x');
  for (Client& client : clients) {
    client.send(body);
    CHECK(is_status(client.read_answer(), 200));
  }
  CHECK(server.metrics().refused[503 - searchd::FrontMetrics::kFirstStatus] == 1);
}

TEST_CASE("event loop: every way in which a large body ends makes room for another") {
  FakeClock clock;
  Front server(for_uploads(), clock.function());
  std::vector<Client> clients = begun_uploads(server, 8);
  const auto open = server.metrics().open.load();
  SUBCASE("the client leaves") {
    clients.front().close();
    REQUIRE(eventually([&] { return server.metrics().open == open - 1; }));
  }
  SUBCASE("all are too slow") {
    clock.advance(60s);
    for (Client& client : clients) CHECK(is_status(client.read_answer(), 408));
  }
  SUBCASE("it is whole") {
    clients.front().send(std::string(kLarge, 'x'));
    CHECK(is_status(clients.front().read_answer(), 200));
  }
  CHECK(eventually([&] {
    Client next(server.port());
    next.send(upload("/p") + std::string(kLarge, 'x'));
    return is_status(next.read_answer(), 200);
  }));
}

TEST_CASE("event loop: a large body that waits for its answer is still counted") {
  FrontOptions options = for_uploads();
  options.large_bodies = 1;
  Front server(options);
  Client waiting(server.port());
  waiting.send(upload("/wait") + std::string(kLarge, 'x'));
  REQUIRE(eventually([&] { return server.gate().waiting() == 1; }));
  Client next(server.port());
  next.send(upload("/p"));
  CHECK(is_status(next.read_answer(), 503));
}
