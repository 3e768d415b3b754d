// An article's text: whatever a writer, or a stranger's pull request, puts there, the HTML cannot run
// anything.
#include "indexer/markdown/markdown.h"

#include "indexer/source/file_text.h"
#include "tests/fuzz/fuzz.h"
#include "tests/fuzz/html_check.h"

namespace {

indexer::ResolvedLink as_written(indexer::LinkKind kind, std::string_view target, indexer::Position) {
  indexer::ResolvedLink link;
  link.url = std::string(target);
  link.as_link = kind == indexer::LinkKind::image && target.find(':') != target.npos;
  return link;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const indexer::RuleSet rules(true);
  indexer::Diagnostics diags(rules, "en/a.md");
  const auto text = indexer::to_file_text(std::string(fuzz::as_text(data, size)), diags);
  if (!text) return 0;
  const auto page = indexer::compile_markdown(*text, {}, as_written, diags);
  fuzz::must(!page.sections.empty(), "there is a section");
  for (const kb::Section& section : page.sections) {
    const std::string danger = fuzz::danger_in(section.heading_html + section.html, fuzz::Kind::fragment);
    fuzz::must(danger.empty(), "dangerous: " + danger);
  }
  return 0;
}
