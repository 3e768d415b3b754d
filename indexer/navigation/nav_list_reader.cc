#include "indexer/navigation/nav_list_reader.h"

#include "indexer/article/target_finder.h"
#include "indexer/navigation/script_reader.h"
#include "indexer/navigation/summary_reader.h"
#include "indexer/navigation/tree_entries.h"
#include "kb/text/paths.h"

namespace indexer {

namespace {

// The text with empty lines for all but the values of two keys. The rest of mkdocs.yml configures plugins,
// with tags that no other program can read.
std::string navigation_of_mkdocs(std::string_view text) {
  std::string out;
  bool is_wanted = false;
  while (!text.empty()) {
    const std::string_view line = text.substr(0, text.find('\n'));
    text.remove_prefix(std::min(line.size() + 1, text.size()));
    const bool goes_on =
        line.empty() || std::string_view(" \t-#").find(line.front()) != std::string_view::npos;
    if (!goes_on) is_wanted = line.starts_with("nav:") || line.starts_with("docs_dir:");
    if (is_wanted) out += line;
    out += '\n';
  }
  return out;
}

std::optional<NavList> mkdocs(std::string_view text, std::string_view folder, FileFindings& findings) {
  const auto root = read_yaml(navigation_of_mkdocs(text), 1, kNavigationSyntax, findings);
  if (!root) return std::nullopt;
  NavList list;
  const std::string docs = text_of(*root, "docs_dir");
  list.base = join_path(folder, docs.empty() ? "docs" : docs);
  if (const YamlNode* nav = value_of(*root, "nav")) list.entries = titled_entries(*nav);
  return list;
}

NavList awesome_pages(const YamlNode& root) {
  NavList list;
  list.note.title = text_of(root, "title");
  const std::string order = text_of(root, "order");
  list.is_descending = order == "desc";
  const YamlNode* nav = value_of(root, "nav");
  if (nav == nullptr) nav = value_of(root, "arrange");
  if (nav != nullptr) list.entries = titled_entries(*nav);
  if (nav == nullptr && !order.empty()) list.entries = {{"", "...", {}}};
  return list;
}

NavList of_tree(std::string_view name, const YamlNode& root) {
  NavList list;
  if (name == ".pages") return awesome_pages(root);
  if (name == "toc.yml") list.entries = toc_entries(root);
  if (name == "docs.json" || name == "mint.json") list.entries = mintlify_entries(root);
  if (name.starts_with("sidebars.")) list.entries = sidebar_entries(root);
  if (name.starts_with("_category_.")) list.note = category_note(root);
  return list;
}

std::optional<YamlNode> read_tree(std::string_view name, std::string_view text, FileFindings& findings) {
  if (name.ends_with(".json")) return read_json(text, findings);
  if (name.ends_with(".js") || name.ends_with(".ts")) return read_script(text, findings);
  return read_yaml(text, 1, kNavigationSyntax, findings);
}

}  // namespace

std::optional<NavList> read_nav_list(const std::string& path, std::string_view text, FileFindings& findings) {
  const std::string_view folder = kb::parent_of(path);
  const std::string_view name = std::string_view(path).substr(path.rfind('/') + 1);
  if (name == "mkdocs.yml") return mkdocs(text, folder, findings);
  NavList list;
  if (name == "SUMMARY.md") {
    auto entries = read_summary(text, findings);
    if (!entries) return std::nullopt;
    list.entries = std::move(*entries);
  } else {
    const auto root = read_tree(name, text, findings);
    if (!root) return std::nullopt;
    list = of_tree(name, *root);
  }
  const bool is_docusaurus =
      name.starts_with("sidebars.");  // in the folder of docs/, or in website/ beside docs/
  list.base = is_docusaurus ? join_path(folder, "docs") : std::string(folder);
  if (is_docusaurus) list.other_base = join_path(folder, "../docs");
  return list;
}

}  // namespace indexer
