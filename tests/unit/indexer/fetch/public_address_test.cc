#include "indexer/fetch/public_address.h"

#include <arpa/inet.h>
#include <doctest/doctest.h>

#include <cstring>

using namespace indexer;

namespace {

bool is_refused_always(const char* text) {
  sockaddr_in four{};
  four.sin_family = AF_INET;
  sockaddr_in6 six{};
  six.sin6_family = AF_INET6;
  if (::inet_pton(AF_INET, text, &four.sin_addr) == 1)
    return is_never_asked(reinterpret_cast<const sockaddr&>(four));
  REQUIRE(::inet_pton(AF_INET6, text, &six.sin6_addr) == 1);
  return is_never_asked(reinterpret_cast<const sockaddr&>(six));
}

}  // namespace

TEST_CASE("public address: what is everybody's is public") {
  for (const char* address : {"1.1.1.1",
                              "8.8.8.8",
                              "9.255.255.255",
                              "11.0.0.0",
                              "93.184.216.34",
                              "100.63.255.255",
                              "100.128.0.0",
                              "126.255.255.255",
                              "128.0.0.1",
                              "169.253.255.255",
                              "169.255.0.0",
                              "172.15.255.255",
                              "172.32.0.0",
                              "192.0.1.0",
                              "192.0.3.0",
                              "192.167.255.255",
                              "192.169.0.0",
                              "198.17.255.255",
                              "198.20.0.0",
                              "203.0.112.255",
                              "203.0.114.0",
                              "223.255.255.255",
                              "2606:4700::1111",
                              "2001:4860:4860::8888",
                              "2a00:1450:4001:81b::200e",
                              "2001:200::1",
                              "2003::1",
                              "3fff:1000::1"}) {
    CAPTURE(address);
    CHECK(is_public_address(address));
  }
}

TEST_CASE("public address: what leads to this machine, its network or nobody is not") {
  for (const char* address : {"0.0.0.0",
                              "0.1.2.3",
                              "10.0.0.1",
                              "10.255.255.255",
                              "100.64.0.1",
                              "100.127.255.255",
                              "127.0.0.1",
                              "127.255.255.255",
                              "169.254.169.254",
                              "172.16.0.1",
                              "172.31.255.255",
                              "192.0.0.1",
                              "192.0.2.1",
                              "192.88.99.1",
                              "192.168.0.1",
                              "192.168.255.255",
                              "198.18.0.1",
                              "198.19.255.255",
                              "198.51.100.7",
                              "203.0.113.9",
                              "224.0.0.1",
                              "239.255.255.255",
                              "240.0.0.1",
                              "255.255.255.255",
                              "::",
                              "::1",
                              "::7f00:1",
                              "::ffff:127.0.0.1",
                              "::ffff:8.8.8.8",
                              "::ffff:0:8.8.8.8",
                              "64:ff9b::8.8.8.8",
                              "64:ff9b:1::1",
                              "100::1",
                              "2001::1",
                              "2001:0:4136:e378:8000:63bf:3fff:fdd2",
                              "2001:1ff::1",
                              "2001:db8::1",
                              "2002:7f00:1::1",
                              "2002:0808:0808::",
                              "3fff::1",
                              "3fff:fff::1",
                              "4000::1",
                              "fc00::1",
                              "fd12:3456::1",
                              "fe80::1",
                              "febf::1",
                              "fec0::1",
                              "ff02::1"}) {
    CAPTURE(address);
    CHECK_FALSE(is_public_address(address));
  }
}

TEST_CASE("public address: what is no address is not public, nor are other families") {
  for (const char* address :
       {"", "localhost", "1.1.1", "0x7f.0.0.1", "2130706433", "[::1]", "::1%lo", "1.1.1.1 "}) {
    CAPTURE(address);
    CHECK_FALSE(is_public_address(address));
  }
  sockaddr local{};
  local.sa_family = AF_UNIX;
  CHECK_FALSE(is_public(local));
}

TEST_CASE("public address: link-local ones and a cloud's metadata are never asked") {
  for (const char* address :
       {"169.254.0.0", "169.254.169.254", "169.254.255.255", "100.100.100.200", "192.0.0.192",
        "168.63.129.16", "fe80::1", "febf:ffff::1", "fd00:ec2::254", "::ffff:169.254.169.254",
        "::169.254.169.254", "::ffff:0:169.254.169.254", "64:ff9b::169.254.169.254",
        "64:ff9b:1::169.254.169.254", "2002:a9fe:a9fe::1"}) {
    CAPTURE(address);
    CHECK(is_refused_always(address));
  }
  for (const char* address :
       {"127.0.0.1", "10.0.0.1", "169.253.255.255", "169.255.0.0", "100.100.100.201", "1.1.1.1", "::1",
        "::ffff:127.0.0.1", "fd00:ec2::253", "fec0::1", "2002:7f00:1::1", "64:ff9b::10.0.0.1", "2a00::1"}) {
    CAPTURE(address);
    CHECK_FALSE(is_refused_always(address));
  }
}
