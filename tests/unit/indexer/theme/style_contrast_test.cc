#include "indexer/theme/style_contrast.h"

#include <doctest/doctest.h>

#include "kb/store/file.h"

using namespace indexer;

namespace {

std::string check(std::string_view css) {
  std::string out;
  for (const StyleProblem& problem : contrast_problems(read_style_sheet(css), "#0f766e"))
    out += problem.message + "\n";
  return out;
}

constexpr std::string_view kUnreadable = "; people can read it from 4.5 on\n";

std::string unreadable(std::string_view what) { return std::string(what) + std::string(kUnreadable); }

}  // namespace

TEST_CASE("contrast: our own tokens are those of site.css, and readable") {
  const std::string css = kb::read_file(FIRSTLINE_SOURCE_DIR "/templates/assets/site.css");
  const StyleSheet sheet = read_style_sheet(css);
  CHECK(sheet.problems.empty());
  const auto value = [&](std::string_view name, bool dark) -> std::string {
    for (const StyleRule& rule : sheet.rules) {
      const bool is_dark =
          rule.conditions.size() == 1 && rule.conditions[0] == "@media (prefers-color-scheme: dark)";
      if (rule.selector != ":root" || rule.conditions.size() != (dark ? 1U : 0U) || is_dark != dark) continue;
      for (const auto& declaration : rule.declarations)
        if (declaration.name == name) return declaration.value == "#fff" ? "#ffffff" : declaration.value;
    }
    return "";
  };
  for (const StyleToken& token : style_tokens("#0f766e")) {
    CAPTURE(token.name);
    if (token.name == "--brand" || token.name == "--link" || token.name == "--brand-ink") continue;
    CHECK(value(token.name, false) == kb::to_string(token.light));
    CHECK(value(token.name, true) == kb::to_string(token.dark));
  }
  CHECK(check(":root { --paper: #fff } @media (prefers-color-scheme: dark) { :root { --paper: #101214 } }")
            .empty());
}

TEST_CASE("contrast: a token set for all pages is checked on light and on dark ones") {
  CHECK(check(":root { --paper: #fff8f0 }")
            .find("--ink on --paper: text in #eceeef on #fff8f0 has a contrast of 1.1 to 1 on dark pages") !=
        std::string::npos);
  CHECK(check("@media (prefers-color-scheme: light) { :root { --paper: #fff8f0 } }").empty());
  CHECK(
      check("@media (prefers-color-scheme: light) { :root { --ink-3: #aaa } }") ==
      unreadable("--ink-3 on --paper: text in #aaaaaa on #ffffff has a contrast of 2.3 to 1 on light pages"));
}

TEST_CASE("contrast: the accent's own names, and what cannot be computed") {
  CHECK(check("@media (prefers-color-scheme: light) { :root { --accent: #9fd } }") ==
        unreadable(
            "--brand-ink on --brand: text in #ffffff on #99ffdd has a contrast of 1.2 to 1 on light pages"));
  CHECK(check(":root { --link: color-mix(in oklab, red, blue) }") ==
        "the contrast of --link cannot be computed; write it as \"#rrggbb\"\n");
}

TEST_CASE("contrast: rules") {
  CHECK(check(".top { background: #003366; color: #fff }").empty());
  CHECK(check(".top { color: #999; background: #fff }")
            .find(".top: text in #999999 on #ffffff has a contrast of 2.8 to 1 on light pages") !=
        std::string::npos);
  CHECK(check(".top { background: #036 }").find(".top: text in #16191d on #003366") != std::string::npos);
  CHECK(check(".top { color: var(--ink-2) }").empty());
  CHECK(check(".top { color: var(--ink); background: url(a.png) }").empty());
  CHECK(check(".top { color: inherit; margin: 0 }").empty());
  CHECK(check("@media print { .top { color: #eee } } @media (forced-colors: active) { a { color: #eee } }")
            .empty());
  CHECK(check("@keyframes a { from { color: #eee } }").empty());
}
