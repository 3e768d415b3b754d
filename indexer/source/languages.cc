#include "indexer/source/languages.h"

#include <unicode/uloc.h>

#include <algorithm>
#include <set>

#include "kb/text/ascii.h"

namespace indexer {

namespace {

bool is_known_language(std::string_view code) {
  const char* const* known = uloc_getISOLanguages();
  for (; *known; ++known) {
    if (code == *known) return true;
  }
  return false;
}

std::string_view top_folder(std::string_view path) {
  const auto slash = path.find('/');
  return slash == std::string_view::npos ? std::string_view{} : path.substr(0, slash);
}

std::set<std::string, std::less<>> top_folders(const std::vector<SourceFile>& articles) {
  std::set<std::string, std::less<>> folders;
  for (const SourceFile& file : articles) {
    const std::string_view top = top_folder(file.path);
    if (!top.empty()) folders.emplace(top);
  }
  return folders;
}

}  // namespace

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

Languages find_languages(const std::vector<std::string>& named, const std::vector<SourceFile>& articles) {
  const auto folders = top_folders(articles);
  if (!named.empty()) {
    const bool lone = named.size() == 1 && !folders.contains(named.front());
    return {named, !lone};
  }
  const bool all_languages =
      !folders.empty() && std::all_of(folders.begin(), folders.end(), [](const std::string& f) {
        return f.size() == 2 && is_known_language(f);
      });
  if (!all_languages) return {{"en"}, false};
  Languages found{{folders.begin(), folders.end()}, true};
  std::stable_partition(found.codes.begin(), found.codes.end(),
                        [](const std::string& code) { return code == "en"; });
  return found;
}

std::optional<LocalPath> local_path(const Languages& languages, std::string_view path) {
  if (!languages.folders) return LocalPath{languages.codes.front(), std::string(path)};
  const std::string_view top = top_folder(path);
  if (top.empty() ||
      std::find(languages.codes.begin(), languages.codes.end(), top) == languages.codes.end()) {
    return std::nullopt;
  }
  return LocalPath{std::string(top), std::string(path.substr(top.size() + 1))};
}

}  // namespace indexer
