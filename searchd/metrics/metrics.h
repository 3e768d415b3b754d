// What the daemon counts about itself, for the admin listener, in Prometheus's text format.
#pragma once

#include <array>
#include <chrono>
#include <cstdint>
#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "events/writer_counts.h"
#include "searchd/metrics/front_metrics.h"

namespace searchd {

// Messages of the contact form that wait, and what became of others.
struct Backlog {
  std::size_t messages = 0;
  std::chrono::seconds oldest{0};  // its age
  std::uint64_t delivered = 0;
  std::uint64_t expired = 0;
};

// Values that are read only when somebody asks for the metrics.
struct Gauges {
  std::string generation;  // "" when none is live
  events::WriterCounts events = {};
  std::size_t cache_bytes = 0;
  std::uint64_t uncounted_events = 0;   // see EventLog::uncounted()
  std::optional<Backlog> backlog = {};  // where there is an outbox
};

// Thread-safe.
class Metrics {
 public:
  void count_request(std::string_view route, int status);
  void count_cache(bool hit);
  // What became of a form that was sent: form "feedback", "request" or "message"; outcome "stored",
  // "duplicate", "invalid", "failed", or why it was refused.
  void count_form(std::string_view form, std::string_view outcome);
  void count_refused_generation();
  void count_failed_theme_reload();
  void observe_search(std::chrono::duration<double> duration);

  // Adds what the public listener counts to text(). Requires: `front` outlives the last call.
  void include(const FrontMetrics& front);

  std::string text(const Gauges& gauges) const;

 private:
  // Upper bounds in seconds. A last bucket without one counts what is slower.
  static constexpr std::array kBounds{0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0};

  mutable std::mutex mutex_;  // guards all below
  std::map<std::pair<std::string, int>, std::uint64_t> requests_;
  std::map<std::pair<std::string, std::string>, std::uint64_t> forms_;
  std::uint64_t cache_hits_ = 0;
  std::uint64_t cache_misses_ = 0;
  std::uint64_t refused_generations_ = 0;
  std::uint64_t failed_theme_reloads_ = 0;
  std::array<std::uint64_t, kBounds.size() + 1> searches_{};
  double search_seconds_ = 0;
  const FrontMetrics* front_ = nullptr;
};

}  // namespace searchd
