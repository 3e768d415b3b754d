#include "indexer/inline/attributes.h"

#include <doctest/doctest.h>

namespace {

std::string read(std::string_view text) {
  indexer::Lines lines = indexer::split_lines(text, 1);
  indexer::mark_kinds(lines);
  indexer::read_attributes(lines);
  return indexer::join_lines(lines);
}

struct Case {
  const char* theirs;
  const char* ours;
};

}  // namespace

TEST_CASE("Attributes of a paragraph are not the next heading's") {
  indexer::Lines lines = indexer::split_lines("para\n{: #pid}\n\n## Head\n\n{: #hid}\n## Other\n", 1);
  indexer::mark_kinds(lines);
  indexer::read_attributes(lines);
  CHECK(indexer::join_lines(lines).find("## Head\n") != std::string::npos);
  CHECK(indexer::join_lines(lines).find("## Other {#hid}") != std::string::npos);
}

TEST_CASE("A heading's list leaves its id") {
  for (const auto& [theirs, ours] : {
           Case{"## T { #id .c }", "## T {#id}\n"},    // MkDocs, Pandoc
           Case{"## T {: #id}", "## T {#id}\n"},       // Kramdown
           Case{"## T {#id .class}", "## T {#id}\n"},  // Hugo
           Case{"## T {#id}", "## T {#id}\n"},         // ours
           Case{"## T \\{#id}", "## T {#id}\n"},       // MDX
           Case{"## T ## {#id}", "## T {#id}\n"},      // PHP Markdown Extra
           Case{"## C# { .c }", "## C#\n"},
           Case{"> ## T {.unnumbered data-x='a b'}", "> ## T\n"},
           Case{"T {: #id }\n---", "T {#id}\n---\n"},
           Case{"## Head\n{: #custom-id .x}\n\na", "## Head {#custom-id}\n\na\n"},
           Case{"a\n\n{: #above}\n## Head", "a\n\n\n## Head {#above}\n"},
           Case{"T\n===\n{: #id}", "T {#id}\n===\n"},
       }) {
    CAPTURE(theirs);
    CHECK(read(theirs) == ours);
  }
}

TEST_CASE("Lists of links, spans and blocks are dropped") {
  for (const auto& [theirs, ours] : {
           Case{"a [x](y){:target=\"_blank\" rel='noopener'} b", "a [x](y) b\n"},
           Case{"[b](dup.md){ .md-button .md-button--primary }", "[b](dup.md)\n"},
           Case{"**a**{.x} `b`{.python} _c_{: .d}", "**a** `b` _c_\n"},
           Case{"a [some *text*]{.underline} b", "a some *text* b\n"},
           Case{"a [place]{#here} b", "a <span id=\"here\">place</span> b\n"},
           Case{"A paragraph\n{: .fs-6 .fw-300 }\n\nb", "A paragraph\n\nb\n"},
           Case{"a\n{: .c}\nb", "a\n\nb\n"},
           Case{"- a\n{: .c}\n- b", "- a\n- b\n"},
       }) {
    CAPTURE(theirs);
    CHECK(read(theirs) == ours);
  }
}

TEST_CASE("The size of an image is kept, and the rest of its list dropped") {
  for (const auto& [theirs, ours] : {
           Case{"![a](b){ width=300 }", "![a](b){width=300}\n"},
           Case{"![a](b){width=\"300px\" .c loading=lazy}", "![a](b){width=300}\n"},
           Case{"a [b](c) {.d} e", "a [b](c)  e\n"},
           Case{"a (b) {.d} e", "a (b) {.d} e\n"},
           Case{"![a](b){ width=50% align=left }", "![a](b)\n"},
           Case{"![a|300](b)", "![a](b){width=300}\n"},
           Case{"| ![a\\|300x200](b) |", "| ![a](b){width=300 height=200} |\n"},
           Case{"![a](b =100x50)", "![a](b){width=100 height=50}\n"},
           Case{"![a](<b c.png> \"T\" =100x)", "![a](<b c.png> \"T\"){width=100}\n"},
           Case{"[![a](b){height=9}](c){.d}", "[![a](b){height=9}](c)\n"},
           Case{"![a](b.png#only-light)![a](c.png#only-dark)", "![a](b.png)\n"},
           Case{"![a](b.png#gh-light-mode-only)![a](c.png#gh-dark-mode-only)", "![a](b.png)\n"},
           Case{"![400](a.png) ![400x300](b.png) ![20](c.png)",
                "![](a.png){width=400} ![](b.png){width=400 height=300} ![20](c.png)\n"},
           Case{"![A song](https://a.example/a.mp3)", "[A song](https://a.example/a.mp3)\n"},
           Case{"![How to](files/clip.mp4){width=300} ![](<//a.example/a b.webm>)",
                "![How to](files/clip.mp4){width=300} [Video: a b.webm](<//a.example/a b.webm>)\n"},
       }) {
    CAPTURE(theirs);
    CHECK(read(theirs) == ours);
  }
}

TEST_CASE("A span that is not for web pages is taken out") {
  CHECK(read("a [b *c*]{.content-hidden} d") == "a  d\n");
  CHECK(read("a [b]{.content-visible when-format=\"pdf\"} d") == "a  d\n");
  CHECK(read("a [b]{#x .hidden} d") == "a  d\n");
  CHECK(read("a [b]{.content-hidden when-format=\"pdf\"} d") == "a b d\n");
}

TEST_CASE("Braces that hold something else stay") {
  for (const char* text :
       {"## The {name} of {it}\n", "## Set {{ x }}\n", "a {value} b\n", "f(x){a=1}\n", "[x](y){props.x}\n",
        "```\n## T { .c }\n```\n", "`[x](y){.c}`\n", "## {#id}\n", "## T {#with space}\n", "{ a }\n",
        "![a|b](c)\n", "![a](b \"=100x50\")\n", "![a\n", "![a](b\n", "[^1]{.x\n", "\\[x]{y}\n"}) {
    CHECK(read(text) == text);
  }
}

TEST_CASE("What stands behind a block's title is the block's") {
  CHECK(read(":::info[Your title]{.x}") == ":::info[Your title]{.x}\n");
}
