#include "indexer/navigation/hidden_in_folder.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <set>
#include <string>

#include "indexer/config/tool_files.h"
#include "indexer/findings/finding_list.h"
#include "indexer/navigation/nav_list_reader.h"
#include "indexer/navigation/script_reader.h"
#include "indexer/navigation/tree_entries.h"
#include "kb/text/paths.h"

namespace indexer {

namespace {

constexpr std::array<std::string_view, 6> kScripts{".js", ".jsx", ".mjs", ".ts", ".tsx", ".mts"};

std::string_view name_of(std::string_view path) { return path.substr(path.rfind('/') + 1); }

bool is_script(std::string_view name) {
  return std::any_of(kScripts.begin(), kScripts.end(), [&](auto end) { return name.ends_with(end); });
}

// _meta.json, _meta.en.json, _meta.ts, _meta.global.js
bool is_nextra(std::string_view name) {
  return name.starts_with("_meta.") && (name.ends_with(".json") || is_script(name));
}

// meta.json, meta.fr.json
bool is_fumadocs(std::string_view name) { return name.starts_with("meta.") && name.ends_with(".json"); }

// Paths without extension, of articles and of folders.
class HiddenNames {
 public:
  void hide(const std::string& path) {
    if (name_of(path) != "index") hidden_.insert(path);
  }

  // `*` says what holds for all that do not say it themselves.
  void add_nextra(const YamlNode& map, const std::string& folder) {
    for (const YamlEntry& entry : map.entries) {
      const std::string path = kb::child_of(folder, entry.key);
      const std::string display = text_of(entry.value, "display");
      if (entry.key == "*") {
        if (display == "hidden") hidden_folders_.insert(folder);
      } else if (display == "hidden") {
        hide(path);
      } else if (!display.empty()) {
        shown_.insert(path);
      }
      if (const YamlNode* items = value_of(entry.value, "items")) add_nextra(*items, path);
    }
  }

  void add_fumadocs(const YamlNode& map, const std::string& folder) {
    const YamlNode* pages = value_of(map, "pages");
    if (pages == nullptr) return;
    for (const YamlNode& page : pages->items) {
      if (page.text.starts_with('!')) hide(kb::child_of(folder, page.text.substr(1)));
    }
  }

  bool is_hidden(std::string_view article) const {
    std::string_view path = article;
    const std::size_t name_begin = article.size() - name_of(article).size();
    for (std::size_t dot = path.rfind('.'); dot != std::string_view::npos && dot > name_begin;
         dot = path.rfind('.')) {  // "a" and "a.fr" of a.fr.mdx
      path = path.substr(0, dot);
      if (hidden_.contains(path)) return true;
    }
    for (; !path.empty(); path = kb::parent_of(path)) {
      if (hidden_.contains(path)) return true;
      const bool is_index = name_of(path) == "index";
      if (hidden_folders_.contains(kb::parent_of(path)) && !shown_.contains(path) && !is_index) return true;
    }
    return false;
  }

 private:
  using Paths = std::set<std::string, std::less<>>;
  Paths hidden_;
  Paths shown_;
  Paths hidden_folders_;  // with all in them that is not shown
};

}  // namespace

std::vector<Finding> mark_hidden(const ContentRoot& root, const DocsFolder& docs, const RuleSet& rules,
                                 SourceTree& tree) {
  HiddenNames names;
  std::vector<Finding> findings;
  for (const std::string& path : tree.other_files) {
    const std::string_view name = name_of(path);
    if (!is_nextra(name) && !is_fumadocs(name)) continue;
    const RuleSet lenient(false);
    FileFindings reading(lenient, path);
    const std::string text = tool_file_text(root, path);
    const auto map = is_script(name) ? read_script(text, reading) : read_json(text, reading);
    if (!map) {
      report(findings, rules, path, kNavigationSyntax, reading.list().back().at,
             fmt::format("what is hidden cannot be read here: {}", reading.list().back().message));
    } else if (is_nextra(name)) {
      const bool is_of_site = name.starts_with("_meta.global.");
      names.add_nextra(*map, is_of_site ? docs.docs : std::string(kb::parent_of(path)));
    } else {
      names.add_fumadocs(*map, std::string(kb::parent_of(path)));
    }
  }
  for (const std::string& path : tree.navigation) {
    if (name_of(path) != ".pages") continue;
    const auto map = parse_tool_file(path, tool_file_text(root, path));
    if (map && text_of(*map, "hide") == "true") names.hide(std::string(kb::parent_of(path)));
  }
  for (SourceFile& file : tree.articles) file.unlisted = file.unlisted || names.is_hidden(file.path);
  return findings;
}

}  // namespace indexer
