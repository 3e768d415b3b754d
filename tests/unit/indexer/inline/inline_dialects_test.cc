#include "indexer/inline/inline_dialects.h"

#include <doctest/doctest.h>

#include <ctime>
#include <string>

namespace {

constexpr std::size_t kSize = 16 * 1024;

std::string repeat(std::string_view text) {
  std::string out;
  while (out.size() + text.size() <= kSize) out += text;
  return out;
}

std::string read(std::string_view text) {
  indexer::RuleFindings unknown("unknown-syntax");
  indexer::DialectContext context;
  context.find = [](std::string_view name) { return std::optional(std::string(name) + ".md"); };
  indexer::Lines lines = indexer::read_films(indexer::split_lines(text, 1));
  return indexer::join_lines(indexer::read_inline_dialects(std::move(lines), context, unknown));
}

}  // namespace

TEST_CASE("Readers work on what others made") {
  CHECK(read("Term ==a==\n:   See [[Page]]\n") ==
        "<dl>\n<dt>\n\nTerm <mark>a</mark>\n\n</dt>\n<dd>\n\nSee [Page](/Page.md)\n\n</dd>\n</dl>\n\n");
  CHECK(read("## ![a](b){width=30} T { #id }") == "## ![a](b){width=30} T {#id}\n");
  CHECK(read("```\n[[Page]] ==a== {{< youtube a >}}\n```") == "```\n[[Page]] ==a== {{< youtube a >}}\n```\n");
}

TEST_CASE("A text of openers that nothing closes is read in time") {
  for (const char* unit : {"[[",        "![[",         "![",
                           "![a](",     "[a]{",        "]{.a",
                           "](",        "{{<",         "{{< figure src=",
                           "{%",        "{% include ", "<YouTube ",
                           "@[",        "[!VIDEO ",    "==a",
                           "^^a",       "++a",         "a~b",
                           "a^b",       ":material-",  "[!DNL ",
                           "**「",      "*「」",       "~~。",
                           "a\n: b\n",  "a\n",         "a\n\n: b\n\n",
                           "{: .a\n",   "{: #a}\n",    "*[a]: b\n",
                           "<",         "<a",          "http://",
                           "$",         "# a {#b}\n",  "{{< figure\n",
                           "`",         "a ^b",        "[",
                           "[[a]]: b\n"}) {
    CAPTURE(unit);
    const std::string text = "a " + repeat(unit) + "]{.a}";
    const std::clock_t begin = std::clock();
    read(text);
    CHECK(std::clock() - begin < CLOCKS_PER_SEC);
  }
}
