// One request's whole way: edition, route, cache, handler, delivery. The last resort when anything fails on
// it.
#pragma once

#include <atomic>
#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <mutex>
#include <string>
#include <utility>
#include <vector>

#include "searchd/guard/kept_texts.h"
#include "searchd/guard/post_guard.h"
#include "searchd/http/compression.h"
#include "searchd/http/http_message.h"
#include "searchd/metrics/metrics.h"
#include "searchd/page_cache.h"
#include "searchd/routes.h"
#include "searchd/theme/theme.h"
#include "searchd/visit/delivery.h"
#include "searchd/visit/edition.h"
#include "searchd/visit/event_log.h"
#include "searchd/visit/live_index.h"

namespace searchd {

using WallClock = std::function<std::chrono::sys_seconds()>;

WallClock system_clock();

struct AppOptions {
  std::string listen_url;  // "http://127.0.0.1:8080", for absolute URLs of a site without base_url
  Caching caching = Caching::normal;
  std::vector<std::string> cors_origins = {};  // may read the JSON API
  std::size_t cache_bytes = 64 << 20;
  std::string form_secret = random_hex(32);  // signs the tokens of forms
  TrustedProxies proxies = TrustedProxies();
  PostLimits post_limits = {};
  WallClock clock = system_clock();
  const VoteCounts* votes = nullptr;       // what articles may show; it must outlive the App
  const outbox::Outbox* outbox = nullptr;  // where messages of the contact form go; it must outlive the App
};

// Any thread may ask. What it is made of must outlive it.
class App {
 public:
  App(const LiveIndex& live, const ThemeStore& themes, Metrics& metrics, EventLog events, AppOptions options);

  Response respond(const Request& request);        // the public listener
  Response respond_admin(const Request& request);  // the admin listener: metrics and health

  // A BodyLimit: more for a form with a file, where the site takes files. By the edition that was made last,
  // since whoever asks must not wait for a new one.
  std::size_t body_limit(const Request& head);

 private:
  std::shared_ptr<const Edition> edition();
  Visit make_visit(const Edition& edition, const Request& request);
  Reply answer(Visit& visit, std::string_view& route_name);
  Reply answer_route(Visit& visit, const Route& route, const Params& all_params);
  std::pair<Reply, FromCache> kept_or_made(const Visit& visit, const Route& route, Encoding encoding);
  Reply answer_post(Visit& visit, const Route& route, const Params& all_params);
  Reply failure(const Visit& visit, int status, std::string_view what) noexcept;
  std::string next_request_id();

  const LiveIndex& live_;
  const ThemeStore& themes_;
  Metrics& metrics_;
  EventLog events_;
  const AppOptions options_;
  PostGuard guard_;
  KeptTexts kept_texts_;
  PageCache cache_;
  const std::string id_prefix_;
  std::atomic<std::uint64_t> requests_ = 0;

  std::mutex mutex_;  // guards what is below
  std::shared_ptr<const kb::Snapshot> edition_snapshot_;
  std::shared_ptr<const Theme> edition_theme_;
  std::shared_ptr<const VotesByArticle> edition_votes_;
  std::shared_ptr<const Edition> edition_;
};

}  // namespace searchd
