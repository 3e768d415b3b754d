#include "indexer/dialects/myst.h"

#include <doctest/doctest.h>

#include <ctime>

#include "indexer/dialects/dialects.h"

namespace {

const indexer::RuleSet kRules(false);

enum class Site { sphinx, other };

struct Result {
  std::string text;
  std::string findings;  // messages, each on a line
};

Result result_of(std::string_view text, Site site) {
  indexer::Lines lines = indexer::split_lines(text, 1);
  indexer::RuleFindings unknown("unknown-syntax");
  indexer::DialectContext context;
  context.is_sphinx = site == Site::sphinx;
  indexer::read_myst(lines, context, unknown);
  Result result{indexer::join_lines(lines), ""};
  indexer::FileFindings findings(kRules, "a.md");
  unknown.report(findings);
  for (const auto& found : findings.list())
    result.findings += std::to_string(found.at.line) + ": " + found.message + "\n";
  return result;
}

std::string read(std::string_view text) { return result_of(text, Site::sphinx).text; }

}  // namespace

TEST_CASE("MyST: directives become blocks of ours") {
  const struct {
    std::string_view theirs;
    std::string_view ours;
  } cases[] = {
      {"```{note}\na\n```\nb\n", ":::note\na\n:::\nb\n"},
      {"~~~{hint}\na\n~~~\n", ":::tip Hint\na\n:::\n"},
      {":::{seealso}\n:class: x\n\na\n:::\n", ":::note See also\n\na\n:::\n"},
      {"```{admonition} My *title*\n---\nclass: \"warning\"\n---\na\n```\n",
       ":::warning My *title*\na\n:::\n"},
      {"```{note}\n:class: dropdown\na\n```\n", ":::details Note\na\n:::\n"},
      {":::{dropdown} T\n:open:\na\n:::\n", ":::details T {open}\na\n:::\n"},
      {"````{note}\n```{tip}\na\n```\nb\n````\nc\n", ":::note\n:::tip\na\n:::\nb\n:::\nc\n"},
      {"::::{tab-set}\n:::{tab-item} A\na\n:::\n::::\n", ":::tabs\n:::tab A\na\n:::\n:::\n"},
      {":::{tab-set}\n:::{tab-item} A\na\n:::\n:::\nb\n", ":::tabs\n:::tab A\na\n:::\n:::\nb\n"},
      {":::{tab} A\na\n:::\n", ":::tabs\n:::tab A\na\n:::\n:::\n"},
      {"::::{note}\n:::tip\na\n:::\nb\n::::\n", ":::note\n:::tip\na\n:::\nb\n:::\n"},
      {"::::{tab-set}\n:::{tab-item} A\na\n::::\nb\n", ":::tabs\n:::tab A\na\n:::\n:::\nb\n"},
      {"- ```{note}\n  a\n  ```\n- b\n", "- :::note\n  a\n  :::\n- b\n"},
      {"- x\n  ```{note}\n  a\nb\n", "- x\n  :::note\n  a\n  :::\nb\n"},
      {"> ```{note}\n> a\n> ```\n", "> :::note\n> a\n> :::\n"},
      {"> ```{code} sh\n> a\n> ```\nb\n", "> ```sh\n> a\n> ```\nb\n"},
      {"```{versionadded} 1.2 The lid.\n```\n", "**Added in version 1.2**: The lid.\n"},
      {"```{deprecated} 3\n```\n", "**Deprecated since version 3**\n"},
      {"```{figure} a b.png\n:alt: A\n:width: 200px\nText\n```\n", "![A](<a b.png>){ width=200 }\n\nText\n"},
      {"```{image} a.png\n:target: b.md\n```\n", "[![](a.png)](b.md)\n"},
      {"```{code-block} python\n:caption: a.py\n:linenos:\n\n:x: 1\n```\n",
       "**a.py**\n\n```python\n\n:x: 1\n```\n"},
      {"````{code}\n```\n````\n", "````\n```\n````\n"},
      {":::{code} sh\n```x```\n:::\n", "````sh\n```x```\n````\n"},
      {"```{code-cell} ipython3\n:tags: [remove-cell]\nx\n```\n", ""},
      {"```{code-cell} ipython3\nx\n```\n", "```python\nx\n```\n"},
      {"````{tabs}\n```{code-tab} c C code\nx\n```\n````\n",
       ":::tabs\n:::tab C code\n```c\nx\n```\n:::\n:::\n"},
      {"```{rubric} Notes\n```\n", "**Notes**\n"},
      {"````{grid} 1 2\n```{card} T\n:link: https://x.example\na\n^^^\nb\n+++\nc\n```\n````\n",
       "**[T](https://x.example)**\n\na\n\nb\n\nc\n"},
      {"```{card} T\n:img-top: a.png\n:img-alt: A\nb\n```\n", "![A](a.png)\n\n**T**\n\nb\n"},
      {"- a\n  ```{pip-cli}\n  $ pip\n  ```\n", "- a\n  ```\n  $ pip\n  ```\n"},
      {"```{button-link} https://x.example\nGo\n```\n", "[Go](https://x.example)\n"},
      {"```{button-ref} x\nGo\n```\n", "{ref}`Go <x>`\n"},
      {"```{math} a\n:label: e\nb\n```\n", "```math\na\nb\n```\n"},
      {"```{glossary}\nA\n  one\n  two\n```\n", "A\n: one\n  two\n"},
      {"```{toctree}\na\n```\n```{index} b\n```\nc\n", "c\n"},
      {"```{include} ../a b.md\n:start-line: 2\n```\n", "[!include [](../a%20b.md?range=3:)]\n"},
      {"```{literalinclude} a.py\n:language: sh\n:lines: 1,3-4\n:end-before: '#end'\n```\n",
       "[!code-sh[](a.py?range=1,3-4&end-before=%23end)]\n"},
      {"a\n\n+++\n\nb\n", "a\n\n\nb\n"},
  };
  for (const auto& [theirs, ours] : cases) {
    CAPTURE(theirs);
    CHECK(read(theirs) == ours);
  }
}

