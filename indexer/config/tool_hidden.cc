#include "indexer/config/tool_hidden.h"

#include <algorithm>
#include <array>
#include <iterator>

#include "indexer/config/tool_files.h"
#include "indexer/lines/lines.h"
#include "indexer/source/glob.h"
#include "kb/text/ascii.h"
#include "kb/text/paths.h"
#include "kb/text/wildcards.h"

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

// Whether Quartz has a filter that lets through only what says `publish: true`.
bool publishes_by_name(std::string_view settings) {
  for (const Line& line : split_lines(settings, 1)) {
    const std::string_view content = kb::trim(line.text);
    if (content.find("ExplicitPublish(") < content.find("//")) return true;
  }
  return false;
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
    const bool is_hexo = docs.tool == "Hexo" && list.key == "exclude";
    const bool is_jekyll = list.file.starts_with("_config.") && list.key == "exclude" && !is_hexo;
    add(list.is_draft ? drafts_ : left_out_, globs, list.below_docs || is_hexo ? docs.docs : docs.site,
        is_jekyll           ? Style::jekyll
        : list.is_gitignore ? Style::gitignore
                            : Style::folders);
  }
  for (const std::string_view file : kIgnoreFiles)
    add(left_out_, patterns_of(text_of(file)), docs.site, Style::gitignore);
  if (docs.tool == "Mintlify")
    add(left_out_, {"README.md", "LICENSE.md", "CHANGELOG.md", "CONTRIBUTING.md"}, docs.site,
        Style::gitignore);
  if (docs.tool == "Jekyll")  // what its own settings leave out when nobody says more
    add(left_out_, {"node_modules/", "vendor/bundle/", "vendor/cache/", "vendor/gems/", "vendor/ruby/"},
        docs.site, Style::jekyll);
  all_drafts_ = publishes_by_name(text_of("quartz.config.ts"));
  const YamlNode jekyll = settings("_config.yml");
  add_jekyll_defaults(jekyll, docs.site);
  if (docs.tool == "Jekyll") add_jekyll(jekyll, docs.site);
  if (docs.tool == "Hexo") add_hexo(jekyll, docs.docs);
  docfx_ = DocfxContent(settings("docfx.json"), docs.site);
  add_mkdocs_plugin(settings("mkdocs.yml"), docs.docs);
  if (docs.tool == "Zola") {
    for (const std::string_view file : {"zola.toml", "config.toml"})
      add(left_out_, texts_in(settings(file), "ignored_content"), docs.site, Style::zola);
  }
  for (std::size_t i = 0; docs.tool == "Hugo" && i < kHugoSettings.size(); ++i) {
    for (const std::string& one : texts_in(settings(kHugoSettings[i]), "ignoreFiles"))
      left_out_names_.add(one);
    regex_folder_ = docs.site;
  }
}

void ToolHidden::add(Patterns& to, const std::vector<std::string>& globs, const std::string& folder,
                     Style style) {
  std::vector<std::string> all;
  for (const std::string& glob : globs) {
    if (glob.size() > kMaxGlobBytes) continue;
    std::vector<std::string> simple = without_braces(glob);
    std::move(simple.begin(), simple.end(), std::back_inserter(all));
  }
  for (std::string_view glob : all) {
    Pattern pattern;
    pattern.folder = folder;
    pattern.style = style;
    pattern.brings_back = glob.starts_with('!');
    if (pattern.brings_back) glob.remove_prefix(1);
    if (glob.starts_with("./")) glob.remove_prefix(2);
    while (style != Style::jekyll && glob.ends_with('/')) glob.remove_suffix(1);
    pattern.is_anchored = style != Style::gitignore || glob.find('/') != std::string_view::npos;
    if (glob.starts_with('/')) glob.remove_prefix(1);
    if (glob.empty() || to.size() >= kMostPatterns) continue;
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
    add(drafts_, {glob.empty() ? "**" : glob}, site, Style::folders);
  }
}

// Of folders with a `_` Hexo builds posts and what is included.
void ToolHidden::add_hexo(const YamlNode& config, const std::string& docs) {
  jekyll_ = docs;
  public_folders_ = {"_posts", "_drafts"};
  for (const std::string& one : texts_in(config, "include")) {
    const std::string_view name = kb::trim(one, "/.*");
    public_folders_.emplace(name.substr(0, name.find('/')));
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
          docs, Style::folders);
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
  if (matches(left_out_, path) || !docfx_.has(path)) return true;
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

bool ToolHidden::matches_one(const Pattern& one, std::string_view below) {
  if (one.style == Style::jekyll) {
    if (below.starts_with(one.glob)) return true;
    for (std::string_view path = below; !path.empty(); path = kb::parent_of(path)) {
      if (kb::matches_wildcards(one.glob, path)) return true;
    }
    return false;
  }
  if (one.style == Style::zola) {
    while (!kb::matches_wildcards(one.glob, below)) {
      const std::size_t slash = below.find('/');
      if (slash == std::string_view::npos) return false;
      below.remove_prefix(slash + 1);
    }
    return true;
  }
  const bool is_one_part = one.glob.find('/') == std::string::npos;
  return matches_glob(one.glob, one.is_anchored && is_one_part ? below.substr(0, below.find('/')) : below);
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
    if (matches_one(one, below)) found = !one.brings_back;
  }
  return found;
}

}  // namespace indexer
