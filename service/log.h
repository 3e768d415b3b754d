// Writes one line of key=value pairs per event to stderr, where service managers collect it.
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>

namespace service {

using LogFields = std::initializer_list<std::pair<std::string_view, std::string_view>>;

// `event=generation_live generation=gen-000042`. A value with blanks, quotes or control bytes is quoted and
// escaped, so that no input can forge a line or a field.
std::string log_line(std::string_view event, LogFields fields);

// Writes the line in one piece. Thread-safe.
void log_event(std::string_view event, LogFields fields = {});

}  // namespace service
