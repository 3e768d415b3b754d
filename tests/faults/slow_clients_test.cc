// Clients that say nothing, ask or read drop by drop: everybody else does not notice.
#include <arpa/inet.h>
#include <doctest/doctest.h>
#include <netinet/in.h>
#include <sys/socket.h>

#include <array>
#include <atomic>
#include <thread>

#include "kb/store/descriptor.h"
#include "searchd/net/listener.h"
#include "tests/faults/load_client.h"
#include "tests/faults/site.h"
#include "tests/http/sample_index.h"

using faults::Command;
using faults::LoadResult;
using faults::operator+;
using faults::Site;
using kb::Descriptor;

namespace {

// One article is more than the buffers of a connection hold.
struct BigSite : Site {
  BigSite() {
    std::string much;
    while (much.size() < 200'000) much += "Parcels of every size are carried by this van.\n\n";
    folder.write("content/en/big.md", "# Big\n\n" + much);
    REQUIRE(build().code == 0);
  }
};

struct Manner {
  std::string what;
  std::string first;   // sent at once
  std::string drop;    // then this, ten times a second; "" for nothing
  bool reads = false;  // a few bytes ten times a second
};

const std::string kAsk = faults::get_request("/en/big");

const std::vector<Manner> kManners{
    {"silent", "", ""},
    {"slow header", "GET / HTTP/1.1\r\nHost: a\r\n", "X-A: b\r\n"},
    {"slow header, byte by byte", "GET / HTTP/1.1\r\nHost: a\r\nX-A: ", "b"},
    {"slow body", "POST /en/ HTTP/1.1\r\nHost: a\r\nContent-Length: 60000\r\n\r\n", "b"},
    {"asks for a big page, reads nothing", kAsk, ""},
    {"asks for a big page, reads slowly", kAsk, "", true},
};

// A thousand of them, as long as this lives. Those that are thrown out come again.
class SlowClients {
 public:
  SlowClients(int port, const Manner& manner) : port_(port), manner_(manner) {
    for (int i = 0; i < 1000; ++i) sockets_.push_back(connect());
    thread_ = std::thread([this] {
      while (!stop_) {
        for (Descriptor& socket : sockets_) drip(socket);
        std::this_thread::sleep_for(std::chrono::milliseconds(100));
      }
    });
  }
  ~SlowClients() {
    stop_ = true;
    thread_.join();
  }
  SlowClients(const SlowClients&) = delete;
  SlowClients& operator=(const SlowClients&) = delete;

  int thrown_out() const { return thrown_out_; }

 private:
  Descriptor connect() const {
    Descriptor socket(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0));
    const int small = 2048;
    if (manner_.first.starts_with(kAsk))
      ::setsockopt(socket.get(), SOL_SOCKET, SO_RCVBUF, &small, sizeof small);
    sockaddr_in to{};
    to.sin_family = AF_INET;
    to.sin_port = htons(static_cast<std::uint16_t>(port_));
    to.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    ::connect(socket.get(), reinterpret_cast<const sockaddr*>(&to), sizeof to);
    ::send(socket.get(), manner_.first.data(), manner_.first.size(), MSG_NOSIGNAL | MSG_DONTWAIT);
    return socket;
  }

  void drip(Descriptor& socket) {
    std::array<char, 64> bytes{};
    const int peek = manner_.reads ? 0 : MSG_PEEK;
    const ssize_t read = ::recv(socket.get(), bytes.data(), bytes.size(), MSG_DONTWAIT | peek);
    const ssize_t sent =
        ::send(socket.get(), manner_.drop.data(), manner_.drop.size(), MSG_NOSIGNAL | MSG_DONTWAIT);
    const bool gone = (sent < 0 && errno != EAGAIN) || (read == 0 && manner_.drop.empty()) ||
                      (read < 0 && errno == ECONNRESET);
    if (!gone) return;
    ++thrown_out_;
    socket = connect();
  }

