#include "searchd/guard/client_address.h"

#include <doctest/doctest.h>

#include "kb/model/error.h"

using namespace searchd;

namespace {

Request from(const std::string& peer, const std::vector<std::string>& forwarded = {}) {
  Request request;
  request.client = peer;
  for (const std::string& value : forwarded) request.headers.push_back({"x-forwarded-for", value});
  return request;
}

}  // namespace

TEST_CASE("client address: who asked, seen through proxies that are trusted and no others") {
  struct Case {
    std::vector<std::string> trusted;
    std::string peer;
    std::vector<std::string> forwarded;
    std::string client;  // "" when nobody knows
  };
  const std::vector<Case> cases{
      {{}, "192.0.2.1", {}, "192.0.2.1"},
      {{}, "192.0.2.1", {"198.51.100.7"}, "192.0.2.1"},
      {{"192.0.2.1"}, "192.0.2.1", {"198.51.100.7"}, "198.51.100.7"},
      {{"192.0.2.1"}, "192.0.2.9", {"198.51.100.7"}, "192.0.2.9"},
      {{"192.0.2.1"}, "192.0.2.1", {"203.0.113.5, 198.51.100.7"}, "198.51.100.7"},
      {{"192.0.2.1", "198.51.100.7"}, "192.0.2.1", {"203.0.113.5 ,\t198.51.100.7"}, "203.0.113.5"},
      {{"192.0.2.1"}, "192.0.2.1", {"203.0.113.5", "198.51.100.7"}, "198.51.100.7"},
      {{"192.0.2.1"}, "192.0.2.1", {}, "192.0.2.1"},
      {{"192.0.2.1"}, "192.0.2.1", {"unknown"}, "192.0.2.1"},
      {{"192.0.2.1"}, "192.0.2.1", {"203.0.113.5, nonsense"}, "192.0.2.1"},
      {{"192.0.2.1"}, "192.0.2.1", {"192.0.2.1"}, "192.0.2.1"},
      {{"10.0.0.0/8"}, "10.1.2.3", {"203.0.113.5, 10.9.9.9"}, "203.0.113.5"},
      {{"10.0.0.0/8"}, "11.1.2.3", {"203.0.113.5"}, "11.1.2.3"},
      {{"2001:db8::/33"}, "2001:db8:7fff::1", {"203.0.113.5"}, "203.0.113.5"},
      {{"2001:db8::/33"}, "2001:db8:8000::1", {"203.0.113.5"}, "2001:db8:8000::1"},
      {{"192.0.2.1"}, "::ffff:192.0.2.1", {"203.0.113.5"}, "203.0.113.5"},
      {{"::1"}, "::1", {"[2001:db8::7]:4711"}, "2001:db8::7"},
      {{"::1"}, "::1", {"203.0.113.5:4711"}, "203.0.113.5"},
      {{"unix"}, "", {"203.0.113.5"}, "203.0.113.5"},
      {{}, "", {"203.0.113.5"}, ""},
      {{"unix"}, "", {}, ""},
  };
  for (const Case& expected : cases) {
    CAPTURE(expected.peer);
    CAPTURE(expected.client);
    const auto client = TrustedProxies(expected.trusted).client_of(from(expected.peer, expected.forwarded));
    CHECK(client == parse_ip(expected.client));
  }
}

TEST_CASE("client address: what is no address is none") {
  for (const std::string text : {"", "1.2.3", "1.2.3.4.5", "::1::", "localhost", "1.2.3.4 "}) {
    CAPTURE(text);
    CHECK_FALSE(parse_ip(text));
  }
  CHECK_FALSE(parse_ip(std::string("1.2.3.4\0", 8)));
  CHECK_FALSE(parse_ip(std::string(1000, '1')));
}

TEST_CASE("client address: a proxy that is none is refused with a hint") {
  for (const std::string text : {"proxy.example", "10.0.0.0/33", "10.0.0.0/", "10.0.0.0/8x", "::1/129", ""}) {
    CAPTURE(text);
    CHECK_THROWS_AS(TrustedProxies({text}), kb::Error);
  }
}

TEST_CASE("client address: a limit is shared by an IPv4 address and by an IPv6 network of 64 bits") {
  const auto key = [](const char* text) { return limit_key(parse_ip(text)); };
  CHECK(key("192.0.2.1") != key("192.0.2.2"));
  CHECK(key("192.0.2.1") == key("::ffff:192.0.2.1"));
  CHECK(key("2001:db8:0:1::1") == key("2001:db8:0:1:ffff::2"));
  CHECK(key("2001:db8:0:1::1") != key("2001:db8:0:2::1"));
  CHECK(limit_key(std::nullopt).empty());
}
