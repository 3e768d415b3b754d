// Images of the organisation's own hosts: what browsers are told they may load, page by page.
#include <doctest/doctest.h>

#include "tests/http/test_server.h"

using http_test::Answer;
using http_test::sample_site;
using http_test::SampleSite;
using http_test::TestServer;

namespace {

constexpr std::string_view kOnlyOurs =
    "; img-src 'self' data:; font-src 'self'; media-src 'self'; connect-src";

SampleSite with_hosts() {
  SampleSite sample = sample_site();
  sample.site.image_hosts = {"cdn.example.com", "*.img.example.com"};
  sample.site.widget_origins = {"https://shop.example"};
  sample.article("account/reset-password").sections[0].html =
      "<p><img loading=\"lazy\" referrerpolicy=\"no-referrer\" src=\"https://cdn.example.com/a.png\" "
      "alt=\"A\"></p>";
  return sample;
}

}  // namespace

TEST_CASE("image hosts: every page may show images of just these hosts, the help panel too") {
  const TestServer server(with_hosts());
  for (const char* target :
       {"/en/", "/en/account/reset-password", "/en/orders/", "/en/search?q=password", "/en/missing",
        "/en/widget", "/en/widget/account/reset-password", "/en/widget?q=password"}) {
    CAPTURE(target);
    const std::string policy(server.get(target).header("Content-Security-Policy"));
    CHECK(
        policy.starts_with("default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: "
                           "https://cdn.example.com https://*.img.example.com; font-src 'self'; media-src "
                           "'self'; connect-src 'self'; "));
  }
  for (const char* target : {"/en/account/reset-password", "/en/widget/account/reset-password"})
    CHECK(server.get(target).has("src=\"https://cdn.example.com/a.png\""));
  CHECK(server.get("/en/").header("Content-Security-Policy").ends_with("frame-ancestors 'none'"));
  CHECK(server.get("/en/widget")
            .header("Content-Security-Policy")
            .ends_with("frame-ancestors https://shop.example"));
}

TEST_CASE("image hosts: what is no page keeps its own policy, and so does a site that names none") {
  const TestServer server(with_hosts());
  CHECK(server.get("/api/v1/search?q=a").header("Content-Security-Policy").find(kOnlyOurs) !=
        std::string::npos);
  CHECK(server.get("/assets/robin.0a1b.svg").header("Content-Security-Policy").ends_with("sandbox"));
  const TestServer plain;
  for (const char* target : {"/en/", "/en/missing", "/en/account/reset-password"})
    CHECK(plain.get(target).header("Content-Security-Policy").find(kOnlyOurs) != std::string::npos);
}
