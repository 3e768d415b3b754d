#include "indexer/dialects/notes.h"

#include <doctest/doctest.h>

#include "indexer/lines/inline_text.h"

namespace {

const indexer::RuleSet kRules(false);

struct Result {
  std::string text;
  std::vector<indexer::Finding> findings;
};

Result without_notes(std::string_view text) {
  indexer::Lines lines = indexer::split_lines(text, 1);
  indexer::RuleFindings unclosed("unknown-syntax");
  indexer::remove_notes(lines, unclosed);
  indexer::FileFindings findings(kRules, "a.md");
  unclosed.report(findings);
  return {indexer::join_lines(lines), findings.take()};
}

}  // namespace

TEST_CASE("Notes are taken out, on one line and over several") {
  CHECK(without_notes("a\n\n{/* secret */}\n\nb").text == "a\n\n\nb\n");
  CHECK(without_notes("a {/* secret */} b").text == "a  b\n");
  CHECK(without_notes("a {>>secret<<}b").text == "a b\n");
  CHECK(without_notes("{/*\nsecret\n\n```\nmore\n*/}\nb {/* secret */}").text == "b \n");
  CHECK(without_notes("a\n{% comment %}\nsecret\n{% endcomment %}\nb").text == "a\nb\n");
  CHECK(without_notes("{%- comment -%}secret{%- endcomment -%}b").text == "b\n");
  CHECK(without_notes("{{/* secret */}}\n{{< comment >}}\nsecret\n{{< /comment >}}\nb").text == "b\n");
  CHECK(without_notes("%% secret %%\na %%secret%% b\n%%\nsecret\n%%\nc").text == "a  b\nc\n");
  CHECK(without_notes("a\n{::comment}\nsecret\n{:/comment}\nb").text == "a\nb\n");
  CHECK(without_notes("> a\n> %% secret %%\n> b").text == "> a\n> b\n");
}

TEST_CASE("A note that names a heading is its id") {
  CHECK(without_notes("## Price {/* #price */}\n## Why {/* # why */}").text ==
        "## Price {#price}\n## Why \n");
}

TEST_CASE("What looks like a note in code or numbers stays") {
  for (const char* text : {"```\n{/* x */}\n```\n", "`{/* x */}`\n", "grew 50%% or 60%% a year\n",
                           "\\{/* x */}\n", "<!-- {/* x */} -->\n", "a {x} b %d\n"}) {
    CHECK(without_notes(text).text == text);
  }
}

TEST_CASE("A note that is never closed hides the rest and is named") {
  const Result result = without_notes("a\n\n{/* secret\n\nmore\n");
  CHECK(result.text == "a\n\n");
  REQUIRE(result.findings.size() == 1);
  CHECK(result.findings[0].message ==
        "the note `{/* */}` is never closed, so the rest of the page is hidden");
  CHECK(result.findings[0].at.line == 3);
  CHECK(without_notes("%%\nsecret").findings.size() == 1);
}

TEST_CASE("A comment that is never closed hides the rest of its line and is named") {
  const Result result = without_notes("a\nb <!-- secret\nc `<!--` d \\<!-- e\n");
  CHECK(result.text == "a\nb \nc `<!--` d \\<!-- e\n");
  REQUIRE(result.findings.size() == 1);
  CHECK(result.findings[0].message ==
        "the comment `<!--` is never closed, so the rest of its line is hidden");
  CHECK(result.findings[0].at.line == 2);
  CHECK(result.findings[0].at.column == 3);
}

TEST_CASE("A line is rewritten outside code, escapes and comments") {
  const auto upper = [](std::string_view rest, std::string_view) -> std::optional<indexer::Replacement> {
    if (!rest.starts_with("x")) return std::nullopt;
    return indexer::Replacement{1, "X"};
  };
  CHECK(indexer::rewrite_inline("x `x` ``x`x`` \\x <!-- x --> x", upper) == "X `x` ``x`x`` \\x <!-- x --> X");
  CHECK(indexer::rewrite_inline("x ` x", upper) == "X ` X");
}

TEST_CASE("Notes are known in every spelling, and samples of them are kept") {
  for (const char* text : {"{%comment%}secret{%endcomment%}b",
                           "{%- comment -%}\nsecret\n{% endcomment -%}b",
                           "{% # secret %}b",
                           "{{- /* secret */ -}}b",
                           "{{!-- secret --}}b",
                           "{{! secret }}b",
                           "{#- secret -#}b",
                           "> ```\n> x\n\n{/* secret */}b",
                           "**b %% secret %%**",
                           "text %%\nsecret\n\nsecret\n%%",
                           "text {/* secret\nsecret */} b",
                           ":::tip[T <!-- secret -->]",
                           "[//]: # (secret)",
                           "> [Comment]: <> (secret)",
                           "a <!-- secret",
                           "a <!-- secret\n\nsecret --> b",
                           "a ` <!-- secret",
                           "a ` {/* secret */} b",
                           "{% comment %}a{% comment %}b{% endcomment %}secret{% endcomment %}c",
                           "{% comment %}\n{% comment %}\n{% endcomment %}\nsecret\n{% endcomment %}\nc",
                           "- ```\n  x\n\n{/* secret */}b"}) {
    CAPTURE(std::string(text));
    CHECK(without_notes(text).text.find("secret") == std::string::npos);
  }
  for (const char* text :
       {"{# heading\n", "## {# heading\n\nkeep\n", "path/{/*,a}/keep\n", "text %% keep\n",
        "{% raw %}{% comment %}keep{% endcomment %}{% endraw %}\n", "<code>{/* keep */}</code>\n",
        "{% highlight jinja %}\n{# keep #}\n{% endhighlight %}\n"}) {
    CAPTURE(std::string(text));
    CHECK(without_notes(text).text == text);
  }
  CHECK(indexer::without_notes("T <!-- secret --> {/* secret */}") == "T");
}
