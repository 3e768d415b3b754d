#include "searchd/metrics/metrics.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>

#include "searchd/metrics/metric_text.h"

namespace searchd {

namespace {

void add_backlog(std::string& out, const Backlog& backlog) {
  add_metric(out, "firstline_outbox_messages", "gauge", "Messages that wait to be delivered.",
             backlog.messages);
  add_metric(out, "firstline_outbox_oldest_seconds", "gauge", "Age of the message that has waited longest.",
             backlog.oldest.count());
  add_metric(out, "firstline_outbox_delivered_total", "counter", "Messages that the courier delivered.",
             backlog.delivered);
  add_metric(out, "firstline_outbox_expired_total", "counter",
             "Messages that the courier removed undelivered.", backlog.expired);
}

}  // namespace

void Metrics::count_request(std::string_view route, int status) {
  const std::lock_guard lock(mutex_);
  ++requests_[{std::string(route), status}];
}

void Metrics::count_cache(bool hit) {
  const std::lock_guard lock(mutex_);
  ++(hit ? cache_hits_ : cache_misses_);
}

void Metrics::count_form(std::string_view form, std::string_view outcome) {
  const std::lock_guard lock(mutex_);
  ++forms_[{std::string(form), std::string(outcome)}];
}

void Metrics::count_refused_generation() {
  const std::lock_guard lock(mutex_);
  ++refused_generations_;
}

void Metrics::count_failed_theme_reload() {
  const std::lock_guard lock(mutex_);
  ++failed_theme_reloads_;
}

void Metrics::observe_search(std::chrono::duration<double> duration) {
  const auto bucket = std::lower_bound(kBounds.begin(), kBounds.end(), duration.count()) - kBounds.begin();
  const std::lock_guard lock(mutex_);
  ++searches_[static_cast<std::size_t>(bucket)];
  search_seconds_ += duration.count();
}

void Metrics::include(const FrontMetrics& front) {
  const std::lock_guard lock(mutex_);
  front_ = &front;
}

std::string Metrics::text(const Gauges& gauges) const {
  const std::lock_guard lock(mutex_);
  std::string out;
  describe_metric(out, "firstline_http_requests_total", "counter", "Answered requests.");
  for (const auto& [key, count] : requests_) {
    fmt::format_to(std::back_inserter(out),
                   "firstline_http_requests_total{{route=\"{}\",status=\"{}\"}} {}\n", key.first, key.second,
                   count);
  }
  describe_metric(out, "firstline_search_duration_seconds", "histogram",
                  "Time one search takes in the index.");
  std::uint64_t total = 0;
  for (std::size_t i = 0; i < searches_.size(); ++i) {
    total += searches_[i];
    const std::string bound = i < kBounds.size() ? fmt::format("{}", kBounds[i]) : "+Inf";
    fmt::format_to(std::back_inserter(out), "firstline_search_duration_seconds_bucket{{le=\"{}\"}} {}\n",
                   bound, total);
  }
  fmt::format_to(std::back_inserter(out), "firstline_search_duration_seconds_sum {}\n", search_seconds_);
  fmt::format_to(std::back_inserter(out), "firstline_search_duration_seconds_count {}\n", total);
  describe_metric(out, "firstline_forms_total", "counter", "Forms that were sent, by what became of them.");
  for (const auto& [key, count] : forms_) {
    fmt::format_to(std::back_inserter(out), "firstline_forms_total{{form=\"{}\",outcome=\"{}\"}} {}\n",
                   key.first, key.second, count);
  }
  add_metric(out, "firstline_page_cache_hits_total", "counter", "Answers served from the page cache.",
             cache_hits_);
  add_metric(out, "firstline_page_cache_misses_total", "counter", "Answers that had to be made.",
             cache_misses_);
  add_metric(out, "firstline_page_cache_bytes", "gauge", "Memory held by cached answers.",
             gauges.cache_bytes);
  add_metric(out, "firstline_generations_refused_total", "counter",
             "Generations that did not verify and never went live.", refused_generations_);
  add_metric(out, "firstline_theme_reload_failures_total", "counter", "Reloads of the templates that failed.",
             failed_theme_reloads_);
  add_metric(out, "firstline_events_dropped_total", "counter",
             "Events lost under load or to a failing database.", gauges.events.dropped);
  add_metric(out, "firstline_clicks_dropped_total", "counter",
             "Repeated clicks not stored because more came in a second than are believed.",
             gauges.events.clicks_dropped);
  add_metric(out, "firstline_events_erased_for_room_total", "counter",
             "Old events that went because the events file had reached its size.", gauges.events.erased);
  add_metric(out, "firstline_events_reopened_total", "counter",
             "Times the events file was moved, removed or overwritten, and opened again.",
             gauges.events.reopened);
  add_metric(
      out, "firstline_events_uncounted_total", "counter",
      "Searches, clicks and votes of which nobody knows whether they were a client's first of the day, "
      "because too many came.",
      gauges.uncounted_events);
  add_metric(out, "firstline_ready", "gauge", "1 when a generation is live.",
             gauges.generation.empty() ? 0 : 1);
  if (gauges.backlog) add_backlog(out, *gauges.backlog);
  describe_metric(out, "firstline_generation_info", "gauge", "The live generation.");
  if (!gauges.generation.empty())
    fmt::format_to(std::back_inserter(out), "firstline_generation_info{{generation=\"{}\"}} 1\n",
                   gauges.generation);
  return front_ ? out + front_->text() : out;
}

}  // namespace searchd
