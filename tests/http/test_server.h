// The whole daemon inside the test: a published index, our own templates, a free port.
#pragma once

#include <filesystem>
#include <optional>

#include "events/writer.h"
#include "searchd/app.h"
#include "searchd/http_server.h"
#include "searchd/live_index.h"
#include "searchd/metrics.h"
#include "searchd/theme.h"
#include "tests/http/client.h"
#include "tests/http/sample_index.h"

namespace http_test {

inline std::filesystem::path templates_folder() {
  return std::filesystem::path(FIRSTLINE_SOURCE_DIR) / "templates";
}

struct TestServer {
  kb::TempFolder folder;
  std::filesystem::path index = folder / "index";
  searchd::Metrics metrics;
  searchd::ThemeStore themes{templates_folder()};
  searchd::LiveIndex live{index, searchd::Drafts::refuse, metrics};
  events::Writer writer{folder / "events.sqlite"};
  searchd::HttpServer server{{"127.0.0.1", 0}};
  searchd::HttpServer admin{{"127.0.0.1", 0}};
  searchd::App app{live, themes, metrics, searchd::EventLog(&writer), {.listen_url = server.url()}};

  // Serves `sample`; without one there is no index at all.
  explicit TestServer(const std::optional<SampleSite>& sample = sample_site()) {
    if (sample) publish(index, *sample);
    live.open_first();
    server.start([this](const searchd::Request& request) { return app.respond(request); });
    metrics.include(*server.metrics());
    admin.start([this](const searchd::Request& request) { return app.respond_admin(request); });
  }
  ~TestServer() {
    server.stop();
    admin.stop();
  }

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
