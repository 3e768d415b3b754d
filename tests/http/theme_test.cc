// What a site's theme changes of its pages, and the operator's own templates.
#include <doctest/doctest.h>

#include <string>

#include "tests/http/test_server.h"

namespace {

using http_test::Answer;
using http_test::TestServer;

http_test::SampleSite themed_site() {
  http_test::SampleSite sample = http_test::sample_site();
  kb::SiteTheme& theme = sample.site.theme;
  theme.accent = "#8a1c4a";
  theme.font = "\"Harbour Sans\", serif";
  theme.radius = 0;
  theme.density = "roomy";
  theme.icon = "icon.0a1b.png";
  theme.share_image = "share.0a1b.jpg";
  theme.header_image = "wide.0a1b.jpg";
  theme.style = ".top { background: url(wood.0a1b.png) }\n";
  return sample;
}

// The style sheet that a page names.
std::string style_of(const TestServer& server, const Answer& page) {
  const std::string before = "<link rel=\"stylesheet\" href=\"/help";
  const auto at = page.body.find(before) + before.size();
  return server.get(page.body.substr(at, page.body.find('"', at) - at)).body;
}

TEST_CASE("theme: icons and images") {
  const TestServer server(themed_site());
  const Answer home = server.get("/en/");
  CHECK(home.has("<link rel=\"icon\" type=\"image/png\" href=\"/help/assets/icon.0a1b.png\">"));
  CHECK(home.has("<link rel=\"apple-touch-icon\" href=\"/help/assets/icon.0a1b.png\">"));
  CHECK(home.has("<meta property=\"og:image\" content=\"https://shop.example/help/assets/share.0a1b.jpg\">"));
  CHECK(home.has("<img class=\"hero-picture\" src=\"/help/assets/wide.0a1b.jpg\" alt=\"\">"));
  CHECK_FALSE(home.has("hero-art"));
  CHECK(server.get("/favicon.ico").header("location") == "/help/assets/icon.0a1b.png");
  CHECK(server.get("/en/opensearch.xml").has("<Image type=\"image/png\">"));
}

TEST_CASE("theme: without one there are icons of ours") {
  const TestServer server;
  const Answer home = server.get("/en/");
  CHECK(home.has("<link rel=\"icon\" type=\"image/svg+xml\" href=\"/help/assets/favicon."));
  CHECK(home.has("hero-art"));
  const std::string before = "<link rel=\"apple-touch-icon\" href=\"/help";
  const auto at = home.body.find(before);
  REQUIRE(at != std::string::npos);
  const auto begin = at + before.size();
  const Answer icon = server.get(home.body.substr(begin, home.body.find('"', begin) - begin));
  CHECK(icon.status == 200);
  CHECK(icon.header("content-type") == "image/png");
}

TEST_CASE("theme: one style sheet, ours first and the site's own last") {
  const TestServer server(themed_site());
  const std::string style = style_of(server, server.get("/en/"));
  CHECK(style.find("--accent: #8a1c4a;") != std::string::npos);
  CHECK(style.find("--text: \"Harbour Sans\", serif;") != std::string::npos);
  CHECK(style.find("--r-2: 0px;") != std::string::npos);
  CHECK(style.find("--leading: 1.7;") != std::string::npos);
  CHECK(style.ends_with(".top { background: url(wood.0a1b.png) }\n"));
  const TestServer plain;
  const std::string ours = style_of(plain, plain.get("/en/"));
  const std::string added = ours.substr(ours.rfind(":root {"));
  CHECK(added.find("--text") == std::string::npos);
  CHECK(added.find("--r-2") == std::string::npos);
  CHECK(added.find("--leading") == std::string::npos);
}

TEST_CASE("theme: a family of fonts by its kind") {
  http_test::SampleSite sample = http_test::sample_site();
  sample.site.theme.font = "rounded";
  const TestServer server(sample);
  CHECK(style_of(server, server.get("/en/")).find("--text: var(--rounded);") != std::string::npos);
}

TEST_CASE("overrides: every template of ours can be put in its own place") {
  const kb::TempFolder own;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(http_test::templates_folder())) {
    if (entry.path().extension() != ".mustache") continue;
    own.write(entry.path().lexically_relative(http_test::templates_folder()).string(),
              kb::read_file(entry.path()));
  }
  const auto ours = searchd::Theme::load(http_test::templates_folder());
  const auto same = searchd::Theme::load(http_test::templates_folder(), own.path());
  CHECK(same->hash() != ours->hash());
  own.write("strings/en.yaml", "contact_us: Ask the harbour master\n");
  own.write("assets/favicon.svg", "<svg/>");
  const auto changed = searchd::Theme::load(http_test::templates_folder(), own.path());
  CHECK(changed->strings("en").text("contact_us") == "Ask the harbour master");
  CHECK(changed->assets().public_name("favicon.svg") != ours->assets().public_name("favicon.svg"));
}

}  // namespace
