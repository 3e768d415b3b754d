#include "kb/model/image_hosts.h"

#include <doctest/doctest.h>

namespace kb {
namespace {

TEST_CASE("image hosts: names and one leading wildcard are hosts, in lower case") {
  struct Example {
    std::string_view text;
    std::string_view host;
  };
  for (const auto& [text, host] :
       {Example{"cdn.example.com", "cdn.example.com"}, Example{"CDN.Example.com", "cdn.example.com"},
        Example{"*.img.example.com", "*.img.example.com"}, Example{"*.example.com", "*.example.com"},
        Example{"intranet", "intranet"}, Example{"xn--bcher-kva.example", "xn--bcher-kva.example"},
        Example{"1.cdn-2.example", "1.cdn-2.example"}}) {
    CAPTURE(text);
    CHECK(parse_image_host(text).value_or("none") == host);
  }
}

TEST_CASE("image hosts: anything else is none, since it would go into a header") {
  const std::string long_label(64, 'a');
  const std::string long_name = std::string(130, 'a').replace(60, 1, ".") + "." + std::string(130, 'b');
  for (const std::string& text : {std::string(),
                                  std::string("*"),
                                  std::string("*."),
                                  std::string("*.com"),
                                  std::string("a.*.example"),
                                  std::string("*.*.example.com"),
                                  std::string("cdn*.example.com"),
                                  std::string("https://cdn.example.com"),
                                  std::string("cdn.example.com/a"),
                                  std::string("cdn.example.com:8443"),
                                  std::string("user@cdn.example.com"),
                                  std::string("127.0.0.1"),
                                  std::string("127.1"),
                                  std::string("0x7f.0x1"),
                                  std::string("[::1]"),
                                  std::string("cdn..example.com"),
                                  std::string(".example.com"),
                                  std::string("cdn.example.com."),
                                  std::string("-cdn.example.com"),
                                  std::string("cdn-.example.com"),
                                  std::string("cdn_1.example.com"),
                                  std::string("cdn.example.com; script-src *"),
                                  std::string("cdn.example.com 'unsafe-inline'"),
                                  std::string("b\xC3\xBC"
                                              "cher.example"),
                                  std::string("a\r\nb"),
                                  long_label + ".example",
                                  long_name}) {
    CAPTURE(text);
    CHECK_FALSE(parse_image_host(text));
  }
}

TEST_CASE("image hosts: a wildcard stands for what is below it, not for itself or what only ends alike") {
  const std::vector<std::string> hosts{"cdn.example.com", "*.img.example.com"};
  CHECK(is_image_host("cdn.example.com", hosts));
  CHECK(is_image_host("a.img.example.com", hosts));
  CHECK(is_image_host("a.b.img.example.com", hosts));
  for (const std::string_view other :
       {"img.example.com", ".img.example.com", "evilimg.example.com", "example.com", "a.cdn.example.com",
        "cdn.example.com.evil.example", ""}) {
    CAPTURE(other);
    CHECK_FALSE(is_image_host(other, hosts));
  }
}

}  // namespace
}  // namespace kb
