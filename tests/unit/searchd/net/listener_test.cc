#include "searchd/net/listener.h"

#include <doctest/doctest.h>
#include <fcntl.h>
#include <fmt/format.h>
#include <sys/ioctl.h>
#include <sys/resource.h>
#include <sys/un.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <string>
#include <vector>

#include "kb/model/error.h"
#include "tests/support/temp_folder.h"
#include "tests/unit/searchd/front_fixture.h"

using namespace front;
using kb::Descriptor;
using searchd::Accepted;
using searchd::Listener;

namespace {

Descriptor connect_unix(const std::filesystem::path& path) {
  Descriptor out(::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0));
  sockaddr_un address{};
  address.sun_family = AF_UNIX;
  path.native().copy(address.sun_path, sizeof address.sun_path - 1);
  const bool ok = ::connect(out.get(), reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0;
  return ok ? std::move(out) : Descriptor();
}

template <typename Open>
std::string error_of(const Open& open) {
  try {
    open();
  } catch (const kb::Error& error) {
    return std::string(error.what()) + ": " + error.hint();
  }
  return "";
}

}  // namespace

TEST_CASE("listener: port 0 is any free one, and nobody waiting is no error") {
  Listener listener = Listener::tcp("127.0.0.1", 0);
  CHECK(listener.port() > 0);
  CHECK(listener.accept().result == Accepted::Result::none);
}

