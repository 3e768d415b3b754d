#include "indexer/article/permalinks.h"

#include <algorithm>
#include <map>
#include <set>

#include "indexer/article/permalink_pattern.h"
#include "indexer/config/tool_files.h"
#include "indexer/source/article_id.h"
#include "indexer/source/languages.h"
#include "kb/model/own_addresses.h"
#include "kb/text/paths.h"
#include "kb/text/percent.h"

namespace indexer {

namespace {

// "faq/descale" of "/faq/descale.html", "/faq/descale/" and "/faq/descale/index.html"; "" of "/".
std::string plain_path(std::string_view permalink) {
  for (const std::string_view end : {"index.html", ".html", ".htm", ".md"}) {
    if (permalink.ends_with(end)) permalink.remove_suffix(end.size());
  }
  while (permalink.ends_with('/')) permalink.remove_suffix(1);
  while (permalink.starts_with('/')) permalink.remove_prefix(1);
  return std::string(permalink);
}

// `/de/faq/a` of a page in German is its path with the language before it.
std::string_view without_language(std::string_view path, std::string_view lang) {
  const std::size_t slash = path.find('/');
  return slash != std::string_view::npos && language_code(path.substr(0, slash)) == lang
             ? path.substr(slash + 1)
             : path;
}

// The address that the page asks for; "" when it may have none but its own.
std::string wanted_url(const Page& page) {
  const std::string plain = plain_path(page.meta.permalink);
  const std::string path(without_language(plain, page.lang));
  if (path.empty() || page.id.is_folder) return "";
  // A folder "faq/descale" has the URL "/en/faq/descale/".
  std::string url = category_url(page.lang, id_from_path(path + "/index.md").category);
  url.pop_back();
  const bool is_own = kb::is_own_below_language(std::string_view(url).substr(page.lang.size() + 2));
  return is_own ? "" : url;
}

std::set<std::string> addresses(const std::vector<Page>& pages) {
  std::set<std::string> taken;
  for (const Page& page : pages) {
    if (page.meta.permalink.empty() || page.id.is_folder) taken.insert(page.url);
    for (std::string_view category = page.id.category; !category.empty();
         category = kb::parent_of(category)) {
      std::string url = category_url(page.lang, category);
      url.pop_back();
      taken.insert(std::move(url));
    }
  }
  return taken;
}

void add_alias(Page& page, std::string path) {
  page.meta.aliases.push_back({std::move(path), page.meta.slug_at, true});
}

using Patterns = std::map<std::string, std::string>;  // by folder, "content/posts/"

void add_patterns(const YamlNode* map, const std::string& before, Patterns& out) {
  if (map == nullptr) return;
  for (const YamlEntry& entry : map->entries) {
    const YamlNode* inner = entry.value.find("permalink");  // of a collection
    const std::string& pattern = inner == nullptr ? entry.value.text : inner->text;
    if (pattern.find("/:") != std::string::npos) out.emplace(before + entry.key + "/", pattern);
  }
}

Patterns patterns_of(const ContentRoot& root, const DocsFolder& docs) {
  Patterns found;
  const auto settings = [&](std::string_view name) {
    return parse_tool_file(name, tool_file_text(root, kb::child_of(docs.site, name))).value_or(YamlNode{});
  };
  if (docs.tool == "Jekyll") {
    const YamlNode config = settings("_config.yml");
    const YamlNode* folder = config.find("collections_dir");
    const std::string around = kb::child_of(docs.site, folder == nullptr ? "" : folder->text);
    add_patterns(config.find("collections"), around.empty() ? "_" : around + "/_", found);
  }
  for (const std::string_view name :
       {"hugo.toml", "hugo.yaml", "config.toml", "config.yaml", "config/_default/hugo.toml",
        "config/_default/config.toml", "config/_default/permalinks.toml"}) {
    if (docs.tool != "Hugo") break;
    const YamlNode config = settings(name);
    const YamlNode* permalinks = name.ends_with("permalinks.toml") ? &config : config.find("permalinks");
    if (permalinks == nullptr) continue;
    add_patterns(permalinks, docs.docs + "/", found);
    add_patterns(permalinks->find("page"), docs.docs + "/", found);
  }
  return found;
}

}  // namespace

void use_permalinks(std::vector<Page>& pages, std::string_view tool) {
  for (Page& page : pages) {
    std::string& permalink = page.meta.permalink;
    if (permalink.find("/:") != std::string::npos) permalink = permalink_of_pattern(permalink, page, tool);
  }
  std::set<std::string> taken = addresses(pages);
  for (Page& page : pages) {
    const std::string& permalink = page.meta.permalink;
    if (plain_path(permalink).empty()) continue;
    const std::string url = wanted_url(page);
    if (!url.empty() && taken.insert(url).second) page.url = url;
    const std::string below_language = permalink.substr(permalink.find_first_not_of('/'));
    add_alias(page, "/" + below_language);
    add_alias(page, below_language);
    add_alias(page, plain_path(permalink));
  }
}

void add_pattern_addresses(const ContentRoot& root, const DocsFolder& docs, std::vector<Page>& pages) {
  const Patterns patterns = patterns_of(root, docs);
  if (patterns.empty()) return;
  for (Page& page : pages) {
    for (const auto& [folder, pattern] : patterns) {
      const bool is_in = page.file.path.starts_with(folder);
      if (!is_in || page.id.is_folder) continue;
      std::string address = permalink_of_pattern(pattern, page, docs.tool);
      while (address.size() > 1 && address.ends_with('/')) address.pop_back();
      if (address.size() > 1 && address.starts_with('/')) add_alias(page, std::move(address));
    }
  }
}

void add_docs_addresses(std::vector<Page>& pages, const std::string& first_language) {
  for (Page& page : pages) {
    const std::string path = page.url.substr(page.lang.size() + 1);
    const std::string language = page.lang == first_language ? "" : "/" + page.lang;
    add_alias(page, kb::percent_decode_leniently(language + "/docs" + path));
  }
}

}  // namespace indexer
