#include "kb/model/web_address.h"

#include <doctest/doctest.h>

namespace kb {
namespace {

std::string spelled(std::string_view text) {
  const auto address = parse_web_address(text);
  return address ? address->origin() + " " + address->path : "none";
}

TEST_CASE("web address: spellings of the same place are equal") {
  struct Example {
    std::string_view text;
    std::string_view expected;  // origin and path
  };
  for (const auto& [text, expected] : {
           Example{"https://shop.example", "https://shop.example "},
           Example{"HTTPS://Shop.Example", "https://shop.example "},
           Example{"https://shop.example/", "https://shop.example /"},
           Example{"https://Shop.Example/Help/a", "https://shop.example /Help/a"},
           Example{"https://shop.example:443/help", "https://shop.example /help"},
           Example{"https://shop.example:0443", "https://shop.example "},
           Example{"http://shop.example:80", "http://shop.example "},
           Example{"http://shop.example:443", "http://shop.example:443 "},
           Example{"https://shop.example:8443", "https://shop.example:8443 "},
           Example{"http://localhost:3000", "http://localhost:3000 "},
           Example{"http://my_service:3000", "http://my_service:3000 "},
           Example{"http://127.0.0.1:8080/a", "http://127.0.0.1:8080 /a"},
           Example{"https://[::1]:3000", "https://[::1]:3000 "},
           Example{"https://[::1]", "https://[::1] "},
           Example{"https://[0:0::1]:443", "https://[::1] "},
           Example{"http://[2001:DB8::A]:3000/x", "http://[2001:db8::a]:3000 /x"},
           Example{"https://xn--bcher-kva.example", "https://xn--bcher-kva.example "},
       }) {
    CAPTURE(text);
    CHECK(spelled(text) == expected);
  }
}

TEST_CASE("web address: what names no host on the web is none") {
  for (const std::string_view text : {"",
                                      "*",
                                      "null",
                                      "shop.example",
                                      "https://",
                                      "https:///x",
                                      "https://:80",
                                      "ftp://shop.example",
                                      "https://a b",
                                      "https://user@shop.example",
                                      "https://shop.example:",
                                      "https://shop.example:x",
                                      "https://shop.example:-1",
                                      "https://shop.example:65536",
                                      "https://shop.example:80:80",
                                      "https://shop.example?x",
                                      "https://shop.example\r\nX: y",
                                      "https://*.shop.example",
                                      "https://a.example;sandbox",
                                      "https://a.example,https://b.example",
                                      "https://[::1",
                                      "https://::1",
                                      "https://[]",
                                      "https://[::1]x",
                                      "https://[1.2.3.4]",
                                      "https://b\xc3\xbc"
                                      "cher.example"}) {
    CAPTURE(text);
    CHECK(spelled(text) == "none");
  }
  CHECK(spelled(std::string_view("https://[::1\0]", 14)) == "none");
}

TEST_CASE("web address: an origin has nothing behind its host") {
  CHECK(parse_origin("https://Shop.Example:443") == WebAddress{"https", "shop.example", ""});
  CHECK_FALSE(parse_origin("https://shop.example/"));
  CHECK_FALSE(parse_origin("https://shop.example/x"));
}

}  // namespace
}  // namespace kb
