#include "indexer/source/public_file.h"

#include <algorithm>
#include <array>

#include "indexer/source/file_text.h"
#include "indexer/source/glob.h"
#include "kb/model/error.h"

namespace indexer {

namespace {

constexpr std::array<std::string_view, 3> kIncludeFolders{".gitbook/includes/", ".includes/", ".snippets/"};

// Where the dot of such a folder stands, npos when there is none.
std::size_t include_folder(std::string_view path) {
  for (const std::string_view folder : kIncludeFolders) {
    const std::size_t at = path.find(folder);
    if (at != std::string_view::npos && (at == 0 || path[at - 1] == '/')) return at;
  }
  return std::string_view::npos;
}

bool is_hidden(const std::string& path, const std::vector<std::string>& ignore) {
  std::string undotted = path;
  if (const std::size_t dot = include_folder(path); dot != std::string::npos) undotted.erase(dot, 1);
  const auto matches = [&](const std::string& glob) { return matches_glob(glob, path); };
  return is_ignored(undotted, ignore) || std::any_of(ignore.begin(), ignore.end(), matches) ||
         is_own_file(path);
}

}  // namespace

std::optional<PublicFile> read_public_file(const ContentRoot& root, std::string_view path,
                                           const std::vector<std::string>& ignore, std::uintmax_t most) try {
  ContentTarget target = root.resolve(path);
  if (target.problem != ContentTarget::Problem::none || target.path.empty()) return std::nullopt;
  if (is_hidden(target.path, ignore) || root.kind(target.path) != ContentKind::file) return std::nullopt;
  ContentBytes file = root.read(target.path, most);
  if (file.size > most) return std::nullopt;
  const RuleSet rules(false);
  FileFindings ignored(rules, target.path);
  auto text = to_file_text(std::move(file.bytes), ignored);
  if (!text) return std::nullopt;
  return PublicFile{std::move(target.path), std::move(*text)};
} catch (const kb::Error&) {
  return std::nullopt;  // it went or changed while it was looked at: as good as missing
}

bool is_in_include_folder(std::string_view path) { return include_folder(path) != std::string_view::npos; }

}  // namespace indexer
