#include "indexer/navigation/nav_list_reader.h"

#include <fmt/format.h>

#include "indexer/article/target_finder.h"
#include "indexer/navigation/script_reader.h"
#include "indexer/navigation/summary_reader.h"
#include "indexer/navigation/tree_entries.h"
#include "indexer/source/file_text.h"
#include "kb/model/error.h"
#include "kb/text/paths.h"

namespace indexer {

namespace {

constexpr std::size_t kMaxNavigationBytes = 1024 * 1024;

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
  if (name == "_toc.yml" || name == "myst.yml") list.entries = book_entries(root);
  if (name == "docs.json" || name == "mint.json") {
    const YamlNode* seo = value_of(root, "seo");
    list.entries = mintlify_entries(root);
    list.shows_hidden = seo != nullptr && text_of(*seo, "indexing") == "all";
  }
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
  if (name.ends_with(".md")) {
    auto entries = read_summary(text, findings);
    if (!entries) return std::nullopt;
    list.entries = std::move(*entries);
  } else {
    const auto root = read_tree(name, text, findings);
    if (!root) return std::nullopt;
    list = of_tree(name, *root);
    list.is_partial = text.find("\"$ref\"") != std::string_view::npos;
  }
  const bool is_docusaurus =
      name.starts_with("sidebars.");  // in the folder of docs/, or in website/ beside docs/
  list.base = is_docusaurus ? join_path(folder, "docs") : std::string(folder);
  if (is_docusaurus) list.other_base = join_path(folder, "../docs");
  return list;
}

std::optional<NavList> read_nav_file(const ContentRoot& root, const std::string& path,
                                     FileFindings& findings) {
  const ContentTarget target = root.resolve(path);
  if (target.problem != ContentTarget::Problem::none)
    return std::nullopt;  // a link that the tree's walk reported
  try {
    ContentBytes file = root.read(target.path, kMaxNavigationBytes);
    if (file.size > kMaxNavigationBytes) {
      findings.report(kNavigationSyntax, {}, fmt::format("the file is over {} bytes", kMaxNavigationBytes));
      return std::nullopt;
    }
    const auto text = to_file_text(std::move(file.bytes), findings);
    return text ? read_nav_list(path, *text, findings) : std::nullopt;
  } catch (const kb::Error& error) {
    findings.report(kNavigationSyntax, {}, error.what());
    return std::nullopt;
  }
}

}  // namespace indexer
