#include "indexer/inline/media_tag.h"

#include <algorithm>

#include "kb/text/ascii.h"

namespace indexer {
namespace {

// One value; braces of JSX and quotes around it are left out.
std::string take_value(std::string_view& rest) {
  const bool has_brace = rest.starts_with('{');
  if (has_brace) rest.remove_prefix(1);
  const char quote = rest.empty() ? ' ' : rest.front();
  const bool is_quoted = quote == '"' || quote == '\'' || quote == '`';
  if (is_quoted) rest.remove_prefix(1);
  const std::string_view ends = has_brace ? "}" : " \t";
  std::string value;
  std::size_t at = 0;
  for (; at < rest.size(); ++at) {
    if (is_quoted ? rest[at] == quote : ends.find(rest[at]) != std::string_view::npos) break;
    if (is_quoted && rest[at] == '\\' && at + 1 < rest.size()) ++at;
    value += rest[at];
  }
  rest.remove_prefix(std::min(at + (is_quoted ? 1 : 0), rest.size()));
  if (has_brace && rest.starts_with('}')) rest.remove_prefix(1);
  return value;
}

std::string_view take_word(std::string_view& rest) {
  const std::string_view word = rest.substr(0, std::min(rest.find_first_of(" \t="), rest.size()));
  rest.remove_prefix(word.size());
  return word;
}

}  // namespace

MediaTag read_media_tag(std::string_view inside) {
  MediaTag tag;
  inside = kb::trim(inside, " \t-/");
  tag.name = kb::to_lower(take_word(inside));
  while (!(inside = kb::trim(inside)).empty()) {
    if (inside.front() == '"' || inside.front() == '\'') {
      tag.plain.push_back(take_value(inside));
      continue;
    }
    const std::string_view word = take_word(inside);
    if (kb::trim(inside).starts_with('=')) {
      inside = kb::trim(kb::trim(inside).substr(1));
      tag.named.emplace(kb::to_lower(word), take_value(inside));
    } else {
      tag.plain.emplace_back(word);
    }
  }
  if (tag.name.starts_with("include") && !tag.plain.empty()) {
    const std::string file = kb::to_lower(tag.plain.front());
    tag.name = file.substr(file.rfind('/') + 1);
    if (tag.name.ends_with(".html")) tag.name.resize(tag.name.size() - 5);
    tag.plain.erase(tag.plain.begin());
  }
  return tag;
}

}  // namespace indexer
