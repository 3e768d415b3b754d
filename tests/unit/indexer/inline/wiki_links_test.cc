#include "indexer/inline/wiki_links.h"

#include <doctest/doctest.h>

namespace {

const indexer::RuleSet kRules(false);

struct Result {
  std::string text;
  std::vector<indexer::Finding> findings;
};

// Every name but "Missing" and numbers is a file of the folder `x y`.
Result read(std::string_view text) {
  indexer::Lines lines = indexer::split_lines(text, 1);
  indexer::mark_kinds(lines);
  indexer::DialectContext context;
  context.find = [](std::string_view name) -> std::optional<std::string> {
    if (name == "Missing" || name.find(" text") != std::string_view::npos ||
        name.find("*text") != std::string_view::npos || name == "0")
      return std::nullopt;
    const bool is_file = name.find('.') != std::string_view::npos;
    return "x y/" + std::string(name) + (is_file ? "" : ".md");
  };
  indexer::RuleFindings missing("unknown-syntax");
  indexer::read_wiki_links(lines, context, missing);
  indexer::FileFindings findings(kRules, "a.md");
  missing.report(findings);
  return {indexer::join_lines(lines), findings.take()};
}

struct Case {
  const char* theirs;
  const char* ours;
};

}  // namespace

TEST_CASE("Wiki links become links and images") {
  for (const auto& [theirs, ours] : {
           Case{"a [[Page]] b", "a [Page](/x%20y/Page.md) b\n"},
           Case{"[[Page#Some section?]]", "[Page > Some section?](/x%20y/Page.md#some-section)\n"},
           Case{"[[Page#A#B|text]]", "[text](/x%20y/Page.md#b)\n"},
           Case{"[[folder/My_page]]", "[My\\_page](/x%20y/folder/My_page.md)\n"},
           Case{"| [[Page\\|text]] |", "| [text](/x%20y/Page.md) |\n"},
           Case{"[[#Here]]", "[Here](#here)\n"},
           Case{"[[Page#^abc123]]", "[Page](/x%20y/Page.md)\n"},
           Case{"[[Some text|Page]]", "[Some text](/x%20y/Page.md)\n"},
           Case{"[[https://a.example/b|text]]", "[text](<https://a.example/b>)\n"},
           Case{"![[Page]]", "[Page](/x%20y/Page.md)\n"},
           Case{"![[pic.png]]", "![](/x%20y/pic.png)\n"},
           Case{"![[pic.png|300]] ![[pic.png|A view|300x200]]",
                "![](/x%20y/pic.png){width=300} ![A view](/x%20y/pic.png){width=300 height=200}\n"},
           Case{"[[pic.png|alt=A view|width=300px]]", "![A view](/x%20y/pic.png){width=300}\n"},
           Case{"![[manual.pdf#page=3]]", "[manual.pdf](/x%20y/manual.pdf)\n"},
           Case{"![[clip.mp4]]", "![clip.mp4](/x%20y/clip.mp4)\n"},
           Case{"[[clip.mp4|Film]]", "[Video: Film](/x%20y/clip.mp4)\n"},
           Case{"A paragraph. ^para-1", "A paragraph.\n"},
           Case{"^abc123", "\n"},
       }) {
    CAPTURE(theirs);
    CHECK(read(theirs).text == ours);
    CHECK(read(theirs).findings.empty());
  }
}

TEST_CASE("A wiki link to nothing keeps its text and is named") {
  const Result result = read("é [[Missing|some *text*]]\n\n[[Missing]]");
  CHECK(result.text == "é some *text*\n\nMissing\n");
  REQUIRE(result.findings.size() == 2);
  CHECK(result.findings[1].message ==
        "the wiki link `[[Missing|some *text*]]` leads to no article and no file, its text is kept");
  CHECK(result.findings[1].at.line == 1);
  CHECK(result.findings[1].at.column == 3);
}

TEST_CASE("What looks like a wiki link stays") {
  for (const char* text : {"list[[0]]\n", "[[0]]\n", "[[text]](target)\n", "[[ -f x ]]\n",
                           "[[!INCLUDE [a](b)]]\n", "`[[Page]]`\n", "\\[[Page]]\n", "[[Page\n", "x ^2\n",
                           "[[a][b]]\n", "[[*a* b]]\n\n[*a* b]: /c\n", "![[a]]\n\n[[a]]: /b\n", "2 ^10\n"}) {
    CHECK(read(text).text == text);
  }
}
