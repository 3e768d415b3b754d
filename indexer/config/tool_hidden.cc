#include "indexer/config/tool_hidden.h"

#include <algorithm>
#include <array>
#include <filesystem>

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
  bool is_of_exceptions = false;  // only `!a` leaves out a, other patterns name what there is
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
    List{".vitepress/config/index.mts", "srcExclude", true},
    List{".vitepress/config/index.ts", "srcExclude", true},
    List{".vitepress/config/index.js", "srcExclude", true},
    List{".vuepress/config.js", "pagePatterns", true, false, false, true},
    List{".vuepress/config.ts", "pagePatterns", true, false, false, true},
    List{".vuepress/config.js", "patterns", true, false, false, true},
    List{"docusaurus.config.js", "exclude", true},
    List{"docusaurus.config.ts", "exclude", true},
    List{"conf.py", "exclude_patterns"},
    List{"source/conf.py", "exclude_patterns", true},
    List{"_config.yml", "exclude_patterns"},
    List{"myst.yml", "exclude"},
    List{"retype.yml", "exclude", false, true},
    List{"quartz.config.ts", "ignorePatterns", true},
};

constexpr std::array<std::string_view, 9> kHugoSettings{"hugo.toml",
                                                        "hugo.yaml",
                                                        "hugo.json",
                                                        "config.toml",
                                                        "config.yaml",
                                                        "config.json",
                                                        "config/_default/hugo.toml",
                                                        "config/_default/config.toml",
                                                        "config/_default/hugo.yaml"};

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

// "a" of `!a`.
std::vector<std::string> exceptions_of(const std::vector<std::string>& globs) {
  std::vector<std::string> found;
  for (const std::string& glob : globs) {
    if (glob.starts_with('!')) found.push_back(glob.substr(1));
  }
  return found;
}

// Of a list or of one text.
std::vector<std::string> texts_in(const YamlNode& map, std::string_view key) {
  std::vector<std::string> found;
  const YamlNode* value = map.find(key);
  if (value == nullptr) return found;
  if (value->is_scalar()) found.push_back(value->text);
  for (const YamlNode& item : value->items) found.push_back(item.text);
  return found;
}

std::string_view text_at(const YamlNode* map, std::string_view key) {
  const YamlNode* value = map == nullptr ? nullptr : map->find(key);
  return value == nullptr ? std::string_view() : std::string_view(value->text);
}

}  // namespace