// Whom the kernel's queue has no room for tries again after a second.
TEST_CASE("listener: two thousand who come at once need not wait to be connected") {
  searchd::raise_descriptor_limit();
  Listener listener = Listener::tcp("127.0.0.1", 0);
  const timeval less_than_a_second{0, 500'000};
  std::vector<Client> clients(2000);
  const auto connected = std::count_if(clients.begin(), clients.end(), [&](Client& client) {
    ::setsockopt(client.fd(), SOL_SOCKET, SO_SNDTIMEO, &less_than_a_second, sizeof less_than_a_second);
    return client.connect(listener.port());
  });
  CHECK(connected == 2000);
}

TEST_CASE("listener: names the client, not its port") {
  Listener listener = Listener::tcp("127.0.0.1", 0);
  Client client(listener.port());
  const Accepted accepted = listener.accept();
  CHECK(accepted.result == Accepted::Result::client);
  CHECK(accepted.peer == "127.0.0.1");
}

TEST_CASE("listener: the kernel takes only a little of an answer for a client that does not read") {
  Listener listener = Listener::tcp("127.0.0.1", 0);
  Client client(listener.port());
  const Accepted accepted = listener.accept();
  const std::string chunk(64 * 1024, 'b');
  std::size_t taken = 0;
  for (ssize_t count = 0; taken < 64'000'000 && count >= 0;
       taken += count > 0 ? static_cast<std::size_t>(count) : 0) {
    count = ::send(accepted.socket.get(), chunk.data(), chunk.size(), MSG_NOSIGNAL | MSG_DONTWAIT);
  }
  int received = 0;  // what the client's side of the kernel holds is its own affair
  REQUIRE(::ioctl(client.fd(), FIONREAD, &received) == 0);
  CHECK(taken - static_cast<std::size_t>(received) < 1'000'000);
}

TEST_CASE("listener: an IPv4 client of an IPv6 socket keeps its IPv4 name") {
  Listener listener = Listener::tcp("::", 0);
  Client client(listener.port());
  CHECK(listener.accept().peer == "127.0.0.1");
}

TEST_CASE("listener: a port that is taken says so, and what to do") {
  const Listener first = Listener::tcp("127.0.0.1", 0);
  CHECK(error_of([&] { Listener::tcp("127.0.0.1", first.port()); }) ==
        fmt::format(
            "cannot listen on 127.0.0.1:{}: Address already in use: another program has it: stop that one, "
            "or choose another with --listen",
            first.port()));
}

TEST_CASE("listener: a port is free again at once, though clients of the last run linger") {
  int port = 0;
  {
    Listener listener = Listener::tcp("127.0.0.1", 0);
    port = listener.port();
    Client client(port);
    const Accepted accepted = listener.accept();  // closes first, so it is the one that lingers
  }
  CHECK(Listener::tcp("127.0.0.1", port).port() == port);
}

TEST_CASE("listener: an address that is not ours or no address at all is an error") {
  CHECK(error_of([] { Listener::tcp("192.0.2.1", 8080); }) ==
        "cannot listen on 192.0.2.1:8080: Cannot assign requested address: choose an address of this machine "
        "with "
        "--listen, as in 127.0.0.1:8080");
  CHECK(
      says(error_of([] { Listener::tcp("not an address", 8080); }), "cannot listen on not an address:8080"));
}

TEST_CASE("listener: a Unix socket is open to every user, and the client has no name") {
  const support::TempFolder folder;
  Listener listener = Listener::unix_socket(folder / "s");
  CHECK(listener.port() == 0);
  CHECK((std::filesystem::status(folder / "s").permissions() & std::filesystem::perms::all) ==
        std::filesystem::perms(0666));
  const Descriptor client = connect_unix(folder / "s");
  const Accepted accepted = listener.accept();
  CHECK(accepted.result == Accepted::Result::client);
  CHECK(accepted.peer.empty());
}

TEST_CASE(
    "listener: a Unix socket that somebody listens on is taken, a left-over is replaced, a file is kept") {
  const support::TempFolder folder;
  {
    const Listener first = Listener::unix_socket(folder / "s");
    CHECK(says(error_of([&] { Listener::unix_socket(folder / "s"); }), "Address already in use"));
  }
  CHECK(std::filesystem::exists(folder / "s"));
  CHECK(error_of([&] { Listener::unix_socket(folder / "s"); }).empty());
  const Descriptor file(::open((folder / "f").c_str(), O_CREAT | O_WRONLY | O_CLOEXEC, 0600));
  CHECK(says(error_of([&] { Listener::unix_socket(folder / "f"); }), "Address already in use"));
  CHECK(says(error_of([&] { Listener::unix_socket(folder / std::string(200, 'x')); }), "File name too long"));
}

TEST_CASE("listener: takes over the sockets of a service manager, but only its own") {
  const Listener first = Listener::tcp("127.0.0.1", 0);
  const Descriptor before(::fcntl(3, F_DUPFD_CLOEXEC, 100));  // whatever is open there comes back at the end
  ::dup2(first.fd(), 3);
  ::setenv("LISTEN_FDS", "1", 1);
  ::setenv("LISTEN_PID", "1", 1);
  CHECK(Listener::inherited().empty());
  ::setenv("LISTEN_PID", std::to_string(::getpid()).c_str(), 1);
  {
    const std::vector<Listener> inherited = Listener::inherited();
    REQUIRE(inherited.size() == 1);
    CHECK(inherited[0].port() == first.port());
  }
  ::unsetenv("LISTEN_PID");
  ::unsetenv("LISTEN_FDS");
  CHECK(Listener::inherited().empty());
  if (before) ::dup2(before.get(), 3);
}

TEST_CASE("listener: the limit on open files is raised as far as allowed") {
  rlimit before{};
  ::getrlimit(RLIMIT_NOFILE, &before);
  const rlimit low{before.rlim_cur / 2, before.rlim_max};
  ::setrlimit(RLIMIT_NOFILE, &low);
  searchd::raise_descriptor_limit();
  rlimit after{};
  ::getrlimit(RLIMIT_NOFILE, &after);
  CHECK(after.rlim_cur == before.rlim_max);
}

TEST_CASE("listener: a daemon answers through a Unix socket") {
  const support::TempFolder folder;
  Front server(Listener::unix_socket(folder / "s"), patient(), std::chrono::steady_clock::now);
  const Descriptor client = connect_unix(folder / "s");
  const std::string request = "GET /unix HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n";
  ::send(client.get(), request.data(), request.size(), MSG_NOSIGNAL);
  std::string answer(1024, '\0');
  const ssize_t count = ::recv(client.get(), answer.data(), answer.size(), MSG_WAITALL);
  CHECK(says(answer.substr(0, static_cast<std::size_t>(count)), "\r\n\r\n/unix"));
  CHECK(server.last_peer().empty());
}
