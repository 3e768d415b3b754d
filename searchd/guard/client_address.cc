#include "searchd/guard/client_address.h"

#include <arpa/inet.h>

#include <algorithm>
#include <charconv>

#include "kb/model/error.h"
#include "searchd/http/field_value.h"

namespace searchd {

namespace {

constexpr std::array<std::uint8_t, 12> kV4Prefix{0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xFF, 0xFF};
constexpr std::size_t kLongest = 45;  // an IPv6 address with an IPv4 one at its end

// Takes brackets and a port away, as some proxies write them.
std::string_view without_port(std::string_view text) {
  if (text.starts_with('[')) return text.substr(1, std::min(text.find(']'), text.size()) - 1);
  const auto colon = text.find(':');
  return colon != text.npos && text.find(':', colon + 1) == text.npos ? text.substr(0, colon) : text;
}

// Every address of every X-Forwarded-For line, in order.
std::vector<std::string_view> forwarded_for(const Request& request) {
  std::vector<std::string_view> list;
  for (const Header& header : request.headers) {
    if (!same_name(header.name, "X-Forwarded-For")) continue;
    const auto items = list_items(header.value);
    list.insert(list.end(), items.begin(), items.end());
  }
  return list;
}

bool same_bits(const IpAddress& a, const IpAddress& b, unsigned bits) {
  const std::size_t whole = bits / 8;
  if (!std::equal(a.bytes.begin(), a.bytes.begin() + static_cast<std::ptrdiff_t>(whole), b.bytes.begin()))
    return false;
  const unsigned left = bits % 8;
  return left == 0 || (a.bytes[whole] >> (8 - left)) == (b.bytes[whole] >> (8 - left));
}

// "/8" of an IPv4 address means its own 8 bits, behind the 96 of the prefix. nullopt when malformed.
std::optional<unsigned> parse_bits(std::string_view text, const IpAddress& address) {
  const unsigned most = address.is_v4() ? 32 : 128;
  unsigned bits = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), bits);
  if (error != std::errc{} || end != text.data() + text.size() || bits > most) return std::nullopt;
  return bits + (128 - most);
}

}  // namespace

bool IpAddress::is_v4() const { return std::equal(kV4Prefix.begin(), kV4Prefix.end(), bytes.begin()); }

std::optional<IpAddress> parse_ip(std::string_view text) {
  const std::string address(without_port(text));
  if (address.size() > kLongest || address.find('\0') != std::string::npos) return std::nullopt;
  IpAddress ip;
  if (::inet_pton(AF_INET6, address.c_str(), ip.bytes.data()) == 1) return ip;
  std::copy(kV4Prefix.begin(), kV4Prefix.end(), ip.bytes.begin());
  if (::inet_pton(AF_INET, address.c_str(), ip.bytes.data() + kV4Prefix.size()) == 1) return ip;
  return std::nullopt;
}

TrustedProxies::TrustedProxies(const std::vector<std::string>& list) {
  for (const std::string& text : list) {
    if (text == "unix") {
      trusts_unix_ = true;
      continue;
    }
    const auto slash = std::min(text.find('/'), text.size());
    const auto address = parse_ip(text.substr(0, slash));
    const auto bits = !address               ? std::nullopt
                      : slash == text.size() ? std::optional<unsigned>(128)
                                             : parse_bits(text.substr(slash + 1), *address);
    if (!bits) {
      throw kb::Error("'" + text + "' is not the address of a proxy",
                      "write an address, a network such as 10.0.0.0/8, or unix");
    }
    networks_.push_back({*address, *bits});
  }
}

bool TrustedProxies::trusts(const IpAddress& address) const {
  return std::any_of(networks_.begin(), networks_.end(), [&](const Network& network) {
    return same_bits(address, network.address, network.bits);
  });
}

std::optional<IpAddress> TrustedProxies::client_of(const Request& request) const {
  auto client = parse_ip(request.client);
  if (client ? !trusts(*client) : !(request.client.empty() && trusts_unix_)) return client;
  const auto list = forwarded_for(request);
  for (auto entry = list.rbegin(); entry != list.rend(); ++entry) {
    const auto address = parse_ip(*entry);
    if (!address) break;
    client = address;
    if (!trusts(*address)) break;
  }
  return client;
}

std::string limit_key(const std::optional<IpAddress>& client) {
  if (!client) return "";
  const std::size_t size = client->is_v4() ? client->bytes.size() : 8;
  return {client->bytes.begin(), client->bytes.begin() + static_cast<std::ptrdiff_t>(size)};
}

}  // namespace searchd
