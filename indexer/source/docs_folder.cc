#include "indexer/source/docs_folder.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <vector>

#include "kb/model/error.h"
#include "kb/text/ascii.h"
#include "kb/text/paths.h"

namespace indexer {

namespace {

constexpr std::string_view kPlugin = "docusaurus-plugin-content-docs/";
constexpr std::string_view kPluginOfPart = "docusaurus-plugin-content-docs-";
constexpr std::string_view kVersions = "versioned_docs";
constexpr std::string_view kCurrent = "current";

// How a tool is known, and where its pages lie.
struct Tool {
  std::string_view name;
  std::string_view settings;  // file, as it lies in the site's folder
  std::string_view key;       // of the pages' folder in it; "" when none is asked for
  std::array<std::string_view, 3>
      docs;  // otherwise the first of these that holds articles; "." is the site's
};

constexpr std::array kTools{
    Tool{"MkDocs", "mkdocs.yml", "docs_dir", {"docs"}},
    Tool{"MkDocs", "mkdocs.yaml", "docs_dir", {"docs"}},
    Tool{"Docusaurus", "docusaurus.config.js", "", {"docs", "../docs"}},
    Tool{"Docusaurus", "docusaurus.config.ts", "", {"docs", "../docs"}},
    Tool{"Docusaurus", "docusaurus.config.mjs", "", {"docs", "../docs"}},
    Tool{"Docusaurus", "docusaurus.config.js", "path", {}},
    Tool{"Docusaurus", "docusaurus.config.ts", "path", {}},
    Tool{"Docusaurus", "sidebars.js", "", {"docs"}},
    Tool{"Docusaurus", "sidebars.ts", "", {"docs"}},
    Tool{"Starlight", "astro.config.mjs", "", {"src/content/docs"}},
    Tool{"Starlight", "astro.config.ts", "", {"src/content/docs"}},
    Tool{"Starlight", "astro.config.js", "", {"src/content/docs"}},
    Tool{"Hugo", "hugo.toml", "contentDir", {"content"}},
    Tool{"Hugo", "hugo.yaml", "contentDir", {"content"}},
    Tool{"Hugo", "hugo.json", "contentDir", {"content"}},
    Tool{"Hugo", "config.toml", "contentDir", {"content"}},
    Tool{"Hugo", "config.yaml", "contentDir", {"content"}},
    Tool{"Hugo", "config/_default/hugo.toml", "contentDir", {"content"}},
    Tool{"Hugo", "config/_default/config.toml", "contentDir", {"content"}},
    Tool{"Zola", "zola.toml", "", {"content"}},
    Tool{"mdBook", "book.toml", "src", {"src"}},
    Tool{"Fumadocs", "source.config.ts", "", {"content/docs"}},
    Tool{"Nextra", "next.config.mjs", "", {"content", "src/content", "pages"}},
    Tool{"Nextra", "next.config.js", "", {"content", "src/content", "pages"}},
    Tool{"Grav", "user/config/system.yaml", "", {"user/pages"}},
    Tool{"Grav", "user/config/site.yaml", "", {"user/pages"}},
    Tool{"Quartz", "quartz.config.ts", "", {"content"}},
    Tool{"Sphinx", "source/conf.py", "", {"source"}},
    Tool{"VitePress", ".vitepress/config.mts", "srcDir", {"."}},
    Tool{"VitePress", ".vitepress/config.ts", "srcDir", {"."}},
    Tool{"VitePress", ".vitepress/config.mjs", "srcDir", {"."}},
    Tool{"VitePress", ".vitepress/config.js", "srcDir", {"."}},
    Tool{"VuePress", ".vuepress/config.js", "", {"."}},
    Tool{"VuePress", ".vuepress/config.ts", "", {"."}},
    Tool{"GitBook", ".gitbook.yaml", "root", {"."}},
    Tool{"Mintlify", "docs.json", "", {"."}},
    Tool{"Mintlify", "mint.json", "", {"."}},
    Tool{"Sphinx", "conf.py", "", {"."}},
    Tool{"Sphinx", "_toc.yml", "", {"."}},  // Jupyter Book
    Tool{"Sphinx", "myst.yml", "", {"."}},
    Tool{"Hexo", "_config.yml", "source_dir", {}},
    Tool{"Jekyll", "_config.yml", "", {"."}},
    Tool{"GitBook", "book.json", "root", {"."}},
};

// Folders that sites lie in, in repositories of something else.
constexpr std::array<std::string_view, 10> kSiteFolders{"",     "docs", "doc",    "documentation", "website",
                                                        "site", "help", "manual", "docs-site",     "web"};

bool lies_in(std::string_view path, std::string_view folder) {
  return folder.empty() || (path.starts_with(folder) && path.substr(folder.size()).starts_with('/'));
}

// The folder without "." and ".."; nullopt when it leads out.
std::optional<std::string> folder_at(std::string_view site, std::string_view folder) {
  std::string path = (std::filesystem::path(site) / folder).lexically_normal().generic_string();
  while (path.ends_with('/')) path.pop_back();
  if (path == ".") path.clear();
  if (path.starts_with("..") || path.starts_with('/')) return std::nullopt;
  return path;
}

// What a line has behind its key: `docs_dir: pages`, `src = "pages"`, `path: 'pages',`, `docs: {path:
// 'pages'}`, `export default { srcDir: 'pages' }`. "" for none.
std::string value_behind(std::string_view line, std::string_view key) {
  if (const std::size_t brace = line.find('{'); brace != std::string_view::npos && !line.starts_with(key))
    line = kb::trim(line.substr(brace + 1));
  if (line.starts_with('"')) line.remove_prefix(1);
  if (!line.starts_with(key)) return "";
  line = kb::trim(line.substr(key.size()), " \t\"");
  if (!line.starts_with(':') && !line.starts_with('=')) return "";
  line = kb::trim(line.substr(1));
  const bool is_quoted = line.starts_with('"') || line.starts_with('\'');
  const std::size_t end = is_quoted ? line.find(line.front(), 1) : line.find_first_of(" ,#");
  return std::string(is_quoted ? line.substr(1, end - 1) : line.substr(0, end));
}

// What the key has first; of several folders beside one another, as Hugo has for languages, the one around.
std::string setting(std::string_view text, std::string_view key) {
  std::string first;
  while (!key.empty() && !text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    const std::string value = value_behind(kb::trim(text.substr(0, end)), key);
    text.remove_prefix(std::min(end + 1, text.size()));
    if (first.empty()) first = value;
    const std::string_view around = kb::parent_of(first);
    if (value != first && !around.empty() && around == kb::parent_of(value)) return std::string(around);
  }
  return first;
}

// Zola has config.toml, as Hugo does, but `base_url` where Hugo has `baseURL`.
std::string name_of(const Tool& tool, std::string_view settings) {
  return tool.settings == "config.toml" && !setting(settings, "base_url").empty() ? "Zola"
                                                                                  : std::string(tool.name);
}

class Search {
 public:
  Search(const ContentRoot& root, const SourceTree& tree) : root_(root), tree_(tree) {}

