// Who a request comes from, as far as limits need to tell visitors apart. Lives in memory only: addresses
// are never logged or stored.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "searchd/http/http_message.h"

namespace searchd {

// IPv4 as the IPv6 addresses that stand for it, ::ffff:192.0.2.1, so that there is one kind.
struct IpAddress {
  std::array<std::uint8_t, 16> bytes{};
  bool operator==(const IpAddress&) const = default;

  bool is_v4() const;
};

// "192.0.2.1", "2001:db8::1", "[2001:db8::1]:443" or "192.0.2.1:443"; nullopt for anything else.
std::optional<IpAddress> parse_ip(std::string_view text);

// The proxies whose word on X-Forwarded-For is believed.
class TrustedProxies {
 public:
  // Each an address, a network such as 10.0.0.0/8, or "unix" for whoever connects to a Unix socket. Throws
  // Error for what is none of them.
  explicit TrustedProxies(const std::vector<std::string>& list = {});

  // The other end of the connection; if that is a trusted proxy, the last address of X-Forwarded-For that is
  // none. What stands before it was written by the client itself. nullopt when nobody knows.
  std::optional<IpAddress> client_of(const Request& request) const;

 private:
  struct Network {
    IpAddress address;
    unsigned bits = 128;
  };

  bool trusts(const IpAddress& address) const;

  std::vector<Network> networks_;
  bool trusts_unix_ = false;
};

// Those who share it share a limit: the address, for IPv6 its /64, which one household or machine has to
// itself.
std::string limit_key(const std::optional<IpAddress>& client);

}  // namespace searchd
