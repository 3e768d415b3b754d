#include "indexer/fetch/public_address.h"

#include <arpa/inet.h>

#include <algorithm>
#include <cstring>

namespace indexer {

namespace {

struct Ipv4Block {
  std::uint32_t first;
  unsigned bits;
};

// https://www.iana.org/assignments/iana-ipv4-special-registry, multicast and what is reserved behind it.
constexpr std::array<Ipv4Block, 16> kNotPublic4{{
    {0x00000000, 8},   // this network
    {0x0A000000, 8},   // private
    {0x64400000, 10},  // shared by customers of a provider (CGNAT)
    {0x7F000000, 8},   // loopback
    {0xA9FE0000, 16},  // link-local, metadata of clouds
    {0xAC100000, 12},  // private
    {0xC0000000, 24},  // protocols
    {0xC0000200, 24},  // documentation
    {0xC0586300, 24},  // relays of 6to4
    {0xC0A80000, 16},  // private
    {0xC6120000, 15},  // measurements
    {0xC6336400, 24},  // documentation
    {0xCB007100, 24},  // documentation
    {0xE0000000, 4},   // multicast
    {0xF0000000, 4},   // reserved
    {0xFFFFFFFF, 32},  // broadcast
}};

// Where clouds keep what their machines may know, besides 169.254.169.254.
constexpr std::array<Ipv4Block, 4> kNeverAsked4{{
    {0xA9FE0000, 16},  // link-local
    {0x646464C8, 32},  // 100.100.100.200 of Alibaba
    {0xC00000C0, 32},  // 192.0.0.192 of Oracle
    {0xA83F8110, 32},  // 168.63.129.16 of Azure
}};

struct Ipv6Block {
  std::array<std::uint8_t, 4> first;
  unsigned bits;
};

// Within 2000::/3, outside of which nothing is public.
constexpr std::array<Ipv6Block, 4> kNotPublic6{{
    {{0x20, 0x01, 0x00, 0x00}, 23},  // protocols, Teredo among them
    {{0x20, 0x01, 0x0D, 0xB8}, 32},  // documentation
    {{0x20, 0x02, 0x00, 0x00}, 16},  // 6to4
    {{0x3F, 0xFF, 0x00, 0x00}, 20},  // documentation
}};

std::uint32_t mask_of(unsigned bits) { return bits == 0 ? 0 : ~std::uint32_t{0} << (32U - bits); }

std::uint32_t first_word(const std::uint8_t* bytes) {
  std::uint32_t word = 0;
  for (int i = 0; i < 4; ++i) word = word << 8U | bytes[i];
  return word;
}

template <typename Blocks>
bool lies_in(const Blocks& blocks, std::uint32_t value) {
  return std::any_of(blocks.begin(), blocks.end(),
                     [&](const Ipv4Block& block) { return (value & mask_of(block.bits)) == block.first; });
}

bool is_never_asked(const in6_addr& address) {
  // https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/instancedata-data-retrieval.html
  constexpr std::array<std::uint8_t, 16> kAws{0xFD, 0, 0x0E, 0xC2, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0x02, 0x54};
  const std::uint8_t* bytes = address.s6_addr;
  const std::uint32_t first = first_word(bytes);
  if ((first & mask_of(10)) == 0xFE800000 || std::equal(kAws.begin(), kAws.end(), bytes)) return true;
  if (first >> 16U == 0x2002) return lies_in(kNeverAsked4, first_word(bytes + 2));  // 6to4
  // Mapped, compatible and translated ones, and both prefixes of NAT64, end with the IPv4 address.
  const bool holds_one = first == 0 || first == 0x0064FF9B;
  return holds_one && lies_in(kNeverAsked4, first_word(bytes + 12));
}

}  // namespace

bool is_public(const in_addr& address) { return !lies_in(kNotPublic4, ntohl(address.s_addr)); }

bool is_public(const in6_addr& address) {
  const std::uint32_t value = first_word(address.s6_addr);
  if (value >> 29U != 1) return false;  // 2000::/3
  return std::none_of(kNotPublic6.begin(), kNotPublic6.end(), [&](const Ipv6Block& block) {
    return (value & mask_of(block.bits)) == first_word(block.first.data());
  });
}

bool is_public(const sockaddr& address) {
  if (address.sa_family == AF_INET) {
    sockaddr_in known{};
    std::memcpy(&known, &address, sizeof known);
    return is_public(known.sin_addr);
  }
  if (address.sa_family != AF_INET6) return false;
  sockaddr_in6 known{};
  std::memcpy(&known, &address, sizeof known);
  return is_public(known.sin6_addr);
}

bool is_never_asked(const sockaddr& address) {
  if (address.sa_family == AF_INET) {
    sockaddr_in known{};
    std::memcpy(&known, &address, sizeof known);
    return lies_in(kNeverAsked4, ntohl(known.sin_addr.s_addr));
  }
  if (address.sa_family != AF_INET6) return true;
  sockaddr_in6 known{};
  std::memcpy(&known, &address, sizeof known);
  return is_never_asked(known.sin6_addr);
}

bool is_public_address(const std::string& text) {
  in_addr four{};
  in6_addr six{};
  if (::inet_pton(AF_INET, text.c_str(), &four) == 1) return is_public(four);
  return ::inet_pton(AF_INET6, text.c_str(), &six) == 1 && is_public(six);
}

}  // namespace indexer