  DocsFolder run() const {
    if (const auto top = in_site("")) return *top;
    std::vector<DocsFolder> below;
    for (const std::string& site : folders()) {
      const auto found = in_site(site);
      const bool is_known = std::any_of(below.begin(), below.end(), [&](const DocsFolder& one) {
        return found && one.docs == found->docs;  // seen from docs/ and from docs/source/
      });
      if (found && !is_known) below.push_back(*found);
    }
    if (below.empty()) return only_summary();
    if (below.size() != 1 || !is_likely(below.front())) return {};
    return below.front();
  }

 private:
  std::size_t articles_in(std::string_view folder) const {
    return static_cast<std::size_t>(
        std::count_if(tree_.articles.begin(), tree_.articles.end(),
                      [&](const SourceFile& file) { return lies_in(file.path, folder); }));
  }

  // Folders of at most two levels, the top left out.
  std::vector<std::string> folders() const {
    std::vector<std::string> all;
    for (const SourceFile& file : tree_.articles) {
      std::size_t slash = file.path.find('/');
      for (int level = 0; level < 2 && slash != std::string::npos; ++level) {
        all.push_back(file.path.substr(0, slash));
        slash = file.path.find('/', slash + 1);
      }
    }
    std::sort(all.begin(), all.end());
    all.erase(std::unique(all.begin(), all.end()), all.end());
    return all;
  }

