#include "kb/store/redirect_table.h"

#include <algorithm>
#include <utility>

#include "kb/text/percent.h"
#include "kb/text/wildcards.h"

namespace kb {

namespace {

// A `*` stands for characters of one part of the path; as the pattern's end for all that follows.
bool fits(std::string_view pattern, std::string_view path) {
  for (auto slash = pattern.find('/'); slash != std::string_view::npos; slash = pattern.find('/')) {
    const auto part = path.find('/');
    if (part == std::string_view::npos) return false;
    if (!matches_wildcards(pattern.substr(0, slash), path.substr(0, part))) return false;
    pattern.remove_prefix(slash + 1);
    path.remove_prefix(part + 1);
  }
  const bool is_open = pattern.ends_with('*');
  return (is_open || path.find('/') == std::string_view::npos) && matches_wildcards(pattern, path);
}

std::vector<std::string> parameters(std::string_view query) {
  std::vector<std::string> found;
  while (!query.empty()) {
    const std::size_t end = std::min(query.find('&'), query.size());
    if (end > 0) found.push_back(percent_decode_leniently(query.substr(0, end)));
    query.remove_prefix(std::min(end + 1, query.size()));
  }
  std::sort(found.begin(), found.end());
  return found;
}

std::pair<std::string_view, std::string_view> split_query(std::string_view from) {
  const std::size_t mark = from.find('?');
  return {from.substr(0, mark), mark == std::string_view::npos ? std::string_view{} : from.substr(mark + 1)};
}

}  // namespace

bool is_redirect_pattern(std::string_view from) { return from.find_first_of("*?") != std::string_view::npos; }

void RedirectTable::add(Redirect redirect) {
  if (is_redirect_pattern(redirect.from)) {
    patterns_.push_back(std::move(redirect));
  } else {
    std::string from = redirect.from;
    exact_.emplace(std::move(from), std::move(redirect));
  }
}

const Redirect* RedirectTable::find(std::string_view path, std::string_view query) const {
  if (const auto found = exact_.find(std::string(path)); found != exact_.end()) return &found->second;
  if (patterns_.empty()) return nullptr;
  const std::vector<std::string> asked = parameters(query);
  for (const Redirect& one : patterns_) {
    const auto [wanted_path, wanted_query] = split_query(one.from);
    const std::vector<std::string> wanted = parameters(wanted_query);
    if (fits(wanted_path, path) && std::includes(asked.begin(), asked.end(), wanted.begin(), wanted.end()))
      return &one;
  }
  return nullptr;
}

}  // namespace kb
