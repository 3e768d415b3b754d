#include "indexer/source/found_languages.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>
#include <set>

#include "indexer/source/article_id.h"
#include "indexer/source/text_language.h"
#include "kb/text/paths.h"

namespace indexer {

namespace {

// Languages whose codes are English words or names of departments: one of their folders with a text in
// another language is no translation that is still to come.
constexpr std::array<std::string_view, 24> kWordCodes{"am", "as", "be", "cs", "he", "hi", "hr", "id",
                                                      "is", "it", "la", "lo", "ml", "my", "no", "or",
                                                      "os", "pa", "pi", "so", "ta", "to", "uk", "vo"};

constexpr std::size_t kMostSamples = 40;  // articles that are read to tell a folder's language

// Files that stand in any folder and say nothing of whether two folders hold translations of one another.
bool is_index(std::string_view path) {
  const std::string name = fold_case(path.substr(path.rfind('/') + 1));
  return name.starts_with("index.") || name.starts_with("_index.") || name.starts_with("readme.");
}

// A folder that is named like a language.
struct Candidate {
  std::string folder;
  std::string lang;
  std::vector<const SitePage*> files;
  TextLanguage::Answer answer = TextLanguage::Answer::unsure;
  std::string why;  // "" while it is not taken for one
};

using Group = std::vector<Candidate>;  // side by side in one folder

// Docusaurus keeps translations at i18n/LANGUAGE/PLUGIN/current/; what they have in common with docs/ comes
// behind.
struct PluginFolder {
  std::string name;
  std::string original;
};

std::vector<PluginFolder> plugins_of(const DocsFolder& docs) {
  std::vector<PluginFolder> plugins{{"docusaurus-plugin-content-docs/current", "docs"},
                                    {"docusaurus-plugin-content-blog", "blog"},
                                    {"docusaurus-plugin-content-pages", "src/pages"}};
  for (const DocsPart& part : docs.parts) {
    if (!part.id.empty())
      plugins.push_back({"docusaurus-plugin-content-docs-" + part.id + "/current", part.prefix});
  }
  return plugins;
}

TextLanguage text_of(const std::vector<const SitePage*>& files) {
  TextLanguage text;
  const std::size_t step = files.size() / kMostSamples + 1;
  for (std::size_t i = 0; i < files.size(); i += step) text.add(*files[i]->text);
  return text;
}

class Finder {
 public:
  Finder(const std::vector<SitePage>& articles, const DocsFolder& docs)
      : articles_(articles), docs_(docs), docs_name_(docs.docs.empty() ? "docs" : "") {
    for (const SitePage& page : articles) paths_.insert(page.path);
  }

  Languages run() {
    for (auto& [parent, group] : groups()) judge(parent, group);
    settle_base();
    find_plugins();
    settle_rest();
    add_versions();
    find_suffixes();
    return std::move(found_);
  }

 private:
  // By the folder that they lie in; of folders inside one another only the outer ones.
  std::map<std::string, Group> groups() const {
    std::map<std::string, Group> groups;
    for (const SitePage& file : articles_) {
      for (std::size_t slash = file.path.find('/'), begin = 0; slash != std::string::npos;
           begin = slash + 1, slash = file.path.find('/', begin)) {
        const auto lang = language_code(std::string_view(file.path).substr(begin, slash - begin));
        if (!lang) continue;
        Group& group = groups[begin == 0 ? "" : file.path.substr(0, begin - 1)];
        const std::string folder = file.path.substr(0, slash);
        if (group.empty() || group.back().folder != folder)
          group.push_back({folder, *lang, {}, TextLanguage::Answer::unsure, ""});
        group.back().files.push_back(&file);
        break;
      }
    }
    return groups;
  }