  // Of several tools the first in the table.
  std::optional<DocsFolder> in_site(const std::string& site) const {
    for (const Tool& tool : kTools) {
      const auto file = read_tool_file(root_, kb::child_of(site, tool.settings));
      if (!file) continue;
      const std::string named = setting(file->bytes, tool.key);
      for (const std::string_view name :
           {std::string_view(named), tool.docs[0], tool.docs[1], tool.docs[2]}) {
        const auto docs = name.empty() ? std::nullopt : folder_at(site, name);
        if (docs && articles_in(*docs) > 0) return DocsFolder{name_of(tool, file->bytes), site, *docs};
      }
    }
    return std::nullopt;
  }

  // GitBook needs no settings: the only SUMMARY.md, in a folder that is named like one of a site.
  DocsFolder only_summary() const {
    std::vector<std::string> found;
    for (const std::string& path : tree_.navigation) {
      if (path.substr(path.rfind('/') + 1) == "SUMMARY.md") found.emplace_back(kb::parent_of(path));
    }
    if (found.size() != 1 || found.front().empty()) return {};
    const DocsFolder one{"GitBook", found.front(), found.front()};
    const bool is_named = std::find(kSiteFolders.begin(), kSiteFolders.end(), one.site) != kSiteFolders.end();
    return is_named && articles_in(one.docs) > 0 ? one : DocsFolder{};
  }

  bool is_likely(const DocsFolder& one) const {
    const bool is_named = std::find(kSiteFolders.begin(), kSiteFolders.end(), one.site) != kSiteFolders.end();
    return is_named || 2 * articles_in(one.docs) >= tree_.articles.size();
  }

