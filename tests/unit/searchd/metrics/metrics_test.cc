#include "searchd/metrics/metrics.h"

#include <doctest/doctest.h>

using searchd::Metrics;

TEST_CASE("metrics: counters, a histogram that adds up, and the live generation") {
  Metrics metrics;
  metrics.count_request("search", 200);
  metrics.count_request("search", 200);
  metrics.count_request("content", 404);
  metrics.count_refused_generation();
  metrics.count_form("feedback", "stored");
  metrics.count_form("feedback", "stored");
  metrics.observe_search(std::chrono::microseconds(700));
  metrics.observe_search(std::chrono::milliseconds(30));
  metrics.observe_search(std::chrono::seconds(3));
  const std::string text =
      metrics.text({"gen-000042", {.dropped = 7, .clicks_dropped = 8, .erased = 9, .reopened = 10}, 100});
  for (const std::string line :
       {"firstline_http_requests_total{route=\"search\",status=\"200\"} 2\n",
        "firstline_http_requests_total{route=\"content\",status=\"404\"} 1\n",
        "firstline_forms_total{form=\"feedback\",outcome=\"stored\"} 2\n",
        "firstline_search_duration_seconds_bucket{le=\"0.001\"} 1\n",
        "firstline_search_duration_seconds_bucket{le=\"0.05\"} 2\n",
        "firstline_search_duration_seconds_bucket{le=\"1\"} 2\n",
        "firstline_search_duration_seconds_bucket{le=\"+Inf\"} 3\n",
        "firstline_search_duration_seconds_count 3\n", "firstline_generations_refused_total 1\n",
        "firstline_events_dropped_total 7\n", "firstline_clicks_dropped_total 8\n",
        "firstline_events_erased_for_room_total 9\n", "firstline_events_reopened_total 10\n",
        "firstline_ready 1\n", "firstline_generation_info{generation=\"gen-000042\"} 1\n"}) {
    CAPTURE(line);
    CHECK(text.find(line) != std::string::npos);
  }
  CHECK(metrics.text({}).find("firstline_ready 0\n") != std::string::npos);
}

TEST_CASE("metrics: messages that wait are there only with an outbox") {
  const Metrics metrics;
  CHECK(metrics.text({}).find("firstline_outbox") == std::string::npos);
  searchd::Gauges gauges;
  gauges.backlog = searchd::Backlog{2, std::chrono::seconds(90), 7, 1};
  const std::string text = metrics.text(gauges);
  for (const std::string line :
       {"firstline_outbox_messages 2\n", "firstline_outbox_oldest_seconds 90\n",
        "firstline_outbox_delivered_total 7\n", "firstline_outbox_expired_total 1\n"}) {
    CAPTURE(line);
    CHECK(text.find(line) != std::string::npos);
  }
}

TEST_CASE("metrics: the connection layer's counters are among them") {
  Metrics metrics;
  CHECK(metrics.text({}).find("firstline_connections") == std::string::npos);
  searchd::FrontMetrics front;
  front.open = 3;
  front.accepted = 9;
  front.turned_away = 1;
  front.accept_errors = 2;
  front.requests = 20;
  front.answered = 16;
  front.overloaded = 5;
  front.timeouts = 6;
  front.evicted = 7;
  front.refused_with(400) = 8;
  front.refused_with(505) = 1;
  metrics.include(front);
  const std::string text = metrics.text({});
  for (const std::string line :
       {"# TYPE firstline_connections gauge\nfirstline_connections 3\n",
        "# TYPE firstline_connections_accepted_total counter\nfirstline_connections_accepted_total 9\n",
        "firstline_connections_turned_away_total 1\n", "firstline_accept_errors_total 2\n",
        "firstline_requests_read_total 20\n", "firstline_requests_waiting 4\n",
        "firstline_requests_overloaded_total 5\n", "firstline_client_timeouts_total 6\n",
        "firstline_slow_readers_dropped_total 7\n",
        "# TYPE firstline_requests_refused_total counter\n"
        "firstline_requests_refused_total{status=\"400\"} 8\n"
        "firstline_requests_refused_total{status=\"505\"} 1\n"}) {
    CAPTURE(line);
    CHECK(text.find(line) != std::string::npos);
  }
}
