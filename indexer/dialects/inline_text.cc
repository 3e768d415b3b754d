#include "indexer/dialects/inline_text.h"

#include <algorithm>

namespace indexer {

namespace {

std::size_t code_span(std::string_view rest) {
  const std::size_t size = std::min(rest.find_first_not_of('`'), rest.size());
  std::size_t close = rest.find('`', size);
  while (close != std::string_view::npos) {
    const std::size_t end = std::min(rest.find_first_not_of('`', close), rest.size());
    if (end - close == size) return end;
    close = rest.find('`', end);
  }
  return size;  // backticks that close nothing are text, all of them
}

}  // namespace

std::size_t code_or_comment(std::string_view rest) {
  constexpr std::string_view kEnd = "-->";
  if (rest.starts_with('`')) return code_span(rest);
  if (!rest.starts_with("<!--")) return 0;
  const std::size_t end = rest.find(kEnd);
  return end == std::string_view::npos ? rest.size() : end + kEnd.size();
}

std::string rewrite_inline(std::string_view line, const InlineReader& read) {
  std::string out;
  std::size_t at = 0;
  while (at < line.size()) {
    const std::string_view rest = line.substr(at);
    std::size_t kept = code_or_comment(rest);
    if (kept == 0 && rest.front() == '\\') kept = std::min<std::size_t>(2, rest.size());
    if (kept == 0) {
      if (const auto found = read(rest, line.substr(0, at))) {
        out += found->text;
        at += found->size;
        continue;
      }
      kept = 1;
    }
    out += rest.substr(0, kept);
    at += kept;
  }
  return out;
}

}  // namespace indexer
