#include "indexer/theme/style_sheet.h"

#include <doctest/doctest.h>
#include <fmt/format.h>

using namespace indexer;

namespace {

// Each rule as "@media x | selector | name=value;", a line each.
std::string rules(std::string_view css) {
  std::string out;
  for (const StyleRule& rule : read_style_sheet(css).rules) {
    for (const std::string& condition : rule.conditions) out += condition + " | ";
    out += rule.selector + " | ";
    for (const auto& declaration : rule.declarations) out += declaration.name + "=" + declaration.value + ";";
    out += "\n";
  }
  return out;
}

std::string problems(std::string_view css) {
  std::string out;
  for (const StyleProblem& problem : read_style_sheet(css).problems)
    out += fmt::format("{}: {}\n", problem.at, problem.message);
  return out;
}

}  // namespace

TEST_CASE("style sheet: rules, what is around them and what is in them") {
  CHECK(rules("a{color:red;Background : #fff !important}\n:root { --Ink: #111 }") ==
        "a | color=red;background=#fff;\n:root | --Ink=#111;\n");
  CHECK(rules("@media (min-width: 3em) { @supports (a: b) { p, li:is(a, b) { margin: 0 } } }") ==
        "@media (min-width: 3em) | @supports (a: b) | p, li:is(a, b) | margin=0;\n");
  CHECK(rules("@font-face { font-family: \"A {b}\"; src: url(a.woff2) }") ==
        "@font-face | font-family=\"A {b}\";src=url(a.woff2);\n");
  CHECK(rules(".a { color: red; .b & { color: blue } @media print { margin: 1px } }") ==
        ".b .a | color=blue;\n.a | color=red;margin=1px;\n");
  CHECK(rules(".top { a { b: c } &:hover { d: e } }") == ".top a | b=c;\n.top:hover | d=e;\n.top | \n");
  CHECK(rules("/* a { } */ b { /* c: d; */ e: f }") == "b | e=f;\n");
  CHECK(rules("a { content: \"}\\\"{;\"; b: url(data:image/png;base64,AA==) }") ==
        "a | content=\"}\\\"{;\";b=url(data:image/png;base64,AA==);\n");
}

TEST_CASE("style sheet: which files it names") {
  const std::string css =
      "a { b: url( \"x y.png\" ) } c { d: URL(../e.svg#f) } /* url(no.png) */ g { h: \"url(no.png)\" }";
  const StyleSheet sheet = read_style_sheet(css);
  REQUIRE(sheet.urls.size() == 2);
  CHECK(sheet.urls[0].target == "x y.png");
  CHECK(css.substr(sheet.urls[0].begin, sheet.urls[0].end - sheet.urls[0].begin) == " \"x y.png\" ");
  CHECK(sheet.urls[1].target == "../e.svg#f");
  CHECK(sheet.problems.empty());
}

TEST_CASE("style sheet: what is not closed") {
  CHECK(problems("a { b: c").find("a { is not closed") != std::string::npos);
  CHECK(problems("a { b: c } }") == "11: a } too many\n");
  CHECK(problems("a { b: c } /* d") == "11: this comment is not closed; end it with */\n");
  CHECK(problems("a { b: \"c }\n d: e }")
            .starts_with("7: this text does not end on its line; close the quote\n"));
  CHECK(problems("a { b: \"").starts_with("7: this text does not end on its line"));
  CHECK(problems("a { b: \"c\\").starts_with("7: this text does not end on its line"));
  CHECK(problems("a { b: url(c }").find("this url( is not closed") != std::string::npos);
  CHECK(problems("color: red").find("this is no rule") != std::string::npos);
  CHECK(problems("").empty());
}

TEST_CASE("style sheet: what would bring in more than this file") {
  CHECK(problems("@import \"a.css\";") == "0: @import may not be used; put all rules into this file\n");
  CHECK(problems("@IMPORT url(a.css);") == "0: @import may not be used; put all rules into this file\n");
  CHECK(problems("a { b: image-set(\"c.png\" 1x) }") ==
        "7: image-set() may not be used; name a file with url()\n");
  CHECK(problems("a { b: u\\72l(c.png) }") ==
        "8: a backslash may not stand for a letter or a digit; write the character itself\n");
  CHECK(problems(".sm\\:p-4 { a: b } .w-1\\/2 { a: b } @charset \"UTF-8\";").empty());
  CHECK(problems("@property --a { syntax: \"<length>\"; inherits: false }").empty());
  CHECK(problems("@layer a, b; @layer a { c { d: e } }").empty());
}

TEST_CASE("style sheet: blocks without end cost nothing") {
  CHECK(read_style_sheet(std::string(60'000, '{')).problems.size() == 1);
  CHECK(read_style_sheet(std::string(60'000, '(')).problems.size() < 3);
  CHECK(read_style_sheet(std::string(60'000, '"')).problems.size() < 3);
  std::string urls;
  while (urls.size() < 60'000) urls += "url(";
  CHECK(read_style_sheet(urls).problems.size() > 1);
}
