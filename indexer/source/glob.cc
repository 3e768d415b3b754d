#include "indexer/source/glob.h"

#include <algorithm>
#include <string>
#include <vector>

#include "kb/text/wildcards.h"

namespace indexer {

namespace {

using Parts = std::vector<std::string_view>;

Parts split(std::string_view path) {
  Parts parts;
  while (!path.empty()) {
    const auto slash = path.find('/');
    if (slash != 0) parts.push_back(path.substr(0, slash));
    path = slash == std::string_view::npos ? std::string_view{} : path.substr(slash + 1);
  }
  return parts;
}

// Whether the pattern's parts from p match the path's from n, or the beginning of it: a folder that matches
// takes everything below with it. Row by row, since several ** would make recursion exponential.
bool match_parts(const Parts& pattern, const Parts& path) {
  std::vector<bool> reached(path.size() + 1, false);
  reached[0] = true;
  for (const std::string_view part : pattern) {
    if (std::find(reached.begin(), reached.end(), true) == reached.end()) return false;
    std::vector<bool> next(path.size() + 1, false);
    for (std::size_t n = 0; n <= path.size(); ++n) {
      if (part == "**") {
        next[n] = reached[n] || (n > 0 && next[n - 1]);
      } else if (n > 0) {
        next[n] = reached[n - 1] && kb::matches_wildcards(part, path[n - 1]);
      }
    }
    reached = std::move(next);
  }
  for (std::size_t n = 1; n <= path.size(); ++n) {
    if (reached[n]) return true;
  }
  return false;
}

}  // namespace

bool matches_glob(std::string_view pattern, std::string_view path) {
  Parts parts = split(pattern);
  if (parts.empty()) return false;
  if (pattern.find('/') == std::string_view::npos) parts.insert(parts.begin(), "**");
  // "drafts/**" is what lies in drafts, not drafts itself; for leaving out it is the same.
  return match_parts(parts, split(path));
}

}  // namespace indexer
