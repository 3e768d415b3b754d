// Which addresses of the internet are everybody's. What a text of the content folder names must not make this
// machine ask its own services, its network or a cloud's metadata.
#pragma once

#include <netinet/in.h>
#include <sys/socket.h>

#include <array>
#include <cstdint>
#include <string>

namespace indexer {

// False for private, shared, loopback, link-local, multicast, documentation and reserved ones, and for IPv6
// addresses that hold an IPv4 one (mapped, 6to4, NAT64, Teredo): those lead to whatever that one is.
bool is_public(const in_addr& address);
bool is_public(const in6_addr& address);

// Of AF_INET or AF_INET6; false for other families.
bool is_public(const sockaddr& address);

// Whether nobody's images lie there, --allow-private or not: link-local addresses and those at which clouds
// tell a machine its secrets, also when an IPv6 address holds one of them.
bool is_never_asked(const sockaddr& address);

// "10.0.0.1"; false, too, for what is no address in this spelling.
bool is_public_address(const std::string& text);

}  // namespace indexer
