#include "indexer/navigation/docs_parts.h"

#include <algorithm>
#include <array>
#include <map>
#include <tuple>

#include "indexer/article/target_finder.h"
#include "indexer/config/tool_files.h"
#include "indexer/navigation/script_reader.h"
#include "indexer/navigation/tree_entries.h"
#include "indexer/source/languages.h"
#include "indexer/yaml/yaml_fields.h"
#include "kb/text/ascii.h"
#include "kb/text/paths.h"

namespace indexer {

namespace {

constexpr std::array<std::string_view, 4> kDocusaurusSettings{
    "docusaurus.config.js", "docusaurus.config.ts", "docusaurus.config.mjs", "docusaurus.config.cjs"};
constexpr std::array<std::string_view, 3> kSettingsEndings{".toml", ".yaml", ".json"};

// Below the content folder; "" for none.
std::string part_folder(const DocsFolder& docs, const std::string& folder) {
  if (folder.empty()) return "";
  const std::string path = join_path(docs.site, folder);
  return path.starts_with("..") || path.starts_with('/') ? "" : path;
}

void add_part(DocsFolder& docs, DocsPart part) {
  const std::string below = docs.site.empty() ? "" : docs.site + "/";
  part.name = part.folder.starts_with(below) ? part.folder.substr(below.size()) : part.folder;
  const bool is_new = std::none_of(docs.parts.begin(), docs.parts.end(),
                                   [&](const DocsPart& one) { return one.folder == part.folder; });
  if (!part.folder.empty() && is_new) docs.parts.push_back(std::move(part));
}

// `plugins: [['@docusaurus/plugin-content-docs', {id: 'a', path: 'a', routeBasePath: 'a'}]]`. A folder within
// the docs themselves is read with them.
void add_plugins(const YamlNode& config, DocsFolder& docs) {
  const YamlNode* plugins = value_of(config, "plugins");
  if (plugins == nullptr) return;
  for (const YamlNode& plugin : plugins->items) {
    if (plugin.items.size() < 2 || !plugin.items[0].text.ends_with("content-docs")) continue;
    const YamlNode& options = plugin.items[1];
    const std::string folder = part_folder(docs, text_of(options, "path"));
    if (folder.starts_with(docs.docs + "/") || docs.docs.empty()) continue;
    const YamlNode* route = value_of(options, "routeBasePath");
    const std::string prefix(kb::trim(route == nullptr ? "docs" : route->text, "/"));
    add_part(docs, {folder, "", prefix, "", text_of(options, "id")});
  }
}

// A language of Hugo, before they are in order.
struct HugoLanguage {
  std::string code;
  std::string folder;
  double weight = 0;
};

// `without_folder`: set when the articles of one lie in the site's folder.
void add_languages(const YamlNode& languages, std::vector<HugoLanguage>& out, DocsFolder& docs,
                   bool& without_folder) {
  for (const YamlEntry& entry : languages.entries) {
    const auto code = language_code(entry.key);
    const std::string folder = text_of(entry.value, "contentDir");
    if (text_of(entry.value, "disabled") == "true") docs.closed_languages.push_back(kb::to_lower(entry.key));
    without_folder = without_folder || (code && folder.empty());
    if (code && !folder.empty())
      out.push_back({*code, folder, parse_number(text_of(entry.value, "weight")).value_or(0)});
  }
}

// `mounts: [{source: content/de, target: content, lang: de}]`
void add_mounts(const YamlNode& module, std::vector<HugoLanguage>& out) {
  const YamlNode* mounts = value_of(module, "mounts");
  if (mounts == nullptr) return;
  for (const YamlNode& mount : mounts->items) {
    const auto code = language_code(text_of(mount, "lang"));
    if (code && text_of(mount, "target") == "content") out.push_back({*code, text_of(mount, "source"), 0});
  }
}

void add_hugo(const ContentRoot& root, DocsFolder& docs) {
  std::vector<HugoLanguage> found;
  std::string first = "en";
  std::string content = "content";
  bool needs_content = false;
  const auto read = [&](const std::string& name) {
    return parse_tool_file(name, tool_file_text(root, kb::child_of(docs.site, name))).value_or(YamlNode{});
  };
  for (const std::string_view ending : kSettingsEndings) {
    for (const std::string_view name : {"hugo", "config", "config/_default/hugo", "config/_default/config"}) {
      const YamlNode config = read(std::string(name) + std::string(ending));
      if (const YamlNode* languages = value_of(config, "languages"))
        add_languages(*languages, found, docs, needs_content);
      if (const YamlNode* disabled = value_of(config, "disableLanguages")) {
        for (const YamlNode& one : disabled->items) docs.closed_languages.push_back(kb::to_lower(one.text));
      }
      if (const YamlNode* module = value_of(config, "module")) add_mounts(*module, found);
      if (const std::string named = text_of(config, "defaultContentLanguage"); !named.empty())
        first = language_code(named).value_or(first);
      if (const std::string named = text_of(config, "contentDir"); !named.empty()) content = named;
    }
    add_languages(read("config/_default/languages" + std::string(ending)), found, docs, needs_content);
    add_mounts(read("config/_default/module" + std::string(ending)), found);
  }
  std::erase_if(found, [&](const HugoLanguage& one) {
    const auto& closed = docs.closed_languages;
    const bool is_closed = std::find(closed.begin(), closed.end(), kb::to_lower(one.code)) != closed.end();
    if (is_closed && one.folder != content) docs.closed_folders.push_back(part_folder(docs, one.folder));
    return is_closed;
  });
  std::stable_sort(found.begin(), found.end(), [&](const HugoLanguage& a, const HugoLanguage& b) {
    return std::tuple(a.code != first, a.weight, a.code) < std::tuple(b.code != first, b.weight, b.code);
  });
  for (const HugoLanguage& one : found) add_part(docs, {part_folder(docs, one.folder), "", "", one.code, ""});
  if (docs.parts.empty()) return;
  const std::string own = needs_content ? part_folder(docs, content) : docs.parts.front().folder;
  if (!own.empty()) docs.docs = own;
}

// `i18n: {locales: ['en', 'fr'], localeConfigs: {fr: {path: 'fr-FR'}}}`. Nothing when the list holds more
// than names.
void add_locales(const YamlNode& config, DocsFolder& docs) {
  const YamlNode* i18n = value_of(config, "i18n");
  const YamlNode* locales = i18n == nullptr ? nullptr : value_of(*i18n, "locales");
  if (locales == nullptr) return;
  const YamlNode* details = value_of(*i18n, "localeConfigs");
  std::vector<std::string> folders;
  for (const YamlNode& locale : locales->items) {
    if (!locale.is_scalar() || locale.text.empty()) return;
    const YamlNode* own = details == nullptr ? nullptr : value_of(*details, locale.text);
    const std::string path = own == nullptr ? "" : text_of(*own, "path");
    folders.push_back(path.empty() ? locale.text : path);
  }
  docs.locales = std::move(folders);
}

}  // namespace

void add_docs_parts(const ContentRoot& root, DocsFolder& docs) {
  if (docs.tool == "Hugo") add_hugo(root, docs);
  if (docs.tool != "Docusaurus") return;
  for (const std::string_view name : kDocusaurusSettings) {
    const RuleSet rules(false);
    FileFindings ignored(rules, std::string(name));
    const auto config = read_script(tool_file_text(root, kb::child_of(docs.site, name)), ignored);
    if (!config) continue;
    add_plugins(*config, docs);
    add_locales(*config, docs);
  }
}

}  // namespace indexer
