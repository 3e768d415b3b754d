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

// How many of the path's parts the pattern can stand for: true at each such number. Row by row, since
// several ** would make recursion exponential.
std::vector<bool> reached_parts(const Parts& pattern, const Parts& path) {
  std::vector<bool> reached(path.size() + 1, false);
  reached[0] = true;
  for (const std::string_view part : pattern) {
    if (std::find(reached.begin(), reached.end(), true) == reached.end()) return reached;
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
  return reached;
}

}  // namespace

bool matches_glob(std::string_view pattern, std::string_view path) {
  Parts parts = split(pattern);
  if (parts.empty()) return false;
  if (pattern.find('/') == std::string_view::npos) parts.insert(parts.begin(), "**");
  // "drafts/**" is what lies in drafts, not drafts itself; for leaving out it is the same. A folder that
  // matches takes everything below with it.
  const std::vector<bool> reached = reached_parts(parts, split(path));
  return std::find(reached.begin() + 1, reached.end(), true) != reached.end();
}

bool matches_whole_path(std::string_view pattern, std::string_view path) {
  return reached_parts(split(pattern), split(path)).back();
}

std::vector<std::string> without_braces(std::string_view pattern) {
  constexpr std::size_t kMost = 64;
  std::vector<std::string> found{std::string(pattern)};
  for (std::size_t i = 0; i < found.size();) {
    const std::string one = found[i];
    const std::size_t open = one.find('{');
    const std::size_t close = open == std::string::npos ? open : one.find('}', open);
    if (close == std::string::npos || found.size() > kMost) {
      ++i;
      continue;
    }
    found.erase(found.begin() + static_cast<std::ptrdiff_t>(i));
    for (std::size_t begin = open + 1; begin <= close;) {
      const std::size_t end = std::min(one.find(',', begin), close);
      found.push_back(one.substr(0, open) + one.substr(begin, end - begin) + one.substr(close + 1));
      begin = end + 1;
    }
  }
  return found;
}

}  // namespace indexer
