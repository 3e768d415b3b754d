#include "searchd/http/byte_range.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <limits>
#include <optional>

#include "kb/text/ascii.h"

namespace searchd {

namespace {

constexpr std::size_t kMost = std::numeric_limits<std::size_t>::max();

// More digits than fit are the largest number.
std::optional<std::size_t> number(std::string_view digits) {
  const bool is_number = !digits.empty() && std::all_of(digits.begin(), digits.end(), kb::is_digit);
  if (!is_number) return std::nullopt;
  std::size_t value = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
  return error == std::errc() ? value : kMost;
}

// The last bytes of a file: "-500".
ByteRange tail(std::size_t wanted, std::size_t size) {
  if (wanted == 0 || size == 0) return {ByteRange::Kind::outside};
  return {ByteRange::Kind::part, size - std::min(wanted, size), size - 1};
}

}  // namespace

ByteRange read_byte_range(std::string_view range, std::size_t size) {
  constexpr std::string_view kUnit = "bytes=";
  if (kb::to_lower(range.substr(0, kUnit.size())) != kUnit) return {};
  const std::string_view asked = kb::trim(range.substr(kUnit.size()), kb::kBlanks);
  const std::size_t dash = asked.find('-');
  if (dash == std::string_view::npos) return {};
  const std::string_view end = asked.substr(dash + 1);
  const auto first = number(asked.substr(0, dash));
  const auto last = end.empty() ? std::optional(kMost) : number(end);
  if (!last) return {};
  if (dash == 0) return end.empty() ? ByteRange{} : tail(*last, size);
  if (!first || *first > *last) return {};
  if (*first >= size) return {ByteRange::Kind::outside};
  return {ByteRange::Kind::part, *first, std::min(*last, size - 1)};
}

std::string content_range(const ByteRange& range, std::size_t size) {
  if (range.kind == ByteRange::Kind::outside) return fmt::format("bytes */{}", size);
  return fmt::format("bytes {}-{}/{}", range.first, range.last, size);
}

}  // namespace searchd
