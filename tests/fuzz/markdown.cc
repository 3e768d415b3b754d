// An article's file, from its bytes to its page: whatever a writer, or a stranger's pull request, puts there,
// the HTML cannot run anything, and neither its size nor the time grows out of bounds. tools/fuzz bounds the
// memory.
#include "indexer/markdown/markdown.h"

#include <ctime>

#include "indexer/front_matter/front_matter.h"
#include "indexer/source/file_text.h"
#include "tests/fuzz/fuzz.h"
#include "tests/fuzz/html_check.h"

namespace {

constexpr std::size_t kMaxPageBytes = 4U << 20U;
// The sanitizers and the fuzzer's counters make everything 30 times slower: a sixteenth of the largest
// article in four times its bound. tests/hostile has the largest ones.
constexpr std::size_t kMaxPatternBytes = indexer::kMaxArticleBytes / 16;
constexpr std::clock_t kMaxTime = 8 * CLOCKS_PER_SEC;

indexer::ResolvedLink as_written(indexer::LinkKind kind, std::string_view target, indexer::Position) {
  indexer::ResolvedLink link;
  link.url = std::string(target);
  link.as_link = kind == indexer::LinkKind::image && target.find(':') != target.npos;
  return link;
}

// A byte that begins no text makes a pattern of the rest, so that a few bytes become a large article.
std::string article_of(std::string_view data) {
  const auto first = data.empty() ? 0U : static_cast<unsigned char>(data[0]);
  if (first < 0x80U || first > 0xBFU) return std::string(data);
  std::string text;
  for (unsigned i = 0; i < (first - 0x7FU) * 64; ++i) {
    if (text.size() + data.size() > kMaxPatternBytes) break;
    text += data.substr(1);
  }
  return text;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const indexer::RuleSet rules(true);
  indexer::FileFindings findings(rules, "en/a.md");
  const auto text = indexer::to_file_text(article_of(fuzz::as_text(data, size)), findings);
  if (!text) return 0;
  const std::clock_t begin = std::clock();
  const indexer::FrontMatter meta = indexer::read_front_matter(*text, findings);
  const auto page =
      indexer::compile_markdown(std::string_view(*text).substr(meta.body_offset), {}, as_written, findings);
  fuzz::must(std::clock() - begin < kMaxTime, "an article takes too long");
  fuzz::must(!page.sections.empty(), "there is a section");
  std::size_t page_size = 0;
  for (const kb::Section& section : page.sections) {
    const std::string danger = fuzz::danger_in(section.heading_html + section.html, fuzz::Kind::fragment);
    fuzz::must(danger.empty(), "dangerous: " + danger);
    page_size += section.heading_html.size() + section.html.size();
  }
  fuzz::must(page_size <= kMaxPageBytes, "the page is larger than 4 MiB");
  return 0;
}
