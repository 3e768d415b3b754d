#include "searchd/net/listener.h"

#include <arpa/inet.h>
#include <fcntl.h>
#include <fmt/format.h>
#include <netdb.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>

#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <memory>
#include <string_view>
#include <utility>

#include "kb/model/error.h"

namespace searchd {

namespace {

constexpr int kMaxNotSent = 128 * 1024;  // bytes
constexpr int kFirstInherited = 3;       // sd_listen_fds(3)

[[noreturn]] void refuse(const std::string& address, int error) {
  const std::string what = fmt::format("cannot listen on {}: {}", address, std::strerror(error));
  std::string hint = "choose an address of this machine with --listen, as in 127.0.0.1:8080";
  if (error == EADDRINUSE) hint = "another program has it: stop that one, or choose another with --listen";
  if (error == EACCES) hint = "choose a port from 1024 on, or a folder this user may write to";
  throw kb::Error(what, hint);
}

kb::Descriptor open_socket(int family, const sockaddr* address, socklen_t size, const std::string& name) {
  kb::Descriptor out(::socket(family, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0));
  if (!out) refuse(name, errno);
  const int on = 1;
  // Never SO_REUSEPORT: a second daemon would take half of our clients and nobody would be told.
  if (family != AF_UNIX) ::setsockopt(out.get(), SOL_SOCKET, SO_REUSEADDR, &on, sizeof on);
  if (::bind(out.get(), address, size) != 0 || ::listen(out.get(), kBacklog) != 0) refuse(name, errno);
  return out;
}

// Both fail for a Unix socket, which needs neither.
void tune(const kb::Descriptor& client) {
  const int on = 1;
  ::setsockopt(client.get(), IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
  // Else the kernel takes up to 4 MB of an answer for a client that reads nothing: 250 of them held 900 MB,
  // and copying it stopped everybody else for seconds.
  ::setsockopt(client.get(), IPPROTO_TCP, TCP_NOTSENT_LOWAT, &kMaxNotSent, sizeof kMaxNotSent);
}

// A daemon that was killed leaves its socket file behind.
void remove_stale(const sockaddr_un& address, const std::string& name) {
  struct stat found {};
  if (::lstat(address.sun_path, &found) != 0) return;
  if (!S_ISSOCK(found.st_mode)) refuse(name, EADDRINUSE);
  const kb::Descriptor probe(::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0));
  const bool answers =
      ::connect(probe.get(), reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0;
  if (answers || errno != ECONNREFUSED) refuse(name, EADDRINUSE);
  ::unlink(address.sun_path);
}

std::string ip_name(const sockaddr_storage& address) {
  char text[INET6_ADDRSTRLEN] = "";
  if (address.ss_family == AF_INET) {
    ::inet_ntop(AF_INET, &reinterpret_cast<const sockaddr_in&>(address).sin_addr, text, sizeof text);
  } else if (address.ss_family == AF_INET6) {
    ::inet_ntop(AF_INET6, &reinterpret_cast<const sockaddr_in6&>(address).sin6_addr, text, sizeof text);
  }
  const std::string_view name = text;
  return std::string(name.starts_with("::ffff:") ? name.substr(7) : name);  // IPv4 through an IPv6 socket
}

kb::Descriptor open_spare() { return kb::Descriptor(::open("/dev/null", O_RDONLY | O_CLOEXEC)); }

}  // namespace

Listener::Listener(kb::Descriptor socket) : socket_(std::move(socket)), spare_(open_spare()) {}

Listener Listener::tcp(const std::string& host, int port) {
  const std::string name =
      host.find(':') == host.npos ? fmt::format("{}:{}", host, port) : fmt::format("[{}]:{}", host, port);
  addrinfo wanted{};
  wanted.ai_flags = AI_PASSIVE | AI_NUMERICSERV;
  wanted.ai_socktype = SOCK_STREAM;
  addrinfo* found = nullptr;
  const std::string service = std::to_string(port);
  if (::getaddrinfo(host.c_str(), service.c_str(), &wanted, &found) != 0) refuse(name, EADDRNOTAVAIL);
  const std::unique_ptr<addrinfo, decltype(&::freeaddrinfo)> owner(found, &::freeaddrinfo);
  return Listener(open_socket(found->ai_family, found->ai_addr, found->ai_addrlen, name));
}

Listener Listener::unix_socket(const std::filesystem::path& path) {
  const std::string name = "unix:" + path.string();
  sockaddr_un address{};
  address.sun_family = AF_UNIX;
  if (path.native().size() >= sizeof address.sun_path) refuse(name, ENAMETOOLONG);
  path.native().copy(address.sun_path, sizeof address.sun_path - 1);
  remove_stale(address, name);
  kb::Descriptor socket =
      open_socket(AF_UNIX, reinterpret_cast<const sockaddr*>(&address), sizeof address, name);
  // The proxy is another user. Who may come near is decided by the folder's rights.
  if (::chmod(address.sun_path, 0666) != 0) refuse(name, errno);
  return Listener(std::move(socket));
}

std::vector<Listener> Listener::inherited() {
  std::vector<Listener> out;
  const char* pid = std::getenv("LISTEN_PID");
  const char* count = std::getenv("LISTEN_FDS");
  if (!pid || !count || pid != std::to_string(::getpid())) return out;
  for (int fd = kFirstInherited; fd < kFirstInherited + std::atoi(count); ++fd) {
    ::fcntl(fd, F_SETFD, FD_CLOEXEC);
    if (::fcntl(fd, F_SETFL, O_NONBLOCK) != 0) refuse(fmt::format("descriptor {}", fd), errno);
    out.push_back(Listener(kb::Descriptor(fd)));
  }
  return out;
}

std::string Listener::host() const {
  sockaddr_storage address{};
  socklen_t size = sizeof address;
  if (::getsockname(fd(), reinterpret_cast<sockaddr*>(&address), &size) != 0) return "";
  if (address.ss_family != AF_UNIX) return ip_name(address);
  return std::string("unix:") + reinterpret_cast<const sockaddr_un&>(address).sun_path;
}

int Listener::port() const {
  sockaddr_in6 address{};  // holds an IPv4 address too, its port in the same place
  socklen_t size = sizeof address;
  if (::getsockname(fd(), reinterpret_cast<sockaddr*>(&address), &size) != 0) return 0;
  const bool has_port = address.sin6_family == AF_INET || address.sin6_family == AF_INET6;
  return has_port ? ntohs(address.sin6_port) : 0;
}

Accepted Listener::accept() {
  using Result = Accepted::Result;
  sockaddr_storage address{};
  socklen_t size = sizeof address;
  kb::Descriptor client(
      ::accept4(fd(), reinterpret_cast<sockaddr*>(&address), &size, SOCK_NONBLOCK | SOCK_CLOEXEC));
  if (client) {
    tune(client);
    return {Result::client, std::move(client), ip_name(address)};
  }
  if (errno == EAGAIN) return {Result::none, kb::Descriptor(), ""};
  if (errno == EINTR || errno == ECONNABORTED || errno == EPROTO)
    return {Result::failed, kb::Descriptor(), ""};
  if (errno == EMFILE || errno == ENFILE) {
    spare_.close();
    const bool turned_away =
        static_cast<bool>(kb::Descriptor(::accept4(fd(), nullptr, nullptr, SOCK_CLOEXEC)));
    spare_ = open_spare();
    if (turned_away) return {Result::failed, kb::Descriptor(), ""};
  }
  return {Result::exhausted, kb::Descriptor(), ""};
}

void raise_descriptor_limit() {
  rlimit limit{};
  if (::getrlimit(RLIMIT_NOFILE, &limit) != 0) return;
  limit.rlim_cur = limit.rlim_max;
  ::setrlimit(RLIMIT_NOFILE, &limit);
}

}  // namespace searchd