ToolHidden::ToolHidden(const ContentRoot& root, const DocsFolder& docs) {
  const auto text_of = [&](std::string_view file) {
    return tool_file_text(root, kb::child_of(docs.site, file));
  };
  const auto settings = [&](std::string_view file) {
    return parse_tool_file(file, text_of(file)).value_or(YamlNode{});
  };
  for (const List& list : kLists) {
    std::vector<std::string> globs = listed_texts(text_of(list.file), list.key);
    if (list.is_of_exceptions) globs = exceptions_of(globs);
    add(list.is_draft ? drafts_ : left_out_, globs, list.below_docs ? docs.docs : docs.site,
        list.is_gitignore);
  }
  for (const std::string_view file : kIgnoreFiles)
    add(left_out_, patterns_of(text_of(file)), docs.site, true);
  if (docs.tool == "Mintlify")
    add(left_out_, {"README.md", "LICENSE.md", "CHANGELOG.md", "CONTRIBUTING.md"}, docs.site, true);
  const YamlNode jekyll = settings("_config.yml");
  add_jekyll_defaults(jekyll, docs.site);
  if (docs.tool == "Jekyll") add_jekyll(jekyll, docs.site);
  add_docfx(settings("docfx.json"), docs.site);
  add_mkdocs_plugin(settings("mkdocs.yml"), docs.docs);
  for (std::size_t i = 0; docs.tool == "Hugo" && i < kHugoSettings.size(); ++i) {
    for (const std::string& one : texts_in(settings(kHugoSettings[i]), "ignoreFiles"))
      left_out_names_.add(one);
    regex_folder_ = docs.site;
  }
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
void ToolHidden::add_jekyll_defaults(const YamlNode& config, const std::string& site) {
  const YamlNode* defaults = config.find("defaults");
  if (defaults == nullptr) return;
  for (const YamlNode& one : defaults->items) {
    if (text_at(one.find("values"), "published") != "false") continue;
    const YamlNode* scope = one.find("scope");
    const std::string type(text_at(scope, "type"));
    std::string glob(kb::trim(text_at(scope, "path"), "/"));
    if (!type.empty() && type != "pages") {
      if (!glob.empty()) glob += '/';
      glob += "**/_" + type;
    }
    add(drafts_, {glob.empty() ? "**" : glob}, site, false);
  }
}

// Of folders with a `_` Jekyll builds posts, what is included, and collections with `output: true`.
void ToolHidden::add_jekyll(const YamlNode& config, const std::string& site) {
  if (!config.is_map()) return;
  jekyll_ = site;
  public_folders_ = {"_posts", "_drafts"};  // drafts are kept back, and shown in a preview
  for (const std::string& one : texts_in(config, "include")) public_folders_.emplace(kb::trim(one, "/."));
  const YamlNode* collections = config.find("collections");
  if (collections == nullptr) return;
  for (const YamlNode& item : collections->items) collections_.insert("_" + item.text);
  for (const YamlEntry& entry : collections->entries) {
    const bool has_pages = text_at(&entry.value, "output") == "true";
    (has_pages ? public_folders_ : collections_).insert("_" + entry.key);
  }
}

// `build: {content: [{files: [...], exclude: [...]}]}`: one group may bring in what another leaves out.
void ToolHidden::add_docfx(const YamlNode& config, const std::string& site) {
  const YamlNode* build = config.find("build");
  const YamlNode* content = build == nullptr ? nullptr : build->find("content");
  if (content == nullptr) return;
  std::optional<std::set<std::string>> everywhere;
  for (const YamlNode& group : content->items) {
    const std::string from = (std::filesystem::path(text_at(&group, "src")) / "").lexically_normal();
    const std::vector<std::string> files = texts_in(group, "files");
    const bool has_articles = std::any_of(files.begin(), files.end(), [](const std::string& glob) {
      return glob.ends_with("md") || glob.ends_with('*') || glob.ends_with('}');
    });
    if (!has_articles) continue;
    std::set<std::string> own;
    for (const std::string& glob : texts_in(group, "exclude")) own.insert((from == "./" ? "" : from) + glob);
    if (everywhere) std::erase_if(*everywhere, [&](const std::string& glob) { return !own.contains(glob); });
    if (!everywhere) everywhere = std::move(own);
  }
  if (everywhere) add(left_out_, {everywhere->begin(), everywhere->end()}, site, false);
}

// `plugins: [{exclude: {glob: [...], regex: [...]}}]`. A `*` of this plugin stands for folders, too.
void ToolHidden::add_mkdocs_plugin(const YamlNode& config, const std::string& docs) {
  const YamlNode* plugins = config.find("plugins");
  if (plugins == nullptr) return;
  std::vector<const YamlNode*> all{plugins->find("exclude")};
  for (const YamlNode& item : plugins->items) all.push_back(item.find("exclude"));
  for (const YamlNode* exclude : all) {
    if (exclude == nullptr) continue;
    for (std::string glob : texts_in(*exclude, "glob")) {
      if (glob.ends_with("/*")) glob += '*';
      add(left_out_, {glob, glob.starts_with("*") && glob.find('/') == std::string::npos ? "**/" + glob : ""},
          docs, false);
    }
    for (const std::string& one : texts_in(*exclude, "regex")) left_out_names_.add("^(?:" + one + ")");
    regex_folder_ = docs;
  }
}

bool ToolHidden::is_underscored(std::string_view path) const {
  for (std::size_t slash = path.find('/'); slash != std::string_view::npos; slash = path.find('/')) {
    if (path.starts_with('_') && !public_folders_.contains(path.substr(0, slash))) return true;
    path.remove_prefix(slash + 1);
  }
  return false;
}

bool ToolHidden::is_left_out(std::string_view path) const {
  if (matches(left_out_, path)) return true;
  const auto below = [&](std::string_view folder) {
    return path.substr(folder.empty() || !path.starts_with(folder) ? 0 : folder.size() + 1);
  };
  return (jekyll_ && is_underscored(below(*jekyll_))) || left_out_names_.match(below(regex_folder_));
}

bool ToolHidden::is_without_page(std::string_view path) const {
  return std::any_of(collections_.begin(), collections_.end(), [&](const std::string& folder) {
    return ("/" + std::string(path)).find("/" + folder + "/") != std::string::npos;
  });
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
