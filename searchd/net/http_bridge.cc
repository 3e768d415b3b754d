#include "searchd/net/http_bridge.h"

#include <httplib.h>

#include <exception>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>

namespace searchd {

namespace {

// The library is compiled already. Built without its own pkg-config flags we would see another layout than it
// does, which corrupts memory silently.
#if !defined(CPPHTTPLIB_OPENSSL_SUPPORT) || !defined(CPPHTTPLIB_ZLIB_SUPPORT) || \
    !defined(CPPHTTPLIB_BROTLI_SUPPORT)
#error "compile this file with the cflags of cpp-httplib's pkg-config file"
#endif
static_assert(std::string_view(CPPHTTPLIB_VERSION) == "0.11.4",
              "read what process_request() does in this version, run http_bridge_test, then add it here");
#if defined(__x86_64__) && defined(__GLIBCXX__)
static_assert(sizeof(httplib::Request) == 608, "another layout than the one in the library");
#endif

constexpr std::string_view kAnyRequest = "GET / HTTP/1.1\r\n\r\n";

class MemoryStream : public httplib::Stream {
 public:
  std::string take() { return std::move(written_); }

  bool is_readable() const override { return true; }
  bool is_writable() const override { return true; }
  ssize_t read(char* to, std::size_t size) override {
    const std::size_t count = unread_.copy(to, size);
    unread_.remove_prefix(count);
    return static_cast<ssize_t>(count);
  }
  ssize_t write(const char* from, std::size_t size) override {
    written_.append(from, size);
    return static_cast<ssize_t>(size);
  }
  void get_remote_ip_and_port(std::string&, int&) const override {}
  void get_local_ip_and_port(std::string&, int&) const override {}
  socket_t socket() const override { return INVALID_SOCKET; }

 private:
  std::string_view unread_ = kAnyRequest;
  std::string written_;
};

class Library : public httplib::Server {
 public:
  using httplib::Server::process_request;
  static_assert(std::is_same_v<decltype(&Library::process_request),
                               bool (Server::*)(httplib::Stream&, bool, bool&,
                                                const std::function<void(httplib::Request&)>&)>);
};

bool may_have_body(int status) { return status != 204 && status != 304; }

// The library writes the head only; the body stays where it is and is shared, not copied.
void fill(httplib::Response& out, const Response& from, bool keep_alive) {
  out.status = from.status;
  out.headers.clear();
  for (const Header& header : from.headers) out.set_header(header.name, header.value);
  if (may_have_body(from.status)) out.set_header("Content-Length", std::to_string(from.body->size()));
  if (keep_alive) out.set_header("Connection", "keep-alive");  // an HTTP/1.0 client has to be told
}

void remove_header(std::string& head, std::string_view name) {
  const auto at = head.find("\r\n" + std::string(name) + ": ");
  if (at != head.npos) head.erase(at, head.find("\r\n", at + 2) - at);
}

Answer through_library(const HttpBridge::Handler& handler, const HttpBridge::RefusalPage& refusal_page,
                       const Request& request, bool keep_alive) {
  Library
      library;  // a table of handlers, cheap to make; one for all threads could not know whose request it has
  Response response;
  library.set_pre_routing_handler([&](const httplib::Request&, httplib::Response& out) {
    response = handler(request);
    fill(out, response, keep_alive);
    return httplib::Server::HandlerResponse::Handled;
  });
  library.set_exception_handler(
      [&](const httplib::Request&, httplib::Response& out, const std::exception_ptr&) {
        response = refusal_page(500);
        fill(out, response, keep_alive);
      });
  MemoryStream stream;
  bool closed = false;
  library.process_request(stream, !keep_alive, closed, nullptr);
  Answer answer{stream.take(), response.body, keep_alive};
  remove_header(answer.head, "Keep-Alive");  // the library's own limits, which are not ours
  if (!may_have_body(response.status)) remove_header(answer.head, "Content-Length");  // RFC 9110, 8.6
  if (!may_have_body(response.status) || request.method == "HEAD") answer.body = nullptr;
  return answer;
}

}  // namespace

HttpBridge::HttpBridge(Handler handler, RefusalPage refusal_page)
    : handler_(std::move(handler)), refusal_page_(std::move(refusal_page)) {}

Answer HttpBridge::answer(const Request& request, bool keep_alive) const {
  return through_library(handler_, refusal_page_, request, keep_alive);
}

Answer HttpBridge::refuse(int status, bool keep_alive) const {
  const auto page = [&](const Request&) {
    Response out = refusal_page_(status);
    if (status == 503) out.set("Retry-After", "1");
    return out;
  };
  return through_library(page, refusal_page_, {}, keep_alive);
}

}  // namespace searchd
