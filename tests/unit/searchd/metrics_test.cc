#include "searchd/metrics.h"

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
  const std::string text = metrics.text({"gen-000042", 7, 100});
  for (const std::string line :
       {"firstline_http_requests_total{route=\"search\",status=\"200\"} 2\n",
        "firstline_http_requests_total{route=\"content\",status=\"404\"} 1\n",
        "firstline_forms_total{form=\"feedback\",outcome=\"stored\"} 2\n",
        "firstline_search_duration_seconds_bucket{le=\"0.001\"} 1\n",
        "firstline_search_duration_seconds_bucket{le=\"0.05\"} 2\n",
        "firstline_search_duration_seconds_bucket{le=\"1\"} 2\n",
        "firstline_search_duration_seconds_bucket{le=\"+Inf\"} 3\n",
        "firstline_search_duration_seconds_count 3\n", "firstline_generations_refused_total 1\n",
        "firstline_events_dropped_total 7\n", "firstline_ready 1\n",
        "firstline_generation_info{generation=\"gen-000042\"} 1\n"}) {
    CAPTURE(line);
    CHECK(text.find(line) != std::string::npos);
  }
  CHECK(metrics.text({}).find("firstline_ready 0\n") != std::string::npos);
}
