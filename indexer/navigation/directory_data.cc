#include "indexer/navigation/directory_data.h"

#include <array>
#include <map>
#include <optional>
#include <string>

#include "indexer/config/tool_files.h"
#include "indexer/front_matter/visibility.h"
#include "indexer/navigation/script_reader.h"
#include "kb/text/paths.h"

namespace indexer {

namespace {

constexpr std::array<std::string_view, 4> kDataEndings{".11tydata.json", ".11tydata.js", ".11tydata.cjs",
                                                       ".11tydata.mjs"};

std::string_view file_name(std::string_view path) { return path.substr(path.rfind('/') + 1); }

// What a data file speaks for, without extension: "faq" of faq/faq.json, "faq/a" of faq/a.11tydata.js.
std::optional<std::string> subject_of(std::string_view path) {
  const std::string_view folder = kb::parent_of(path);
  std::string_view stem;
  for (const std::string_view ending : kDataEndings) {
    if (path.ends_with(ending)) stem = file_name(path.substr(0, path.size() - ending.size()));
  }
  const bool is_own = !folder.empty() && file_name(path) == std::string(file_name(folder)) + ".json";
  if (stem.empty() && !is_own) return std::nullopt;
  return is_own || stem == file_name(folder) ? std::string(folder) : kb::child_of(folder, stem);
}

FrontMatter visibility_in(const ContentRoot& root, const std::string& path) {
  const RuleSet lenient(false);
  FileFindings ignored(lenient, path);
  const std::string text = tool_file_text(root, path);
  const auto data = path.ends_with(".json") ? read_json(text, ignored) : read_script(text, ignored);
  FrontMatter found;
  if (!data) return found;
  const YamlFields fields("front-matter-value", ignored);
  for (const YamlEntry& entry : data->entries) {
    read_other_visibility(fields, entry, found);
    found.draft = found.draft || (entry.key == "permalink" && entry.value.text == "false");
  }
  return found;
}

}  // namespace

void mark_by_directory_data(const ContentRoot& root, SourceTree& tree) {
  std::map<std::string, FrontMatter, std::less<>> data;
  for (const std::string& path : tree.other_files) {
    const auto subject = subject_of(path);
    if (!subject) continue;
    const FrontMatter found = visibility_in(root, path);
    FrontMatter& known = data[*subject];
    known.draft = known.draft || found.draft || found.unclear;
    known.unlisted = known.unlisted || found.unlisted;
  }
  if (data.empty()) return;
  for (SourceFile& file : tree.articles) {
    std::string_view path = std::string_view(file.path).substr(0, file.path.rfind('.'));
    for (; !path.empty(); path = kb::parent_of(path)) {
      const auto found = data.find(path);
      if (found == data.end()) continue;
      file.draft = file.draft || found->second.draft;
      file.unlisted = file.unlisted || found->second.unlisted;
    }
  }
}

}  // namespace indexer
