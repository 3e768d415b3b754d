#include "indexer/inline/unknown_tags.h"

#include <doctest/doctest.h>

namespace {

struct Result {
  std::string text;
  std::size_t findings;
};

Result read(std::string_view text) {
  const indexer::RuleSet rules(false);
  indexer::Lines lines = indexer::split_lines(text, 1);
  indexer::mark_kinds(lines);
  indexer::RuleFindings unknown("unknown-syntax");
  indexer::remove_unknown_tags(lines, unknown);
  indexer::FileFindings findings(rules, "a.md");
  unknown.report(findings);
  return {indexer::join_lines(lines), findings.list().size()};
}

struct Case {
  const char* theirs;
  const char* ours;
};

}  // namespace

TEST_CASE("unknown tags: one with a line to itself goes, its title and what is inside stay") {
  for (const auto& [theirs, ours] : {
           Case{"a\n{% chart %}\nb", "a\n\nb\n"},
           Case{"{{< my-box title=\"Your *box*\" >}}\ninside\n{{< /my-box >}}",
                "**Your \\*box\\***\n\ninside\n"},
           Case{"{{% lead \"Two words\" %}}\nb", "**Two words**\n\nb\n"},
           Case{"> {% quote %}\n> b\n> {% endquote %}", "> b\n"},
           Case{"- a\n\n  {{< gone id=\"x\" >}}\n\n  b", "- a\n\n\n  b\n"},
           Case{"a {{< abbr \"FAQ\" >}}questions{{< /abbr >}} b", "a questions b\n"},
       }) {
    CAPTURE(theirs);
    const Result result = read(theirs);
    CHECK(result.text == ours);
    CHECK(result.findings == 1);
  }
}

TEST_CASE("unknown tags: what a text is about, and code, stay") {
  for (const char* const text :
       {"Write {% and %} around it.\n", "`{% chart %}` and {{ name }}\n", "```\n{% chart %}\n```\n",
        "a {% b %} c {% endd %} e\n", "{% not closed\n"}) {
    CAPTURE(text);
    const Result result = read(text);
    CHECK(result.text == text);
    CHECK(result.findings == 0);
  }
}
