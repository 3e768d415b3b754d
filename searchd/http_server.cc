#include "searchd/http_server.h"

#include <fmt/chrono.h>
#include <fmt/format.h>
#include <httplib.h>

#include <algorithm>
#include <atomic>
#include <charconv>
#include <chrono>
#include <ctime>

#include "kb/error.h"
#include "searchd/security_headers.h"

namespace searchd {

namespace {

// The library is compiled already. Built without its own pkg-config flags we would see another layout than it
// does, which corrupts memory silently.
#if !defined(CPPHTTPLIB_OPENSSL_SUPPORT) || !defined(CPPHTTPLIB_ZLIB_SUPPORT) || \
    !defined(CPPHTTPLIB_BROTLI_SUPPORT)
#error "compile this file with the cflags of cpp-httplib's pkg-config file"
#endif
#if defined(__x86_64__) && defined(__GLIBCXX__)
static_assert(sizeof(httplib::Request) == 608,
              "cpp-httplib changed: read its release notes, then change this figure");
#endif

constexpr std::size_t kWorkers = 32;         // one connection each
constexpr std::size_t kMaxBody = 64 * 1024;  // bytes
constexpr std::size_t kRequestsPerConnection = 1000;
constexpr int kIdleSeconds = 5;

// "/en/search?q=a" or "http://any.host/en/search?q=a" -> path and query.
void split_target(std::string_view target, Request& out) {
  if (target.starts_with("http://") || target.starts_with("https://")) {
    const auto slash = target.find('/', target.find("//") + 2);
    target = slash == std::string_view::npos ? "/" : target.substr(slash);
  }
  target = target.substr(0, target.find('#'));
  const auto question = target.find('?');
  out.path = target.substr(0, question);
  out.query = question == std::string_view::npos ? "" : target.substr(question + 1);
}

Request to_request(const httplib::Request& from) {
  Request out;
  out.method = from.method;
  split_target(from.target, out);
  for (const auto& [name, value] : from.headers) out.headers.push_back({name, value});
  out.body = from.body;
  return out;
}

std::string http_date() {
  return fmt::format("{:%a, %d %b %Y %H:%M:%S} GMT", fmt::gmtime(std::time(nullptr)));
}

void to_library(const Response& from, httplib::Response& out) {
  out.status = from.status;
  out.headers.clear();
  for (const Header& header : from.headers) out.set_header(header.name, header.value);
  out.set_header("Date", http_date());
  out.body = *from.body;
}

// For what the library refuses itself, before any handler of ours is asked. Its own text never goes out.
void answer_refused(httplib::Response& out) {
  Response response;
  response.status = out.status;
  response.set("Content-Type", "text/plain; charset=utf-8");
  response.set("Cache-Control", "no-store");
  add_security_headers(response);
  response.body = make_body("This request could not be read.\n");
  to_library(response, out);
}

}  // namespace

struct HttpServer::Library {
  httplib::Server server;
  std::atomic<bool> ended = false;
};

ListenAddress parse_address(std::string_view text) {
  const auto colon = text.rfind(':');
  int port = -1;
  if (colon != std::string_view::npos) {
    const auto [end, error] = std::from_chars(text.data() + colon + 1, text.data() + text.size(), port);
    if (error != std::errc{} || end != text.data() + text.size()) port = -1;
  }
  std::string host(text.substr(0, std::min(colon, text.size())));
  if (host.size() > 2 && host.front() == '[' && host.back() == ']') host = host.substr(1, host.size() - 2);
  if (host.empty() || port < 0 || port > 65535) {
    throw kb::Error("cannot listen on " + std::string(text),
                    "write an address and a port, as in 127.0.0.1:8080");
  }
  return {host, port};
}

HttpServer::HttpServer(const ListenAddress& address)
    : host_(address.host), library_(std::make_unique<Library>()) {
  httplib::Server& server = library_->server;
  // The library's default, SO_REUSEPORT, would let a second daemon take half of our connections silently.
  server.set_socket_options([](socket_t socket) {
    const int yes = 1;
    ::setsockopt(socket, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes);
  });
  server.set_tcp_nodelay(true);  // without it every answer on a kept connection waits 44 ms
  server.set_payload_max_length(kMaxBody);
  server.set_keep_alive_max_count(kRequestsPerConnection);
  server.set_keep_alive_timeout(kIdleSeconds);
  server.set_read_timeout(kIdleSeconds);
  server.set_write_timeout(kIdleSeconds);
  server.new_task_queue = [] { return new httplib::ThreadPool(kWorkers); };
  if (address.port == 0) {
    port_ = server.bind_to_any_port(host_);
  } else {
    port_ = server.bind_to_port(host_, address.port) ? address.port : -1;
  }
  if (port_ <= 0) {
    throw kb::Error(
        fmt::format("cannot listen on {}:{}", host_, address.port),
        "another program may have the port: choose a different one with --listen, or 0 for any free one");
  }
}

HttpServer::~HttpServer() { stop(); }

std::string HttpServer::url() const {
  const bool is_ipv6 = host_.find(':') != std::string::npos;
  return is_ipv6 ? fmt::format("http://[{}]:{}", host_, port_) : fmt::format("http://{}:{}", host_, port_);
}

void HttpServer::start(Handler handler) {
  httplib::Server& server = library_->server;
  const auto answer = [handler](const httplib::Request& request, httplib::Response& response) {
    // Ranges and compression are ours to decide: the library would cut our answer in pieces and compress it
    // anew. The request is the library's own local variable, so it may be changed.
    auto& mutable_request = const_cast<httplib::Request&>(request);
    mutable_request.ranges.clear();
    const Request ours = to_request(request);
    mutable_request.headers.erase("Accept-Encoding");
    to_library(handler(ours), response);
  };
  server.set_pre_routing_handler([answer](const httplib::Request& request, httplib::Response& response) {
    const auto& method = request.method;
    // Those with a body go on, so that the library reads it before the next request of the connection.
    const bool has_body = method == "POST" || method == "PUT" || method == "PATCH" || method == "DELETE";
    if (has_body) return httplib::Server::HandlerResponse::Unhandled;
    answer(request, response);
    return httplib::Server::HandlerResponse::Handled;
  });
  // "." would not match a newline, which a decoded path may hold.
  constexpr const char* kEverything = "[\\s\\S]*";
  server.Post(kEverything, answer)
      .Put(kEverything, answer)
      .Patch(kEverything, answer)
      .Delete(kEverything, answer);
  server.set_error_handler([](const httplib::Request&, httplib::Response& response) {
    if (!response.has_header("Content-Security-Policy")) answer_refused(response);
  });
  server.set_exception_handler([](const httplib::Request&, httplib::Response& response, std::exception_ptr) {
    response.status = 500;
    answer_refused(response);
  });
  thread_ = std::thread([this] {
    library_->server.listen_after_bind();
    library_->ended = true;
  });
  // The library would forget a stop() that comes before it has begun to listen.
  while (!server.is_running() && !library_->ended) std::this_thread::yield();
}

void HttpServer::stop() {
  if (!thread_.joinable()) return;
  library_->server.stop();
  thread_.join();
}

}  // namespace searchd
