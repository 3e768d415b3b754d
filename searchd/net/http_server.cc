#include "searchd/net/http_server.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <optional>
#include <utility>

#include "kb/model/error.h"
#include "searchd/net/event_loop.h"

namespace searchd {

struct HttpServer::Front {
  Front(Listener taken, const FrontOptions& chosen) : listener(std::move(taken)), options(chosen) {}

  std::optional<Listener> listener;  // until start()
  FrontOptions options;
  std::optional<EventLoop> loop;
};

ListenAddress parse_address(std::string_view text) {
  if (text.starts_with("unix:/")) return {"", 0, std::string(text.substr(5))};
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
  return {host, port, ""};
}

Listener listen(const ListenAddress& address) {
  return address.unix_path.empty() ? Listener::tcp(address.host, address.port)
                                   : Listener::unix_socket(address.unix_path);
}

HttpServer::HttpServer(const ListenAddress& address, const FrontOptions& options)
    : HttpServer(listen(address), options) {}

HttpServer::HttpServer(Listener listener, const FrontOptions& options)
    : host_(listener.host()),
      port_(listener.port()),
      front_(std::make_unique<Front>(std::move(listener), options)) {
  raise_descriptor_limit();
}

HttpServer::~HttpServer() { stop(); }

std::string HttpServer::url() const {
  if (port_ == 0) return host_;
  const bool is_ipv6 = host_.find(':') != std::string::npos;
  return is_ipv6 ? fmt::format("http://[{}]:{}", host_, port_) : fmt::format("http://{}:{}", host_, port_);
}

void HttpServer::start(Handler handler, BodyLimit body_limit) {
  front_->options.body_limit = std::move(body_limit);
  front_->loop.emplace(*std::exchange(front_->listener, std::nullopt), std::move(handler), front_->options);
  thread_ = std::thread([&loop = *front_->loop] { loop.run(); });
}

void HttpServer::stop() {
  if (!thread_.joinable()) return;
  front_->loop->stop();
  thread_.join();
}

const FrontMetrics* HttpServer::metrics() const { return front_->loop ? &front_->loop->metrics() : nullptr; }

}  // namespace searchd
