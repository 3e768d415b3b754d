#include "indexer/lines/markdown_words.h"

#include <algorithm>

#include "indexer/lines/inline_text.h"
#include "kb/text/ascii.h"

namespace indexer {
namespace {

std::string_view last_part(std::string_view target) {
  const std::string_view path = target.substr(0, target.find_first_of("?#"));
  const std::string_view trimmed = kb::trim_end(path, "/");
  const std::string_view last = trimmed.substr(trimmed.rfind('/') + 1);
  return last.empty() || target.find("://") != std::string_view::npos ? target : last;
}

}  // namespace

std::string escape_words(std::string_view text) {
  const std::string line = kb::on_one_line(text);
  return rewrite_inline(
      line, [](std::string_view rest, std::string_view before) -> std::optional<Replacement> {
        constexpr std::string_view kRead = "*[]<`~=";
        const bool is_word = rest.front() == '_' && !before.empty() && kb::is_alnum(before.back()) &&
                             rest.size() > 1 && kb::is_alnum(rest[1]);
        if (kRead.find(rest.front()) == std::string_view::npos && (rest.front() != '_' || is_word))
          return std::nullopt;
        return Replacement{1, "\\" + std::string(1, rest.front())};
      });
}

std::string strong_words(std::string_view text) {
  const std::string words = escape_words(text);
  return words.empty() ? "" : "**" + words + "**";
}

std::string link_target_words(std::string_view target) {
  const bool is_plain = target.find_first_of(" \t()<>") == std::string_view::npos;
  return is_plain ? std::string(target) : "<" + kb::on_one_line(target) + ">";
}

std::string link_words(std::string_view text, std::string_view target) {
  if (target.empty()) return escape_words(text);
  return "[" + escape_words(text.empty() ? last_part(target) : text) + "](" + link_target_words(target) + ")";
}

std::string strong_link_words(std::string_view text, std::string_view target) {
  return text.empty() && target.empty() ? "" : "**" + link_words(text, target) + "**";
}

std::size_t longest_backticks(std::string_view text) {
  std::size_t longest = 0;
  for (std::size_t at = text.find('`'); at != std::string_view::npos;) {
    const std::size_t end = std::min(text.find_first_not_of('`', at), text.size());
    longest = std::max(longest, end - at);
    at = text.find('`', end);
  }
  return longest;
}

}  // namespace indexer