TEST_CASE("MyST: tables of lists and of comma-separated values") {
  const struct {
    std::string_view theirs;
    std::string_view ours;
  } cases[] = {
      {"```{list-table} T\n:header-rows: 1\n* - A\n  - B\n* - c|d\n  - e\n    f\n```\n",
       "**T**\n\n| A | B |\n|---|---|\n| c\\|d | e f |\n"},
      {"```{list-table}\n* - a\n  -\n```\n", "|  |  |\n|---|---|\n| a |  |\n"},
      {"```{list-table}\n* - a\n\n    b\n```\n", "* - a\n\n    b\n"},
      {"```{csv-table}\n:header: A, \"B, C\"\n1, \"say \"\"x\"\"\nnow\"\n```\n",
       "| A | B, C |\n|---|---|\n| 1 | say \"x\" now |\n"},
      {"````{list-table}\n* - a\n\n    ```{todo}\n    secret\n    ```\n````\n", "* - a\n\n"},
  };
  for (const auto& [theirs, ours] : cases) {
    CAPTURE(theirs);
    CHECK(read(theirs) == ours);
  }
  CHECK(result_of("```{csv-table}\n:file: a.csv\n```\n", Site::sphinx).findings ==
        "1: a `{csv-table}` of a file becomes a link to the file\n");
}