  const ContentRoot& root_;
  const SourceTree& tree_;
};

// Whether it is in a language that the site does not show: in its folder, or "a.de.md".
bool is_in_closed_language(const DocsFolder& docs, std::string_view path) {
  const auto& folders = docs.closed_folders;
  if (std::any_of(folders.begin(), folders.end(), [&](const auto& one) { return lies_in(path, one); }))
    return true;
  if (docs.closed_languages.empty()) return false;
  const std::string_view below =
      path.substr(lies_in(path, docs.docs) && !docs.docs.empty() ? docs.docs.size() + 1 : 0);
  const std::string name = std::filesystem::path(path).stem().extension().string();
  return std::any_of(docs.closed_languages.begin(), docs.closed_languages.end(),
                     [&](const std::string& lang) {
                       return lies_in(kb::to_lower(below), lang) || kb::to_lower(name) == "." + lang;
                     });
}

// Whether it is translated to a language that Docusaurus does not build.
bool is_in_other_locale(const DocsFolder& docs, std::string_view path) {
  const std::string translations = kb::child_of(docs.site, "i18n");
  if (docs.locales.empty() || !lies_in(path, translations)) return false;
  const std::string_view below = path.substr(translations.size() + 1);
  const std::string_view locale = below.substr(0, below.find('/'));
  return std::find(docs.locales.begin(), docs.locales.end(), locale) == docs.locales.end();
}

// i18n/de/docusaurus-plugin-content-docs-ID/current/a.md
bool is_translated_part(const DocsFolder& docs, std::string_view path) {
  if (!lies_in(path, "i18n")) return false;
  const std::size_t plugin = std::min(path.find('/', 5), path.size() - 1) + 1;
  return std::any_of(docs.parts.begin(), docs.parts.end(), [&](const DocsPart& part) {
    const std::string folder = std::string(kPluginOfPart) + part.id + "/current";
    return !part.id.empty() && lies_in(path.substr(plugin), folder);
  });
}

}  // namespace

std::optional<ContentBytes> read_tool_file(const ContentRoot& root, const std::string& path) {
  try {
    const ContentTarget target = root.resolve(path);
    if (target.problem != ContentTarget::Problem::none || root.kind(target.path) != ContentKind::file)
      return std::nullopt;
    return root.read(target.path, kMaxToolFileBytes);
  } catch (const kb::Error&) {
    return std::nullopt;
  }
}

DocsFolder find_docs_folder(const ContentRoot& root, const SourceTree& tree) {
  return Search(root, tree).run();
}

DocsFolder named_docs_folder(const std::string& folder) {
  const auto docs = folder_at("", folder);
  return {"", "", docs.value_or("")};
}

const DocsPart* part_of(const DocsFolder& docs, std::string_view path) {
  const DocsPart* found = nullptr;
  for (const DocsPart& part : docs.parts) {
    const bool is_inner = found == nullptr || part.folder.size() > found->folder.size();
    if (is_inner && lies_in(path, part.folder)) found = &part;
  }
  return found;
}

std::optional<std::string> path_in_docs(const DocsFolder& docs, std::string_view path) {
  if (is_in_closed_language(docs, path) || is_in_other_locale(docs, path)) return std::nullopt;
  if (const DocsPart* part = part_of(docs, path))
    return part->name + std::string(path.substr(part->folder.size()));
  const bool has_parts = docs.tool == "Mintlify" && lies_in(path, kb::child_of(docs.docs, "snippets"));
  const bool is_versioned = docs.tool == "Docusaurus";
  if (lies_in(path, docs.docs) && !has_parts && (!is_versioned || version_prefix(docs, kCurrent)))
    return std::string(path.substr(docs.docs.empty() ? 0 : docs.docs.size() + 1));
  if (!is_versioned || !lies_in(path, docs.site)) return std::nullopt;
  path.remove_prefix(docs.site.empty() ? 0 : docs.site.size() + 1);
  if (is_translated_part(docs, path)) return std::string(path);
  const auto version = version_of(path);
  return version && version_prefix(docs, *version) ? std::optional<std::string>(path) : std::nullopt;
}

std::optional<std::string_view> version_of(std::string_view path) {
  constexpr std::string_view kVersion = "version-";
  if (lies_in(path, kVersions)) {
    path.remove_prefix(kVersions.size() + 1);
  } else {
    const std::size_t plugin = lies_in(path, "i18n") ? path.find('/', 5) : std::string_view::npos;
    if (plugin == std::string_view::npos || !path.substr(plugin + 1).starts_with(kPlugin))
      return std::nullopt;
    path.remove_prefix(plugin + 1 + kPlugin.size());
  }
  const std::size_t end = path.find('/');
  if (end == std::string_view::npos) return std::nullopt;
  path = path.substr(0, end);
  if (path == kCurrent) return path;
  return path.starts_with(kVersion) ? std::optional(path.substr(kVersion.size())) : std::nullopt;
}

std::optional<std::string> version_prefix(const DocsFolder& docs, std::string_view version) {
  const auto found = std::find(docs.versions.begin(), docs.versions.end(), version);
  if (found == docs.versions.end()) return std::nullopt;
  return found == docs.versions.begin() ? "" : *found;
}

std::string place_of(const DocsFolder& docs, std::string_view folder) {
  for (const DocsPart& part : docs.parts) {
    if (part.name == folder) return part.folder;
  }
  if (folder.empty()) return docs.docs;
  const bool is_of_site =
      docs.tool == "Docusaurus" && (lies_in(folder, "i18n") || lies_in(folder, kVersions));
  return kb::child_of(is_of_site ? docs.site : docs.docs, folder);
}

std::size_t drop_outside(const DocsFolder& docs, std::vector<SourceFile>& articles) {
  return std::erase_if(articles, [&](const SourceFile& file) { return !path_in_docs(docs, file.path); });
}

std::string describe(const DocsFolder& docs) {
  if (docs.docs.empty()) return "";
  std::string folders = docs.docs + "/";
  for (const DocsPart& part : docs.parts) {
    if (part.folder != docs.docs) folders += ", " + part.folder + "/";
  }
  return fmt::format("{} ({})", folders, docs.tool.empty() ? "site.yaml" : docs.tool);
}

}  // namespace indexer
