#include "indexer/config/docfx_content.h"

#include <algorithm>
#include <filesystem>
#include <iterator>

#include "indexer/source/glob.h"
#include "indexer/source/source_tree.h"
#include "kb/text/ascii.h"
#include "kb/text/paths.h"

namespace indexer {

namespace {

constexpr std::size_t kMostDocfxGlobs = 200;  // of one list

// Of a list or of one text; DocFX does not tell upper from lower case.
std::vector<std::string> globs_of(const YamlNode* value) {
  std::vector<std::string> found;
  const auto add = [&](const YamlNode& node) {
    if (!node.is_scalar() || node.text.empty() || node.text.size() > kMaxGlobBytes) return;
    for (std::string& glob : without_braces(kb::to_lower(node.text))) {
      if (glob.starts_with("./")) glob.erase(0, 2);
      if (found.size() < kMostDocfxGlobs) found.push_back(std::move(glob));
    }
  };
  if (value == nullptr) return found;
  add(*value);
  for (const YamlNode& item : value->items) add(item);
  return found;
}

bool may_name_articles(std::string_view glob) { return glob.ends_with('*') || is_article(glob); }

}  // namespace

DocfxContent::DocfxContent(const YamlNode& config, const std::string& site) {
  const YamlNode* build = config.find("build");
  const YamlNode* content = build == nullptr ? nullptr : build->find("content");
  if (content == nullptr) return;
  const auto add = [&](const YamlNode& node) {
    const YamlNode* src = node.find("src");
    if (src == nullptr) src = node.find("cwd");
    std::filesystem::path folder(site);
    if (src != nullptr) folder /= src->text;
    Group group{kb::to_lower(folder.lexically_normal().generic_string()),
                globs_of(node.is_map() ? node.find("files") : &node), globs_of(node.find("exclude"))};
    while (group.folder.ends_with('/')) group.folder.pop_back();
    if (group.folder == ".") group.folder.clear();
    if (std::any_of(group.files.begin(), group.files.end(), may_name_articles))
      groups_.push_back(std::move(group));
  };
  if (!content->is_list()) add(*content);
  std::for_each(content->items.begin(), content->items.end(), add);
}

bool DocfxContent::has(std::string_view path) const {
  const std::string folded = kb::to_lower(path);
  return groups_.empty() || std::any_of(groups_.begin(), groups_.end(), [&](const Group& group) {
           std::string_view below = folded;
           if (!group.folder.empty()) {
             if (!below.starts_with(group.folder + "/")) return false;
             below.remove_prefix(group.folder.size() + 1);
           }
           const auto names = [&](const std::string& glob) { return matches_whole_path(glob, below); };
           const auto leaves_out = [&](const std::string& glob) { return matches_glob("/" + glob, below); };
           return std::any_of(group.files.begin(), group.files.end(), names) &&
                  std::none_of(group.exclude.begin(), group.exclude.end(), leaves_out);
         });
}

}  // namespace indexer
