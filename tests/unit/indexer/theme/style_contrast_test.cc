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
            .find("--ink on --paper: text in #eceeef on #fff8f0 has a contrast of 1.10 to 1 on dark pages") !=
        std::string::npos);
  CHECK(check("@media (prefers-color-scheme: light) { :root { --paper: #fff8f0 } }").empty());
  CHECK(check("@media (prefers-color-scheme: light) { :root { --ink-3: #aaa } }") ==
        unreadable(
            "--ink-3 on --paper: text in #aaaaaa on #ffffff has a contrast of 2.32 to 1 on light pages"));
}

TEST_CASE("contrast: the accent's own names, and what cannot be computed") {
  CHECK(check("@media (prefers-color-scheme: light) { :root { --accent: #9fd } }") ==
        unreadable(
            "--brand-ink on --brand: text in #ffffff on #99ffdd has a contrast of 1.18 to 1 on light pages"));
  CHECK(check(":root { --link: color-mix(in oklab, red, blue) }") ==
        "the contrast of --link cannot be computed; write it as \"#rrggbb\"\n");
}

TEST_CASE("contrast: what a rule sets, with what it sets of the other") {
  CHECK(check(".badge { background: #003366; color: #fff }").empty());
  CHECK(check(".badge { color: #777; background: #fff }")
            .starts_with(
                unreadable(".badge: text in #777777 on #ffffff has a contrast of 4.47 to 1 on light pages")));
  CHECK(check(".a { background: #036 } .a { color: #036 }").find(".a: text in #003366 on #003366") == 0);
  CHECK(check(".badge { color: var(--ink); background: url(a.png) }").empty());
  CHECK(check(".badge { color: inherit; margin: 0 }").empty());
}

TEST_CASE("contrast: a colour alone is compared with what is around it, or with the page") {
  CHECK(check("p { color: #999 }").find("p: text in #999999 on #ffffff") == 0);
  CHECK(
      check(
          ".foot { --paper: #222; --ink: #fff; --ink-2: #ddd; --ink-3: #ccc; --link: #fff; --sunk: #222; "
          "--note: #fff; --tip: #fff; --important: #fff; --warning: #fff; --caution: #fff; background: #222; "
          "color: #fff } .foot a { color: #fff }")
          .empty());
  CHECK(check(".dark { background: #1b1f3b; color: #fff } .dark a { color: #fff }").empty());
  CHECK(check(".dark { background: #1b1f3b; color: #fff; a { color: #fff } }").empty());
  CHECK(check(".dark { background: #1b1f3b; color: #fff } .dark a { color: #333 }")
            .find(".dark a: text in #333333 on #1b1f3b") == 0);
  CHECK(check(".navbar-dark .navbar-brand { color: #fff } :where(.x) a { color: #fff } .bg-dark { "
              "background: #000 }")
            .empty());
}

TEST_CASE("contrast: a part of the page is compared with all that is written in it") {
  const std::string problems = check("footer { background: #222; color: #fff }");
  CHECK(problems.find("--ink-2 in footer: text in #4a5159 on #222222") != std::string::npos);
  CHECK(problems.find("--link in footer") != std::string::npos);
  CHECK(problems.find("--ink in footer") == std::string::npos);
  CHECK(check("@media (prefers-color-scheme: light) { footer { background: #fafafa } }").empty());
  CHECK(check(".top { --ink-2: #eee }").find("--ink-2 on --paper: text in #eeeeee on #ffffff") == 0);
}

TEST_CASE("contrast: variables are looked up") {
  const std::string light = "@media (prefers-color-scheme: light) { ";
  CHECK(check(light + ":root { --mine: #ddd } body { color: var(--mine) } }")
            .find("body: text in #dddddd on #ffffff") == 0);
  CHECK(check(light + "p { color: var(--none, #ddd) } }").find("p: text in #dddddd") == 0);
  CHECK(check("p { color: light-dark(#222, #eee) }").empty());
  CHECK(check(":root { --a: var(--b); --b: var(--a) } p { color: var(--a) }").empty());
}

TEST_CASE("contrast: what counts for other ways of reading, or never, is passed over") {
  CHECK(check("@media print { p { color: #eee } } @media (forced-colors: active) { a { color: #eee } }")
            .empty());
  CHECK(check("@keyframes a { from { color: #eee } } @supports not (display: grid) { p { color: #eee } }")
            .empty());
}
