#include "indexer/inline/xrefs.h"

#include <doctest/doctest.h>

namespace {

struct Result {
  std::string text;
  std::size_t findings;
};

// The only article has the uid "help.start".
Result read(std::string_view text) {
  const indexer::RuleSet rules(false);
  indexer::Lines lines = indexer::split_lines(text, 1);
  indexer::mark_kinds(lines);
  indexer::DialectContext context;
  context.by_uid = [](std::string_view uid) {
    return uid == "help.start" ? std::optional(indexer::NamedArticle{"en/get started.md", "Get [started]"})
                               : std::nullopt;
  };
  indexer::RuleFindings unknown("unknown-syntax");
  indexer::read_xrefs(lines, context, unknown);
  indexer::FileFindings findings(rules, "a.md");
  unknown.report(findings);
  return {indexer::join_lines(lines), findings.list().size()};
}

struct Case {
  const char* theirs;
  const char* ours;
};

}  // namespace

TEST_CASE("xrefs: a uid leads to its article") {
  for (const auto& [theirs, ours] : {
           Case{"See <xref:help.start>.", "See [Get \\[started\\]](/en/get%20started.md).\n"},
           Case{"See <xref:help.start?displayProperty=name>.",
                "See [Get \\[started\\]](/en/get%20started.md).\n"},
           Case{"[here](xref:help.start#a) b", "[here](/en/get%20started.md) b\n"},
           Case{"(@help.start).", "([Get \\[started\\]](/en/get%20started.md)).\n"},
           Case{"@\"help.start\"", "[Get \\[started\\]](/en/get%20started.md)\n"},
       }) {
    CAPTURE(theirs);
    const Result result = read(theirs);
    CHECK(result.text == ours);
    CHECK(result.findings == 0);
  }
}

TEST_CASE("xrefs: a uid of nothing is shown, and what is none stays") {
  const Result missing = read("See <xref:System.String%2A>.");
  CHECK(missing.text == "See `System.String*`.\n");
  CHECK(missing.findings == 1);
  for (const char* const text :
       {"mira@help.start\n", "@someone else\n", "`<xref:help.start>`\n", "<xref:a b>\n"}) {
    CAPTURE(text);
    CHECK(read(text).text == text);
  }
}
