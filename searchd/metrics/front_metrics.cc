#include "searchd/metrics/front_metrics.h"

#include "searchd/metrics/metric_text.h"

namespace searchd {

namespace {

std::string refused_text(const FrontMetrics& front) {
  constexpr std::string_view kName = "firstline_requests_refused_total";
  std::string out;
  describe_metric(out, kName, "counter", "Requests that were not clean HTTP, too large or too slow.");
  for (std::size_t i = 0; i < front.refused.size(); ++i) {
    const std::uint64_t count = front.refused.at(i);
    if (count == 0) continue;
    out += fmt::format("{}{{status=\"{}\"}} {}\n", kName, i + FrontMetrics::kFirstStatus, count);
  }
  return out;
}

}  // namespace

std::string FrontMetrics::text() const {
  std::string out;
  const auto gauge = [&](std::string_view name, std::string_view help, std::uint64_t value) {
    add_metric(out, name, "gauge", help, value);
  };
  const auto counter = [&](std::string_view name, std::string_view help, std::uint64_t value) {
    add_metric(out, name, "counter", help, value);
  };
  gauge("firstline_connections", "Open connections.", open);
  counter("firstline_connections_accepted_total", "Connections, those turned away included.", accepted);
  counter("firstline_connections_turned_away_total", "Connections over a limit.", turned_away);
  counter("firstline_accept_errors_total", "Connections lost before they began.", accept_errors);
  counter("firstline_requests_read_total", "Requests that arrived whole and valid.", requests);
  gauge("firstline_requests_waiting", "Requests that are queued or being answered.", waiting());
  counter("firstline_requests_overloaded_total", "Requests answered 503 because too many wait.", overloaded);
  counter("firstline_client_timeouts_total", "Clients that stopped in the middle.", timeouts);
  counter("firstline_slow_readers_dropped_total", "Clients given up because their answers fill the memory.",
          evicted);
  return out + refused_text(*this);
}

}  // namespace searchd
