#include "kb/text/heading_number.h"

#include <algorithm>
#include <charconv>

namespace kb {

namespace {

constexpr std::string_view kBlanksBeforeMark =
    " \xC2\xA0\xE2\x80\xAF";  // also the no-break spaces that French has before its colon

}  // namespace

std::size_t heading_number(std::string_view heading) {
  const auto at = std::min(heading.find_first_of("0123456789"), heading.size());
  const std::string_view word = heading.substr(0, at);
  if (at > 0 && word.find(' ') != at - 1) return 0;
  std::size_t number = 0;
  const auto read = std::from_chars(heading.data() + at, heading.data() + heading.size(), number);
  heading.remove_prefix(static_cast<std::size_t>(read.ptr - heading.data()));
  heading.remove_prefix(std::min(heading.find_first_not_of(kBlanksBeforeMark), heading.size()));
  const bool marked = heading.starts_with(": ") || heading.starts_with(". ") || heading.starts_with(") ");
  return marked ? number : 0;
}

}  // namespace kb
