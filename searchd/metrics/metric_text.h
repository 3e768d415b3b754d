// One metric in Prometheus's text format. https://prometheus.io/docs/instrumenting/exposition_formats/
#pragma once

#include <fmt/format.h>

#include <iterator>
#include <string>
#include <string_view>

namespace searchd {

// The lines before a metric's values. `type`: "counter", "gauge" or "histogram".
inline void describe_metric(std::string& out, std::string_view name, std::string_view type,
                            std::string_view help) {
  fmt::format_to(std::back_inserter(out), "# HELP {0} {2}\n# TYPE {0} {1}\n", name, type, help);
}

template <typename Number>
void add_metric(std::string& out, std::string_view name, std::string_view type, std::string_view help,
                Number value) {
  describe_metric(out, name, type, help);
  fmt::format_to(std::back_inserter(out), "{} {}\n", name, value);
}

}  // namespace searchd