  void judge(const std::string& parent, Group& group) {
    for (Candidate& one : group) {
      one.answer = text_of(one.files).is(one.lang);
      if (one.answer == TextLanguage::Answer::yes) one.why = "its text";
    }
    const bool is_one_sure =
        std::any_of(group.begin(), group.end(), [](const auto& one) { return !one.why.empty(); });
    const bool is_alone = is_one_sure || stands_alone(parent, group);
    for (Candidate& one : group) {
      if (!one.why.empty()) continue;
      if (is_alone && one.answer == TextLanguage::Answer::unsure)
        one.why = is_one_sure ? "beside another" : "its name";
      const bool is_word = std::find(kWordCodes.begin(), kWordCodes.end(), one.lang) != kWordCodes.end();
      const bool is_other = is_word && one.answer == TextLanguage::Answer::no;
      if (is_one_sure && one.why.empty() && !is_other && mirrors(parent, one, group))
        one.why = "the same files as another";
    }
    for (Candidate& one : group) {
      if (!one.why.empty()) found_.folders.push_back({one.folder, one.lang, parent, one.why});
    }
  }

  // Whether nothing but these folders is there, and nothing speaks against one of them.
  bool stands_alone(const std::string& parent, const Group& group) const {
    if (std::any_of(group.begin(), group.end(),
                    [](const auto& one) { return one.answer == TextLanguage::Answer::no; }))
      return false;
    return std::none_of(articles_.begin(), articles_.end(), [&](const SitePage& file) {
      if (!is_below(file.path, parent)) return false;
      const std::string_view inside = below(file.path, parent);
      const bool is_own_index = is_index(inside) && inside.find('/') == std::string_view::npos;
      return !is_own_index && std::none_of(group.begin(), group.end(), [&](const Candidate& one) {
        return is_below(file.path, one.folder);
      });
    });
  }

  // Whether half of its articles, not yet translated, stand at the same place in another language.
  bool mirrors(const std::string& parent, const Candidate& one, const Group& group) const {
    std::size_t articles = 0;
    std::size_t same = 0;
    for (const SitePage* file : one.files) {
      const std::string_view path = below(file->path, one.folder);
      if (is_index(path)) continue;
      ++articles;
      const bool in_other = std::any_of(group.begin(), group.end(), [&](const Candidate& other) {
        return other.answer == TextLanguage::Answer::yes && paths_.contains(kb::child_of(other.folder, path));
      });
      if (in_other || paths_.contains(kb::child_of(parent, path))) ++same;
    }
    return articles > 0 && 2 * same >= articles;
  }

  // A folder that all articles lie in is no part of their paths.
  void settle_base() {
    if (found_.folders.empty()) return;
    const std::string parent = found_.folders.front().prefix;
    const bool is_one = std::all_of(found_.folders.begin(), found_.folders.end(),
                                    [&](const auto& one) { return one.prefix == parent; });
    const bool holds_all = std::all_of(articles_.begin(), articles_.end(), [&](const SitePage& file) {
      return is_below(file.path, parent) || (is_index(file.path) && file.path.find('/') == std::string::npos);
    });
    if (!is_one || !holds_all) return;
    found_.base = parent;
    for (LanguageFolder& one : found_.folders) one.prefix.clear();
  }

  void find_plugins() {
    std::erase_if(found_.folders, [](const LanguageFolder& one) { return one.folder.starts_with("i18n/"); });
    std::set<std::string> seen;
    const std::vector<PluginFolder> plugins = plugins_of(docs_);
    for (const SitePage& file : articles_) {
      if (!file.path.starts_with("i18n/")) continue;
      const std::string_view rest = std::string_view(file.path).substr(5);
      const auto lang = language_code(rest.substr(0, rest.find('/')));
      if (!lang) continue;
      const std::string_view inside = rest.substr(rest.find('/') + 1);
      if (const auto version = version_of(file.path); version && *version != "current") {
        const auto end = static_cast<std::size_t>(version->data() + version->size() - file.path.data());
        if (const auto prefix = version_prefix(docs_, *version);
            prefix && seen.insert(file.path.substr(0, end)).second)
          found_.folders.push_back({file.path.substr(0, end), *lang, *prefix, "i18n of Docusaurus"});
        continue;
      }
      for (const PluginFolder& plugin : plugins) {
        const std::string folder = fmt::format("i18n/{}/{}", rest.substr(0, rest.find('/')), plugin.name);
        if (!is_below(inside, plugin.name) || !seen.insert(folder).second) continue;
        const bool is_docs = plugin.original == "docs";
        found_.folders.push_back(
            {folder, *lang, is_docs ? docs_prefix() : plugin.original, "i18n of Docusaurus"});
      }
    }
  }