  int port_;
  const Manner& manner_;
  std::vector<Descriptor> sockets_;
  std::atomic<bool> stop_ = false;
  std::atomic<int> thrown_out_ = 0;
  std::thread thread_;
};

constexpr const char* kSlowHttpTest = "/usr/bin/slowhttptest";

// A thousand clients of a program that others wrote for this. It does not come again when it is thrown out.
Command slow_http_test(const Command& mode, const std::string& url) {
  return Command{kSlowHttpTest} + mode +
         Command{"-c", "1000", "-r", "1000", "-l", "60", "-v", "0", "-u", url};
}

double open_connections(int admin_port) {
  const std::string metrics = http_test::get(admin_port, "/metrics").body;
  const std::string name = "\nfirstline_connections ";
  const auto found = metrics.find(name);
  return found == std::string::npos ? 0 : std::stod(metrics.substr(found + name.size()));
}

LoadResult ask_as_others_do(int port, std::chrono::seconds time) {
  return faults::run(
      {.port = port,
       .connections = 8,
       .requests = {faults::get_request("/en/"), faults::get_request("/en/search?q=parcel"),
                    faults::get_request("/api/v1/suggest?q=par"), faults::get_request("/en/orders/delivery")},
       .time = time,
       .rate = 200});
}

}  // namespace

TEST_SUITE("slow_clients") {
  TEST_CASE("slow clients: with a thousand of slowhttptest's three kinds it is the same") {
    if (!std::filesystem::exists(kSlowHttpTest)) {
      MESSAGE("skipped: slowhttptest is not there");
      return;
    }
    searchd::raise_descriptor_limit();
    const BigSite site;
    const faults::Daemon daemon(site, {}, {"--admin", "127.0.0.1:0"});
    const std::string log = daemon.log();
    const int admin = std::stoi(log.substr(log.rfind(':') + 1));
    const std::string url = "http://127.0.0.1:" + std::to_string(daemon.port);
    const std::vector<Command> kinds{slow_http_test({"-H", "-i", "2"}, url + "/en/"),
                                     slow_http_test({"-B", "-i", "2", "-s", "60000"}, url + "/en/feedback"),
                                     slow_http_test({"-X", "-n", "2", "-k", "3"}, url + "/en/big")};
    for (const Command& kind : kinds) {
      CAPTURE(kind.at(1));
      double alone = 0;
      double held = 0;
      LoadResult others;
      const auto measure = [&] {
        CHECK(http_test::eventually([&] { return open_connections(admin) < 10; }));
        alone = ask_as_others_do(daemon.port, std::chrono::seconds(1)).percentile(99);
        const http_test::Process slow(kind, site.folder / "slow.log");
        CHECK(http_test::eventually([&] { return open_connections(admin) > 900; }));
        others = ask_as_others_do(daemon.port, std::chrono::seconds(2));
        held = open_connections(admin);  // a slow header is thrown out after five seconds
      };
      const auto is_good = [&] { return held > 900 && others.percentile(99) <= 20 + alone; };
      for (int i = 0; i < 3 && !is_good(); ++i)
        measure();  // what another program had cost does not come again
      MESSAGE(kind.at(1), ": ", others.text(), "; ", held, " connections; p99 without them ", alone);
      CHECK(is_good());
      CHECK(others.statuses.size() == 1);
      CHECK(others.wrong == 0);
    }
  }

  TEST_CASE("slow clients: with a thousand of any kind the others' 99th percentile stays within 20 ms") {
    searchd::raise_descriptor_limit();
    const BigSite site;
    const faults::Daemon daemon(site);
    REQUIRE(daemon.port > 0);
    const std::chrono::seconds time(faults::is_long() ? 20 : 2);
    for (const Manner& manner : kManners) {
      CAPTURE(manner.what);
      const double alone = ask_as_others_do(daemon.port, time).percentile(99);
      const SlowClients slow(daemon.port, manner);
      ask_as_others_do(daemon.port,
                       std::chrono::seconds(1));  // a thousand that come at once are no slow clients
      LoadResult others = ask_as_others_do(daemon.port, time);
      // Another program may have had the processor just then: what is ours comes again.
      for (int i = 0; i < 2 && others.percentile(99) > 20; ++i) others = ask_as_others_do(daemon.port, time);
      MESSAGE(manner.what, ": ", others.text(), "; ", slow.thrown_out(), " thrown out; p99 without them ",
              alone);
      CHECK(others.statuses.size() == 1);
      CHECK(others.wrong == 0);
      CHECK(others.percentile(99) <=
            20 + alone);  // alone: a millisecond or less on a machine with nothing else to do
    }
  }
}
