#include "kb/model/image_hosts.h"

#include <algorithm>

#include "kb/text/ascii.h"

namespace kb {

namespace {

constexpr std::string_view kAnyBelow = "*.";
constexpr std::size_t kMaxHostBytes = 253;  // RFC 1035, as are the 63 of a label
constexpr std::size_t kMaxLabelBytes = 63;

bool is_label(std::string_view label) {
  const auto allowed = [](char c) { return is_alnum(c) || c == '-'; };
  return !label.empty() && label.size() <= kMaxLabelBytes && label.front() != '-' && label.back() != '-' &&
         std::all_of(label.begin(), label.end(), allowed);
}

// A name whose last label is a number is an IPv4 address for browsers, "0x7f.1" as well.
bool looks_like_number(std::string_view label) {
  const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
  return label.starts_with("0x") || std::all_of(label.begin(), label.end(), is_digit);
}

}  // namespace

std::optional<std::string> parse_image_host(std::string_view text) {
  if (text.size() > kMaxHostBytes) return std::nullopt;
  std::string host = to_lower(text);
  std::string_view rest = host;
  const bool has_wildcard = rest.starts_with(kAnyBelow);
  if (has_wildcard) rest.remove_prefix(kAnyBelow.size());
  if (has_wildcard && rest.find('.') == std::string_view::npos) return std::nullopt;
  for (;;) {
    const std::string_view label = rest.substr(0, rest.find('.'));
    if (!is_label(label)) return std::nullopt;
    if (label.size() == rest.size()) break;
    rest.remove_prefix(label.size() + 1);
  }
  if (looks_like_number(rest)) return std::nullopt;
  return host;
}

bool is_image_host(std::string_view host, const std::vector<std::string>& hosts) {
  return std::any_of(hosts.begin(), hosts.end(), [&](std::string_view allowed) {
    if (!allowed.starts_with(kAnyBelow)) return host == allowed;
    const std::string_view domain = allowed.substr(1);  // ".img.example.com"
    return host.size() > domain.size() && host.ends_with(domain);
  });
}

}  // namespace kb
