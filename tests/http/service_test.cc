// The daemon as a service manager runs it: its sockets, its signs of life, its limits.
#include <doctest/doctest.h>
#include <fcntl.h>
#include <signal.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/un.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdlib>

#include "events/reader.h"
#include "events/schema.h"
#include "kb/store/descriptor.h"
#include "searchd/net/listener.h"
#include "tests/http/daemon.h"

namespace fs = std::filesystem;
using http_test::Daemon;
using http_test::eventually;
using kb::Descriptor;

namespace {

sockaddr_un unix_address(const fs::path& path) {
  sockaddr_un address{};
  address.sun_family = AF_UNIX;
  path.native().copy(address.sun_path, sizeof address.sun_path - 1);
  return address;
}

// What systemd is to the daemon. The daemon must be started while this lives.
class FakeManager {
 public:
  explicit FakeManager(const fs::path& path) : socket_(::socket(AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC, 0)) {
    const sockaddr_un address = unix_address(path);
    REQUIRE(::bind(socket_.get(), reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0);
    const timeval patience{10, 0};
    ::setsockopt(socket_.get(), SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
    ::setenv("NOTIFY_SOCKET", path.c_str(), 1);
    ::setenv("WATCHDOG_USEC", "60000", 1);
  }
  ~FakeManager() {
    ::unsetenv("NOTIFY_SOCKET");
    ::unsetenv("WATCHDOG_USEC");
  }
  FakeManager(const FakeManager&) = delete;
  FakeManager& operator=(const FakeManager&) = delete;

  std::string next() const {
    std::array<char, 256> bytes{};
    const ssize_t count = ::recv(socket_.get(), bytes.data(), bytes.size(), 0);
    return {bytes.data(), static_cast<std::size_t>(std::max<ssize_t>(count, 0))};
  }

 private:
  Descriptor socket_;
};

std::string ask_unix(const fs::path& path, const std::string& request) {
  const Descriptor client(::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0));
  const sockaddr_un address = unix_address(path);
  REQUIRE(::connect(client.get(), reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0);
  ::send(client.get(), request.data(), request.size(), MSG_NOSIGNAL);
  std::string answer(64 * 1024, '\0');
  const ssize_t count = ::recv(client.get(), answer.data(), answer.size(), MSG_WAITALL);
  answer.resize(static_cast<std::size_t>(std::max<ssize_t>(count, 0)));
  return answer;
}

}  // namespace

TEST_CASE("service: the manager hears that it is ready, alive and stopping") {
  const kb::TempFolder folder;
  const FakeManager manager(folder / "notify");
  Daemon daemon;
  CHECK(manager.next() == "READY=1");
  for (int i = 0; i < 3; ++i) CHECK(manager.next() == "WATCHDOG=1");
  CHECK(http_test::get(daemon.port, "/en/").status == 200);
  daemon.process->send_signal(SIGTERM);
  std::string last;
  while ((last = manager.next()) == "WATCHDOG=1") {
  }
  CHECK(last == "STOPPING=1");
  CHECK(daemon.process->wait() == 0);
}

TEST_CASE("service: sockets that were handed over come before --listen and --admin") {
  const kb::TempFolder folder;
  http_test::publish(folder / "index", http_test::sample_site());
  const searchd::Listener first = searchd::Listener::tcp("127.0.0.1", 0);
  const searchd::Listener second = searchd::Listener::tcp("127.0.0.1", 0);
  for (const auto* listener : {&first, &second}) ::fcntl(listener->fd(), F_SETFD, 0);
  const std::string start =
      "fds=($0 $1); shift; LISTEN_PID=$$ LISTEN_FDS=2 exec \"$@\" 3<&${fds[0]} 4<&${fds[1]}";
  http_test::Process process(
      {"/bin/bash", "-c", start, std::to_string(first.fd()), std::to_string(second.fd()), FIRSTLINE_SEARCHD,
       "--index", folder / "index", "--templates", http_test::templates_folder()},
      folder / "log");
  CHECK(process.read_line() == "Serving http://127.0.0.1:" + std::to_string(first.port()));
  CHECK(http_test::get(first.port(), "/en/").status == 200);
  CHECK(http_test::get(second.port(), "/metrics").status == 200);
  process.send_signal(SIGTERM);
  CHECK(process.wait() == 0);
}

TEST_CASE("service: it listens on a Unix socket, and links lead to a web address") {
  const kb::TempFolder folder;
  auto site = http_test::sample_site();
  site.site.base_url.clear();
  http_test::publish(folder / "index", site);
  const fs::path socket = folder / "socket";
  http_test::Process process({FIRSTLINE_SEARCHD, "--index", folder / "index", "--templates",
                              http_test::templates_folder(), "--listen", "unix:" + socket.string()},
                             folder / "log");
  CHECK(process.read_line() == "Serving unix:" + socket.string());
  const std::string answer =
      ask_unix(socket, "GET /openapi.json HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");
  CHECK(answer.starts_with("HTTP/1.1 200 OK\r\n"));
  CHECK(answer.find("\"http://localhost\"") != std::string::npos);
}

TEST_CASE("service: one address holds as many connections as --max-per-client allows") {
  Daemon daemon({"--max-per-client", "2"});
  http_test::Connection one(daemon.port);
  http_test::Connection two(daemon.port);
  for (auto* connection : {&one, &two}) {
    connection->send(http_test::request_text("GET", "/healthz"));
    CHECK(connection->receive().status == 200);
  }
  CHECK(http_test::Connection(daemon.port).receive().status == 503);
}

TEST_CASE("service: the limit on open files is raised at start") {
  rlimit before{};
  ::getrlimit(RLIMIT_NOFILE, &before);
  const rlimit low{256, before.rlim_max};
  ::setrlimit(RLIMIT_NOFILE, &low);
  Daemon daemon;
  ::setrlimit(RLIMIT_NOFILE, &before);
  rlimit raised{};
  REQUIRE(::prlimit(daemon.process->pid(), RLIMIT_NOFILE, nullptr, &raised) == 0);
  CHECK(raised.rlim_cur == before.rlim_max);
}

TEST_CASE("service: old events go at start, unless they are to be kept") {
  Daemon daemon;
  daemon.process->send_signal(SIGTERM);
  daemon.process->wait();
  const fs::path file = daemon.folder / "events.db";
  const auto now = std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
  {
    events::Writer writer(file);
    for (const int days : {0, 50, 100})
      writer.add_search({.time = now - std::chrono::days(days), .lang = "en"});
  }
  const auto left = [&] { return events::Reader(file).days({}).size(); };
  SUBCASE("90 days, if nothing else is said") {
    daemon.start({"--events", file});
    CHECK(
        eventually([&] { return daemon.log().find("event=events_erased count=1\n") != std::string::npos; }));
    CHECK(left() == 2);
  }
  SUBCASE("as long as is said") {
    daemon.start({"--events", file, "--retention", "7"});
    CHECK(eventually([&] { return left() == 1; }));
  }
  SUBCASE("for ever") {
    daemon.start({"--events", file, "--retention", "0"});
    daemon.process->send_signal(SIGTERM);
    CHECK(daemon.process->wait() == 0);
    CHECK(left() == 3);
  }
}

TEST_CASE("service: lost events are said in the log, and pages still answer") {
  const kb::TempFolder folder;
  const FakeManager manager(folder / "notify");  // so the daemon looks several times a second
  const fs::path file = folder / "events.db";
  const Daemon daemon({"--events", file});
  events::open_events(file, events::OpenMode::existing, std::chrono::seconds(5))
      .execute("DROP TABLE searches");
  CHECK(http_test::get(daemon.port, "/en/search?q=parcel").status == 200);
  const std::string line =
      "event=events_lost total=1 why=\"events file " + file.string() + ": no such table: searches\"\n";
  CHECK(eventually([&] { return daemon.log().find(line) != std::string::npos; }));
  CHECK(http_test::get(daemon.port, "/en/search?q=gadget").status == 200);
}

TEST_CASE("service: an events file that is moved away is made again, and the log says so") {
  const kb::TempFolder folder;
  const fs::path file = folder / "events.db";
  const Daemon daemon({"--events", file, "--events-max-mb", "1"});
  fs::rename(file, folder / "moved.db");
  CHECK(eventually([&] {
    return daemon.log().find("event=events_reopened why=\"the file was moved or removed\"\n") !=
           std::string::npos;
  }));
  CHECK(fs::exists(file));
}

TEST_CASE("service: a second signal does not wait for what is begun") {
  Daemon daemon;
  http_test::Connection half(daemon.port);
  half.send("GET /en/ HTTP/1.1\r\n");
  CHECK(http_test::get(daemon.port, "/healthz").status == 200);  // the loop has seen both
  daemon.process->send_signal(SIGTERM);
  CHECK(eventually([&] { return daemon.log().find("event=stopping") != std::string::npos; }));
  daemon.process->send_signal(SIGTERM);
  CHECK(daemon.process->wait() == 128 + SIGTERM);
}
