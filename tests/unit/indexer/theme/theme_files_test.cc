#include "indexer/theme/theme_files.h"

#include <doctest/doctest.h>

#include "tests/unit/indexer/content_folder.h"

using indexer_test::ContentFolder;
using indexer_test::make_strict;

namespace {

// The head of a PNG, which is all that is read of one.
std::string png(int width, int height) {
  std::string bytes("\x89PNG\r\n\x1a\n\0\0\0\rIHDR", 16);
  for (const int number : {width, height}) {
    for (const int shift : {24, 16, 8, 0}) bytes += static_cast<char>((number >> shift) & 255);
  }
  return bytes + std::string(8, '\0');
}

// One article, and site.yaml with this theme.
struct ThemedFolder : ContentFolder {
  explicit ThemedFolder(std::string_view theme) {
    make_strict(*this, "theme: {" + std::string(theme) + "}\n");
    write("a.md", "# A");
  }
};

}  // namespace

TEST_CASE("theme files: the logo is an asset") {
  ThemedFolder folder("logo: images/logo.svg");
  CHECK(folder.findings() == "site.yaml:2:15: error: there is no image images/logo.svg [missing-image]\n");
  folder.write("images/logo.svg", "<svg width='64' height='32'/>");
  CHECK(folder.findings().empty());
  const kb::SiteTheme theme = folder.compile().site.theme;
  CHECK(theme.logo.ends_with(".svg"));
  CHECK(theme.logo_width == 64);
  CHECK(theme.logo_height == 32);
}

TEST_CASE("theme files: an icon is a square PNG that is large enough") {
  ThemedFolder folder("icon: icon.png");
  const std::string needed =
      "site.yaml:2:15: error: icon.png must be a square PNG of 180 pixels or more; this has ";
  folder.write("icon.png", png(180, 120));
  CHECK(folder.findings() == needed + "180 by 120 [theme-file]\n");
  folder.write("icon.png", png(96, 96));
  CHECK(folder.findings() == needed + "96 by 96 [theme-file]\n");
  folder.write("icon.png", png(180, 180));
  CHECK(folder.findings().empty());
  CHECK(folder.compile().site.theme.icon.ends_with(".png"));
}

TEST_CASE("theme files: a share image is no drawing, a header image may be one") {
  ThemedFolder folder("share_image: a.svg, header_image: a.svg");
  folder.write("a.svg", "<svg width='64' height='32'/>");
  CHECK(folder.findings() == "site.yaml:2:22: error: a.svg must be a PNG, JPEG, GIF or WebP [theme-file]\n");
  const kb::SiteTheme theme = folder.compile().site.theme;
  CHECK(theme.share_image.empty());
  CHECK(theme.header_image.ends_with(".svg"));
}

TEST_CASE("theme files: a style's own files become assets") {
  ThemedFolder folder("style: brand/site.css");
  CHECK(folder.findings() == "site.yaml:2:16: error: there is no style sheet brand/site.css [theme-file]\n");
  folder.write("brand/wood.png", png(9, 9));
  folder.write("fonts/own.woff2", "wOF2");
  folder.write("brand/site.css",
               "@font-face { font-family: Own; src: url(\"../fonts/own.woff2\") }\n"
               ".top { background: url(wood.png?v=2#x) }\na { fill: url(#here) }");
  CHECK(folder.findings().empty());
  const std::string style = folder.compile().site.theme.style;
  CHECK(style.find(".woff2\") }") != std::string::npos);
  CHECK(style.find(".png#x\") }") != std::string::npos);
  CHECK(style.find("wood") == std::string::npos);
  CHECK(style.ends_with("url(#here) }\n"));
}

TEST_CASE("theme files: a style that may not be used is not, and says where") {
  ThemedFolder folder("style: site.css");
  const auto finding = [&](std::string_view css) {
    folder.write("site.css", css);
    std::string text = folder.findings();
    if (text.find("theme-file") != std::string::npos && text.find("there is no file") == std::string::npos)
      CHECK(folder.compile().site.theme.style.empty());
    return text;
  };
  CHECK(finding("a { b: c }\n@import 'x.css';") ==
        "site.css:2:1: error: @import may not be used; put all rules into this file [theme-file]\n");
  for (const std::string target : {"https://cdn.example/x.png", "//cdn.example/x.png", "/etc/passwd",
                                   "../../x.png", "data:text/html,x", "none.png", "a.md"}) {
    CAPTURE(target);
    CHECK(finding("a { b: url(" + target + ") }") ==
          "site.css:1:12: error: there is no file " + target +
              "; url() takes files of the content folder only [theme-file]\n");
    CHECK(folder.compile().site.theme.style == "a { b: url(\"\") }\n");
  }
  CHECK(finding(std::string(70'000, ' ')) ==
        "site.yaml:2:16: error: site.css has 70000 bytes, the limit is 65536 [theme-file]\n");
  CHECK(finding("\xff") == "site.yaml:2:16: error: site.css is not UTF-8; save it as UTF-8 [theme-file]\n");
  CHECK(finding("/* ü */ .tag { background: #fff; color: #eee }")
            .find("site.css:1:34: error: .tag: text in #eeeeee") == 0);
}

TEST_CASE("theme files: a style does not lead out of the folder") {
  CHECK(ThemedFolder("style: a.md").findings() ==
        "site.yaml:2:16: error: a.md is no style sheet; its name must end in .css [theme-file]\n");
  ThemedFolder folder("style: ../site.css");
  CHECK(folder.findings() == "site.yaml:2:16: error: there is no style sheet ../site.css [theme-file]\n");
}
