#include "indexer/config/theme_config.h"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include "indexer/config/site_config.h"
#include "indexer/output/finding_format.h"
#include "tests/unit/indexer/content_folder.h"

using namespace indexer;
using indexer_test::ContentFolder;

namespace {

SiteConfig read(std::string_view theme) {
  ContentFolder folder;
  folder.write("site.yaml", "theme: {" + std::string(theme) + "}\n");
  return read_site_config(folder.path());
}

std::string findings(std::string_view theme) {
  return format_findings(read(theme).findings, OutputFormat::text, "");
}

}  // namespace

TEST_CASE("theme config: colours, fonts, corners, density and files") {
  const SiteConfig config = read(
      "accent: \"#123abc\", font: \"'Source Sans 3', Arial, sans-serif\", radius: 0, density: roomy, logo: "
      "a.svg, "
      "icon: b.png, share_image: c.png, header_image: d.jpg, style: e.css");
  const kb::SiteTheme& theme = config.site.theme;
  CHECK(theme.accent == "#123abc");
  CHECK(theme.font == "'Source Sans 3', Arial, sans-serif");
  CHECK(theme.radius == 0);
  CHECK(theme.density == "roomy");
  const ThemeFiles& files = config.theme;
  CHECK(files.logo.path + files.icon.path + files.share_image.path + files.header_image.path +
            files.style.path ==
        "a.svgb.pngc.pngd.jpge.css");
  CHECK(config.findings.empty());
}

TEST_CASE("theme config: what cannot be used is named, and the default stays") {
  CHECK(findings("accent: red") ==
        "site.yaml:1:17: error: 'accent' must be a colour such as \"#0f766e\", in quotes, not 'red' "
        "[config-value]\n");
  CHECK(findings("radius: 25") != "");
  CHECK(read("radius: 25").site.theme.radius == 10);
  CHECK(findings("density: dense") ==
        "site.yaml:1:18: error: 'density' must be compact, normal or roomy, not 'dense' [config-value]\n");
  CHECK(findings("colour: red").find("unknown key 'colour'") != std::string::npos);
}

TEST_CASE("theme config: a font cannot say more than its name") {
  for (const std::string font : {"a;b", "a}b", "a{b", "url(x)", "a\\b", "\\\"a", "a/*", "", "a:b", "@a"}) {
    CAPTURE(font);
    CHECK(findings("font: \"" + font + "\"") != "");
    CHECK(read("font: \"" + font + "\"").site.theme.font == "sans");
  }
  CHECK(findings("font: \"" + std::string(201, 'a') + "\"") != "");
  CHECK(findings("font: \"Füllschrift, 源ノ角\"").empty());
}