  // Of the articles themselves, as their translations have it.
  std::string docs_prefix() const {
    const std::string version = version_prefix(docs_, "current").value_or("");
    return version.empty() ? docs_name_ : kb::child_of(docs_name_, version);
  }

  // Versions are in the language of what is translated.
  void add_versions() {
    const std::string lang = found_.rest_lang.value_or(found_.codes.empty() ? "en" : found_.codes.front());
    for (const std::string& version : docs_.versions) {
      const std::string prefix = *version_prefix(docs_, version);
      if (version != "current") {
        found_.folders.push_back(
            {"versioned_docs/version-" + version, lang, prefix, "a version of Docusaurus"});
      } else if (!prefix.empty()) {
        found_.folders.push_back({"", lang, prefix, "a version of Docusaurus"});
      }
    }
  }

  bool is_in_folder(std::string_view path) const {
    return std::any_of(found_.folders.begin(), found_.folders.end(),
                       [&](const LanguageFolder& one) { return is_below(path, one.folder); });
  }

  void settle_rest() {
    std::vector<const SitePage*> rest;
    for (const SitePage& file : articles_) {
      const bool is_top_readme = !found_.folders.empty() && fold_case(file.path) == "readme.md";
      if (!is_in_folder(file.path) && !is_top_readme) rest.push_back(&file);
    }
    for (const LanguageFolder& one : found_.folders) found_.add(one.lang);
    std::sort(found_.codes.begin(), found_.codes.end(), [](const std::string& a, const std::string& b) {
      return std::pair(a != "en", a) < std::pair(b != "en", b);
    });
    if (rest.empty() && !found_.codes.empty()) return;
    const std::string told = text_of(rest).likely();
    found_.rest_why = told.empty() ? "by default" : "its text";
    found_.rest_lang = told.empty() ? "en" : told;
    std::erase(found_.codes, *found_.rest_lang);
    found_.codes.insert(found_.codes.begin(), *found_.rest_lang);
  }

  // A file's name ends in a language when the same file is there without it, or in another language.
  void find_suffixes() {
    std::map<std::string, std::set<std::string>> by_path;
    for (const SitePage& file : articles_) {
      if (const auto split = split_suffix(file.path)) by_path[split->path].insert(split->lang);
    }
    std::set<std::string> all;
    for (const auto& [path, langs] : by_path) {
      if (langs.size() > 1 || paths_.contains(path)) all.insert(langs.begin(), langs.end());
    }
    found_.suffixes.assign(all.begin(), all.end());
    for (const std::string& lang : found_.suffixes) found_.add(lang);
  }

  const std::vector<SitePage>& articles_;
  const DocsFolder& docs_;
  const std::string docs_name_;  // what the folder of the articles is called by its translations
  std::set<std::string, std::less<>> paths_;
  Languages found_;
};

}  // namespace

bool is_below(std::string_view path, std::string_view folder) {
  return folder.empty() || (path.starts_with(folder) && path.substr(folder.size()).starts_with('/'));
}

std::string_view below(std::string_view path, std::string_view folder) {
  return folder.empty() ? path : path.substr(folder.size() + 1);
}

std::optional<LocalPath> split_suffix(std::string_view path) {
  const std::size_t extension = path.rfind('.');
  const std::size_t name = path.rfind('/') + 1;  // 0 when there is no folder
  if (extension == std::string_view::npos || extension <= name) return std::nullopt;
  const std::size_t suffix = path.rfind('.', extension - 1);
  if (suffix == std::string_view::npos || suffix <= name) return std::nullopt;
  const auto lang = language_code(path.substr(suffix + 1, extension - suffix - 1));
  if (!lang) return std::nullopt;
  return LocalPath{*lang, std::string(path.substr(0, suffix)) + std::string(path.substr(extension))};
}

Languages find_in_texts(const std::vector<SitePage>& articles, const DocsFolder& docs) {
  return Finder(articles, docs).run();
}

}  // namespace indexer
