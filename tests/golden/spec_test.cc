// The CommonMark specification's examples through our compiler: rendering is altered only where we mean it.
// The specification is the npm package commonmark-spec (tests/spec); without it the test is skipped.
#define DOCTEST_CONFIG_IMPLEMENT_WITH_MAIN
#include <doctest/doctest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <map>
#include <sstream>
#include <string>
#include <vector>

#include "html_normaliser.h"
#include "indexer/markdown/markdown.h"
#include "kb/model/article.h"

namespace {

struct Example {
  int number = 0;
  std::string markdown;
  std::string html;
};

// Where our output differs on purpose, and why.
const char* const kOldParser = "cmark-gfm follows version 0.29 of the specification";
const char* const kComponent = "<Warning> is an alert in MDX";
const char* const kAutolink = "GFM links bare URLs and addresses too";
const std::map<int, std::string> kDifferences = {
    {28, kOldParser},   // &#87654321; is U+FFFD, not text
    {163, kComponent},  // <Warning>*bar*</Warning>
    {354, kOldParser},  // currency signs were no punctuation
    {602, kAutolink},   // <https://foo.bar/baz bim>
    {606, kAutolink},   // <foo\+@bar.example.com>
    {608, kAutolink},   // < https://foo.bar >
    {611, kAutolink},   // https://example.com
    {612, kAutolink},   // foo@bar.example.com
    {626, kOldParser},  // <!--> was no comment
};

std::string spec_path() {
  const char* path = std::getenv("FIRSTLINE_SPEC_FILE");
  return path != nullptr ? path : FIRSTLINE_SPEC_FILE;
}

// The specification shows a tab as an arrow.
std::string with_tabs(std::string text) {
  constexpr std::string_view kArrow = "\u2192";
  for (std::size_t at = text.find(kArrow); at != std::string::npos; at = text.find(kArrow, at)) {
    text.replace(at, kArrow.size(), "\t");
  }
  return text;
}

std::vector<Example> read_examples(const std::string& path) {
  const std::string fence(32, '`');
  std::vector<Example> examples;
  std::ifstream file(path);
  std::string* part = nullptr;
  for (std::string line; std::getline(file, line);) {
    if (line == fence + " example") {
      examples.push_back({static_cast<int>(examples.size()) + 1, "", ""});
      part = &examples.back().markdown;
    } else if (line == fence) {
      part = nullptr;
    } else if (line == "." && part == &examples.back().markdown) {
      part = &examples.back().html;
    } else if (part != nullptr) {
      *part += with_tabs(line) + "\n";
    }
  }
  return examples;
}

std::string our_html(const std::string& markdown) {
  const indexer::RuleSet rules(false);
  indexer::FileFindings findings(rules, "spec.md");
  indexer::MarkdownOptions options;
  options.title = "not the heading of any example";
  const auto keep = [](indexer::LinkKind, std::string_view target, indexer::Position) {
    indexer::ResolvedLink link;
    link.url = std::string(target);
    return link;
  };
  std::string html;
  for (const kb::Section& section : indexer::compile_markdown(markdown, options, keep, findings).sections) {
    html += section.heading_html + "\n" + section.html + "\n";
  }
  return html;
}

}  // namespace

TEST_CASE("CommonMark: every example renders as the specification says, except those we alter on purpose") {
  if (!std::filesystem::exists(spec_path())) {
    MESSAGE("skipped: run `npm ci` in tests/spec to check against the CommonMark specification");
    return;
  }
  const std::vector<Example> examples = read_examples(spec_path());
  CHECK(examples.size() == 652);
  for (const Example& example : examples) {
    CAPTURE(example.number);
    CAPTURE(example.markdown);
    const std::string expected = normalise_html(example.html);
    const std::string ours = normalise_html(our_html(example.markdown));
    if (kDifferences.contains(example.number)) {
      CHECK_MESSAGE(ours != expected, "is the same now: take it off the list");
    } else {
      CHECK(ours == expected);
    }
  }
}