TEST_CASE("MyST: what is not for readers is taken out") {
  for (const std::string_view text :
       {"% secret\na\n", "```{todo}\nsecret\n```\na\n", ":::{comment}\nsecret\n:::\na\n",
        "```{only} latex\nsecret\n```\na\n", "````{todo}\n```{note}\nsecret\n```\n````\na\n",
        "%secret\n  % secret\na\n", "%% secret\na\n", "```{ifconfig} x\nsecret\n```\na\n"}) {
    CAPTURE(text);
    CHECK(read(text) == "a\n");
  }
  CHECK(read("````{note}\n% secret\n```{todo}\nsecret\n```\na\n````\n") == ":::note\n\na\n:::\n");
  CHECK(read("- a\n  % secret\n> % secret\n") == "- a\n");
  CHECK(read("```{only} html\na\n```\n") == "a\n");
  CHECK(read("```sh\n% echo\n```\n") == "```sh\n% echo\n```\n");
  const std::string deep =
      read("````````````````````{note}\n" + std::string(30, '`') + "\n```{todo}\nsecret\n");
  CHECK(deep.find("secret") == std::string::npos);
  const Result open = result_of("```{todo}\nsecret\n\na\n", Site::sphinx);
  CHECK(open.text.empty());
  CHECK(open.findings == "1: `{todo}` is never closed, so the rest of the page is hidden\n");
  std::string nested;
  for (int i = 0; i < 30; ++i) nested += std::string(60U - static_cast<unsigned>(i), ':') + "{note}\n";
  CHECK(read(nested + ":::{todo}\nsecret\n:::\n").find("secret") == std::string::npos);
}

TEST_CASE("MyST: what is not known is kept and named") {
  const Result unknown = result_of("```{pied-piper} f(*x)\na **b**\n```\n", Site::sphinx);
  CHECK(unknown.text == "**f(\\*x)**\n\na **b**\n");
  CHECK(unknown.findings == "1: the directive `{pied-piper}` is not known, its text is kept\n");
  CHECK(result_of("```{raw} html\n<b>\n```\n", Site::sphinx).findings ==
        "1: the text of `{raw}` is for another program and is left out\n");
  CHECK(!result_of("```{only} html or latex\na\n```\n", Site::sphinx).findings.empty());
}

TEST_CASE("MyST: in a site of another tool only its known names are directives") {
  for (const std::string_view text :
       {"```{r, echo=FALSE}\nx\n```\n", "```{.python}\nx\n```\n", "::: {.callout-tip}\na\n:::\n", "% a\n",
        "```{ojs}\nx\n```\n", ":::{piper}\na\n:::\n", "````\n```{note}\n```\n````\n", "    ```{note}\n",
        ":::note\na\n:::\n", "+++\n"}) {
    CAPTURE(text);
    CHECK(result_of(text, Site::other).text == text);
  }
  CHECK(result_of("```{note} Title\na\n```\n", Site::other).text == ":::note Title\na\n:::\n");
  CHECK(result_of("```{note} Text.\n```\n", Site::other).text == ":::note\nText.\n:::\n");
  CHECK(result_of("```{note} Text\ngoes on.\n```\n", Site::sphinx).text == ":::note\nText\ngoes on.\n:::\n");
}

TEST_CASE("MyST: hostile openers take linear time") {
  for (const char* opener :
       {"```{note}\n", ":::{list-table}\n", "::::{tab-set}\n:::{tab-item} a\n", "- :::{card}\n",
        "> ```{note}\n", ":::{csv-table}\n\"", "```{todo}\n", ":::{note}\n:a: b\n", "(a)=\n", "{kbd}`",
        "{a}``{b}`", "[](", "](#a", "* - a\n"}) {
    std::string text = ":::{list-table}\n";
    while (text.size() < 128UL * 1024) text += opener;
    const std::clock_t begin = std::clock();
    indexer::DialectContext context;
    context.is_sphinx = true;
    indexer::DialectFindings findings;
    indexer::read_dialects(indexer::split_lines(text, 1), context, findings);
    indexer::read_dialects(indexer::split_lines(text.substr(16), 1), context, findings);
    CAPTURE(opener);
    CHECK(std::clock() - begin < 5 * CLOCKS_PER_SEC);
  }
}
