// An article's file: its front matter is read or reported, and no position points outside the text.
#include "indexer/front_matter/front_matter.h"

#include "indexer/source/file_text.h"
#include "tests/fuzz/fuzz.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const indexer::RuleSet rules(true);
  indexer::FileFindings findings(rules, "en/a.md");
  const auto text = indexer::to_file_text(std::string(fuzz::as_text(data, size)), findings);
  if (!text) {
    fuzz::must(!findings.list().empty(), "what is refused is reported");
    return 0;
  }
  const indexer::FrontMatter meta = indexer::read_front_matter(*text, findings);
  fuzz::must(meta.body_offset <= text->size(), "the body begins inside the text");
  fuzz::must(meta.title.find('\n') == std::string::npos, "a title is one line");
  for (const auto& finding : findings.list()) {
    fuzz::must(finding.at.line >= 1 && finding.at.column >= 1, "a finding has a place");
    fuzz::must(!finding.message.empty(), "a finding says something");
  }
  return 0;
}
