#include "indexer/source/languages.h"

#include <fmt/format.h>
#include <unicode/uloc.h>

#include <algorithm>
#include <array>
#include <map>
#include <set>

#include "indexer/source/found_languages.h"
#include "kb/text/ascii.h"
#include "kb/text/paths.h"

namespace indexer {

namespace {

bool is_known_language(std::string_view code) {
  const char* const* known = uloc_getISOLanguages();
  for (; *known; ++known) {
    if (code == *known) return true;
  }
  return false;
}

const std::set<std::string, std::less<>>& locales() {
  static const auto all = [] {
    std::set<std::string, std::less<>> names;
    for (int32_t i = 0; i < uloc_countAvailable(); ++i) {
      const std::string name = uloc_getAvailable(i);
      names.insert(name);
      // zh_Hans_CN is written zh_CN.
      if (const std::size_t script = name.find('_'); name.find('_', script + 1) == script + 5)
        names.insert(name.substr(0, script) + name.substr(script + 5));
    }
    return names;
  }();
  return all;
}

std::string cased(std::string_view part, bool is_first) {
  std::string out = kb::to_lower(part);
  if (is_first) return out;
  if (part.size() == 4) out.front() = kb::to_upper(out.front());
  if (part.size() == 2)
    std::transform(out.begin(), out.end(), out.begin(), [](char c) { return kb::to_upper(c); });
  return out;
}

std::vector<SitePage> site_pages(const std::vector<SourceFile>& articles, const DocsFolder& docs) {
  std::vector<SitePage> pages;
  for (const SourceFile& file : articles) {
    if (part_of(docs, file.path) != nullptr) continue;  // see add_parts()
    if (auto path = path_in_docs(docs, file.path)) pages.push_back({std::move(*path), &file.text});
  }
  return pages;
}

// The folders that settings name need no guess. `is_all`: no article lies outside them.
void add_parts(const DocsFolder& docs, bool is_all, Languages& found) {
  std::vector<DocsPart> parts = docs.parts;
  const auto has_language = [](const DocsPart& part) { return !part.lang.empty(); };
  if (is_all && !found.named && std::any_of(parts.begin(), parts.end(), has_language)) {
    found.codes.clear();
    found.rest_lang.reset();
  }
  for (const DocsPart& part : parts) {
    if (has_language(part) && !found.named) found.add(part.lang);
  }
  std::stable_sort(parts.begin(), parts.end(), [](const DocsPart& a, const DocsPart& b) {
    return a.folder.size() > b.folder.size();  // the inner one counts
  });
  const std::string rest = found.rest_lang.value_or(found.codes.front());
  std::vector<LanguageFolder> folders;
  for (const DocsPart& part : parts) {
    const std::string& lang = has_language(part) ? part.lang : rest;
    if (std::find(found.codes.begin(), found.codes.end(), lang) != found.codes.end())
      folders.push_back({part.name, lang, part.prefix, "settings of " + docs.tool});
  }
  found.folders.insert(found.folders.begin(), folders.begin(), folders.end());
}

// The folder of a named language: at the top, or the only one of its name in one folder with the others.
Languages use_named(const std::vector<std::string>& named, const std::vector<SitePage>& articles) {
  Languages found;
  found.codes = named;
  found.named = true;
  std::map<std::string, std::map<std::string, std::string>> by_parent;  // parent -> language -> folder
  for (const SitePage& file : articles) {
    for (std::size_t slash = file.path.find('/'), begin = 0; slash != std::string::npos;
         begin = slash + 1, slash = file.path.find('/', begin)) {
      const std::string_view name = std::string_view(file.path).substr(begin, slash - begin);
      const std::string code = language_code(name).value_or(std::string(name));
      if (std::find(named.begin(), named.end(), code) == named.end()) continue;
      by_parent[begin == 0 ? "" : file.path.substr(0, begin - 1)].emplace(code, file.path.substr(0, slash));
      break;
    }
  }
  const auto most = std::max_element(by_parent.begin(), by_parent.end(), [](const auto& a, const auto& b) {
    return a.second.size() < b.second.size();
  });
  if (most != by_parent.end()) {
    const auto& [parent, folders] = by_parent.contains("") ? *by_parent.find("") : *most;
    found.base = parent;
    for (const auto& [lang, folder] : folders) found.folders.push_back({folder, lang, "", "site.yaml"});
    if (folders.contains(named.front())) return found;
  }
  found.rest_lang = named.front();
  found.rest_why = "site.yaml";
  return found;
}

}  // namespace

void Languages::add(const std::string& code) {
  if (std::find(codes.begin(), codes.end(), code) == codes.end()) codes.push_back(code);
}

bool is_language_code(std::string_view code) {
  const auto dash = code.find('-');
  if (!is_known_language(code.substr(0, dash))) return false;
  while (!code.empty()) {
    const auto end = code.find('-');
    const std::string_view part = code.substr(0, end);
    if (part.size() < 2 || part.size() > 8 || !std::all_of(part.begin(), part.end(), kb::is_alnum))
      return false;
    if (end == std::string_view::npos) return true;
    code.remove_prefix(end + 1);
  }
  return false;
}

std::optional<std::string> language_code(std::string_view name) {
  constexpr std::size_t kLongest = 12;
  if (name.size() < 2 || name.size() > kLongest) return std::nullopt;
  std::string code;
  std::string locale;
  for (std::size_t begin = 0; begin <= name.size();) {
    const std::size_t end = std::min(name.find_first_of("-_", begin), name.size());
    const std::string_view part = name.substr(begin, end - begin);
    if (part.size() < 2 || part.size() > 4 || !std::all_of(part.begin(), part.end(), kb::is_alnum))
      return std::nullopt;
    code += (begin == 0 ? "" : "-") + cased(part, begin == 0);
    locale += (begin == 0 ? "" : "_") + cased(part, begin == 0);
    begin = end + 1;
  }
  const bool is_bare = code.size() == 2 && is_known_language(code);
  return is_bare || (code.size() > 3 && locales().contains(locale)) ? std::optional(code) : std::nullopt;
}

Languages find_languages(const std::vector<std::string>& named, const std::vector<SourceFile>& articles,
                         const DocsFolder& docs) {
  const std::vector<SitePage> pages = site_pages(articles, docs);
  Languages found = named.empty() ? find_in_texts(pages, docs) : use_named(named, pages);
  if (!docs.parts.empty()) add_parts(docs, pages.empty(), found);
  found.base = place_of(docs, found.base);
  for (LanguageFolder& one : found.folders) one.folder = place_of(docs, one.folder);
  return found;
}

std::optional<LocalPath> local_path(const Languages& languages, std::string_view path) {
  LocalPath found;
  const auto folder = std::find_if(languages.folders.begin(), languages.folders.end(),
                                   [&](const LanguageFolder& one) { return is_below(path, one.folder); });
  if (folder != languages.folders.end()) {
    found = {folder->lang, kb::child_of(folder->prefix, below(path, folder->folder))};
  } else if (languages.rest_lang) {
    found = {*languages.rest_lang,
             std::string(is_below(path, languages.base) ? below(path, languages.base) : path)};
  } else {
    return std::nullopt;
  }
  const auto split = languages.suffixes.empty() ? std::nullopt : split_suffix(found.path);
  const auto& known = languages.suffixes;
  return split && std::find(known.begin(), known.end(), split->lang) != known.end() ? split : found;
}

std::string describe(const Languages& languages) {
  if (languages.codes.size() == 1 && languages.codes.front() == "en") return "";
  std::vector<std::string> parts;
  if (languages.rest_lang)
    parts.push_back(fmt::format("{} (root: {})", *languages.rest_lang, languages.rest_why));
  for (const LanguageFolder& one : languages.folders)
    parts.push_back(fmt::format("{} (folder {}/: {})", one.lang, one.folder, one.why));
  for (const std::string& lang : languages.suffixes)
    parts.push_back(fmt::format("{} (file.{}.md)", lang, lang));
  return fmt::format("{}", fmt::join(parts, ", "));
}

}  // namespace indexer
