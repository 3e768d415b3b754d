#include "kb/model/web_address.h"

#include <arpa/inet.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdint>

#include "kb/text/ascii.h"

namespace kb {

namespace {

constexpr std::string_view kHostCharacters = "abcdefghijklmnopqrstuvwxyz0123456789.-_";

// "[0:0::1]" -> "[::1]", the spelling of RFC 5952; "" when it is no address.
std::string ipv6_host(std::string_view text) {
  in6_addr address{};
  std::array<char, INET6_ADDRSTRLEN> shortest{};
  const std::string inner(text.substr(1, text.size() - 2));
  if (inner.find('\0') != std::string::npos || ::inet_pton(AF_INET6, inner.c_str(), &address) != 1) return "";
  ::inet_ntop(AF_INET6, &address, shortest.data(), shortest.size());
  return "[" + std::string(shortest.data()) + "]";
}

// "" when it is none.
std::string host_name(std::string_view text) {
  if (text.starts_with('[') && text.ends_with(']')) return ipv6_host(text);
  std::string name = to_lower(text);
  return name.find_first_not_of(kHostCharacters) == std::string::npos ? name : "";
}

std::optional<std::uint16_t> port_number(std::string_view digits) {
  std::uint16_t port = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), port);
  if (error != std::errc{} || end != digits.data() + digits.size()) return std::nullopt;
  return port;
}

}  // namespace

std::optional<WebAddress> parse_web_address(std::string_view text) {
  const std::size_t colon = text.find("://");
  if (colon == std::string_view::npos) return std::nullopt;
  WebAddress address;
  address.scheme = to_lower(text.substr(0, colon));
  if (address.scheme != "https" && address.scheme != "http") return std::nullopt;

  text.remove_prefix(colon + 3);
  const std::string_view authority = text.substr(0, text.find('/'));
  address.path = text.substr(authority.size());
  const std::size_t name_end = std::min(authority.find(':', authority.rfind(']') + 1), authority.size());
  address.host = host_name(authority.substr(0, name_end));
  if (address.host.empty()) return std::nullopt;
  if (name_end == authority.size()) return address;

  const auto port = port_number(authority.substr(name_end + 1));
  if (!port) return std::nullopt;
  if (*port != (address.scheme == "https" ? 443 : 80)) address.host += ":" + std::to_string(*port);
  return address;
}

std::optional<WebAddress> parse_origin(std::string_view text) {
  auto address = parse_web_address(text);
  if (address && !address->path.empty()) return std::nullopt;
  return address;
}

}  // namespace kb
