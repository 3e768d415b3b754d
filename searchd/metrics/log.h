// One key=value line per event on stderr, for whatever collects a service's output.
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>

namespace searchd {

using LogFields = std::initializer_list<std::pair<std::string_view, std::string_view>>;

// `event=generation_live generation=gen-000042`. A value with blanks, quotes or control bytes is quoted and
// escaped, so that no text from outside can forge a line or a field.
std::string log_line(std::string_view event, LogFields fields);

// Writes the line in one piece. Any thread.
void log_event(std::string_view event, LogFields fields = {});

}  // namespace searchd
