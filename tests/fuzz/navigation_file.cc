// A navigation file of another tool, named by the first line: it is read, or the report says why not.
#include "indexer/navigation/nav_list_reader.h"
#include "indexer/source/file_text.h"
#include "indexer/source/source_tree.h"
#include "tests/fuzz/fuzz.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const indexer::RuleSet rules(false);
  const std::string_view input = fuzz::as_text(data, size);
  const std::string name(input.substr(0, input.find('\n')));
  if (!indexer::is_navigation(name)) return 0;
  indexer::FileFindings findings(rules, name);
  const auto text =
      indexer::to_file_text(std::string(input.substr(std::min(name.size() + 1, size))), findings);
  if (!text) return 0;
  const auto list = indexer::read_nav_list(name, *text, findings);
  fuzz::must(list || !findings.list().empty(), "what is refused is reported");
  return 0;
}
