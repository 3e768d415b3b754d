// The whole daemon inside the test: a published index, our own templates, a free port.
#pragma once

#include <atomic>
#include <chrono>
#include <filesystem>
#include <optional>

#include "events/writer.h"
#include "outbox/outbox.h"
#include "searchd/app.h"
#include "searchd/metrics/metrics.h"
#include "searchd/net/http_server.h"
#include "searchd/theme/theme.h"
#include "searchd/visit/live_index.h"
#include "tests/http/client.h"
#include "tests/http/sample_index.h"

namespace http_test {

inline std::filesystem::path templates_folder() {
  return std::filesystem::path(FIRSTLINE_SOURCE_DIR) / "templates";
}

enum class Storing { off, on };

struct TestServer {
  kb::TempFolder folder;
  // Set by hand; forms want to be a few seconds old.
  std::atomic<std::chrono::seconds> now{std::chrono::seconds{1'800'000'000}};  // a Friday, 08:00 UTC
  std::filesystem::path index = folder / "index";
  searchd::Metrics metrics;
  searchd::ThemeStore themes{templates_folder()};
  searchd::LiveIndex live{index, searchd::Preview::off, metrics};
  events::Writer writer{folder / "events.sqlite", {.durable_timeout = std::chrono::milliseconds(50)}};
  searchd::VoteCounts votes{folder / "events.sqlite"};
  outbox::Outbox outbox{folder / "outbox", 3};
  searchd::HttpServer server{{"127.0.0.1", 0}};
  searchd::HttpServer admin{{"127.0.0.1", 0}};
  searchd::App app;

  // Serves `sample`; without one there is no index at all.
  explicit TestServer(const std::optional<SampleSite>& sample = sample_site(), Storing storing = Storing::on)
      : app{live, themes, metrics, searchd::EventLog(storing == Storing::on ? &writer : nullptr), options()} {
    if (sample) publish(index, *sample);
    live.open_first();
    server.start([this](const searchd::Request& request) { return app.respond(request); },
                 [this](const searchd::Request& head) { return app.body_limit(head); });
    metrics.include(*server.metrics());
    admin.start([this](const searchd::Request& request) { return app.respond_admin(request); });
  }
  ~TestServer() {
    server.stop();
    admin.stop();
  }

  searchd::AppOptions options() {
    searchd::AppOptions options;
    options.listen_url = server.url();
    options.proxies = searchd::TrustedProxies({"127.0.0.1"});  // so that a test can be many visitors
    options.clock = [this] { return std::chrono::sys_seconds(now.load()); };
    options.votes = &votes;
    options.outbox = &outbox;
    return options;
  }
  void advance(std::chrono::seconds by) { now = now.load() + by; }

  int port() const { return server.port(); }
  Answer get(std::string_view target, const Headers& headers = {}) const {
    return http_test::get(port(), target, headers);
  }
  Answer ask(std::string_view method, std::string_view target, const Headers& headers = {},
             std::string_view body = "") const {
    return request(port(), method, target, headers, body);
  }
};

}  // namespace http_test
