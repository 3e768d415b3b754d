#include "indexer/config/tool_hidden.h"

#include <algorithm>
#include <array>

#include "indexer/config/tool_files.h"
#include "indexer/lines/lines.h"
#include "indexer/source/glob.h"
#include "kb/text/ascii.h"
#include "kb/text/paths.h"

namespace indexer {

namespace {

constexpr std::size_t kMostPatterns = 200;

// A list of patterns in a file of settings.
struct List {
  std::string_view file;
  std::string_view key;
  bool below_docs = false;    // counts from the folder of the articles, not from the site's
  bool is_gitignore = false;  // a pattern without / matches in every folder
  bool is_draft = false;
};

constexpr std::array kLists{
    List{"mkdocs.yml", "exclude_docs", true, true},
    List{"mkdocs.yaml", "exclude_docs", true, true},
    List{"mkdocs.yml", "draft_docs", true, true, true},
    List{"mkdocs.yaml", "draft_docs", true, true, true},
    List{"_config.yml", "exclude"},
    List{"_config.yaml", "exclude"},
    List{".vitepress/config.mts", "srcExclude", true},
    List{".vitepress/config.ts", "srcExclude", true},
    List{".vitepress/config.mjs", "srcExclude", true},
    List{".vitepress/config.js", "srcExclude", true},
    List{"docusaurus.config.js", "exclude", true},
    List{"docusaurus.config.ts", "exclude", true},
    List{"conf.py", "exclude_patterns"},
    List{"source/conf.py", "exclude_patterns", true},
    List{"quartz.config.ts", "ignorePatterns", true},
};

constexpr std::array<std::string_view, 3> kIgnoreFiles{".mintignore", ".bookignore", ".eleventyignore"};

// Of a file like .gitignore.
std::vector<std::string> patterns_of(std::string_view text) {
  std::vector<std::string> found;
  for (const Line& line : split_lines(text, 1)) {
    const std::string_view content = kb::trim(line.text, kb::kBlanks);
    if (!content.empty() && !content.starts_with('#')) found.emplace_back(content);
  }
  return found;
}

}  // namespace

ToolHidden::ToolHidden(const ContentRoot& root, const DocsFolder& docs) {
  for (const List& list : kLists) {
    const std::string text = tool_file_text(root, kb::child_of(docs.site, list.file));
    add(list.is_draft ? drafts_ : left_out_, listed_texts(text, list.key),
        list.below_docs ? docs.docs : docs.site, list.is_gitignore);
  }
  for (const std::string_view file : kIgnoreFiles)
    add(left_out_, patterns_of(tool_file_text(root, kb::child_of(docs.site, file))), docs.site, true);
  add_jekyll_defaults(tool_file_text(root, kb::child_of(docs.site, "_config.yml")), docs.site);
}

void ToolHidden::add(Patterns& to, const std::vector<std::string>& globs, const std::string& folder,
                     bool is_gitignore) {
  for (std::string_view glob : globs) {
    Pattern pattern;
    pattern.folder = folder;
    pattern.brings_back = glob.starts_with('!');
    if (pattern.brings_back) glob.remove_prefix(1);
    if (glob.starts_with("./")) glob.remove_prefix(2);
    while (glob.ends_with('/')) glob.remove_suffix(1);
    pattern.is_anchored = !is_gitignore || glob.find('/') != std::string_view::npos;
    if (glob.starts_with('/')) glob.remove_prefix(1);
    if (glob.empty() || glob.size() > kMaxGlobBytes || to.size() >= kMostPatterns) continue;
    pattern.glob = glob;
    to.push_back(std::move(pattern));
  }
}

// `defaults: [{scope: {path: internal}, values: {published: false}}]`
void ToolHidden::add_jekyll_defaults(std::string text, const std::string& site) {
  const auto config = parse_tool_file("_config.yml", std::move(text));
  const YamlNode* defaults = config ? config->find("defaults") : nullptr;
  if (defaults == nullptr) return;
  for (const YamlNode& one : defaults->items) {
    const YamlNode* scope = one.find("scope");
    const YamlNode* values = one.find("values");
    const YamlNode* published = values == nullptr ? nullptr : values->find("published");
    if (published == nullptr || published->text != "false") continue;
    const YamlNode* path = scope == nullptr ? nullptr : scope->find("path");
    const YamlNode* type = scope == nullptr ? nullptr : scope->find("type");
    std::string glob = path == nullptr ? "" : std::string(kb::trim(path->text, "/"));
    if (type != nullptr && !type->text.empty() && type->text != "pages") {
      if (!glob.empty()) glob += '/';
      glob += "**/_" + type->text;
    }
    add(drafts_, {glob.empty() ? "**" : glob}, site, false);
  }
}

// The last pattern that matches decides.
bool ToolHidden::matches(const Patterns& patterns, std::string_view path) {
  bool found = false;
  for (const Pattern& one : patterns) {
    if (found != one.brings_back) continue;
    std::string_view below = path;
    if (!one.folder.empty()) {
      if (!path.starts_with(one.folder + "/")) continue;
      below.remove_prefix(one.folder.size() + 1);
    }
    const bool is_one_part = one.glob.find('/') == std::string::npos;
    if (one.is_anchored && is_one_part) below = below.substr(0, below.find('/'));
    if (matches_glob(one.glob, below)) found = !one.brings_back;
  }
  return found;
}

}  // namespace indexer
