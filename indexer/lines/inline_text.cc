#include "indexer/lines/inline_text.h"

#include <algorithm>
#include <utility>

#include "kb/text/ascii.h"

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

// "](" and the target behind it; parentheses within it come in pairs.
std::size_t target_size(std::string_view rest) {
  constexpr std::size_t kLongest = 500;
  constexpr int kDeepest = 20;
  int depth = 1;
  for (std::size_t at = 2; at < std::min(rest.size(), kLongest) && depth < kDeepest; ++at) {
    if (rest[at] == '\\') ++at;
    if (at < rest.size() && rest[at] == '(') ++depth;
    if (at < rest.size() && rest[at] == ')' && --depth == 0) return at + 1;
  }
  return 2;
}

// What is no prose in one line.
class Markup {
 public:
  explicit Markup(std::string_view line)
      : tag_end_(line, ">"), variable_end_(line, "}}"), liquid_end_(line, "%}") {}

  // Bytes of what `rest` begins with, 0 when that is prose.
  std::size_t size(std::string_view rest, std::string_view before) {
    if (rest.starts_with("](")) return target_size(rest);
    if (rest.starts_with("{{")) return until(variable_end_, 2, before);
    if (rest.starts_with("{%")) return until(liquid_end_, 2, before);
    if (rest.size() > 1 && rest[0] == '<' && (kb::is_letter(rest[1]) || rest[1] == '/'))
      return until(tag_end_, 1, before);
    const bool begins_word = before.empty() || !kb::is_alnum(before.back());
    const bool is_address = begins_word && (rest.starts_with("http://") || rest.starts_with("https://") ||
                                            rest.starts_with("www."));
    return is_address ? std::min(rest.find_first_of(" \t<>()[]|"), rest.size()) : 0;
  }

 private:
  static std::size_t until(NextPlace& end, std::size_t end_size, std::string_view before) {
    const std::size_t at = end.from(before.size());
    return at == std::string_view::npos ? 0 : at + end_size - before.size();
  }

  NextPlace tag_end_;
  NextPlace variable_end_;
  NextPlace liquid_end_;
};

}  // namespace

std::size_t NextPlace::from(std::size_t at) {
  if (!is_known_ || (next_ != std::string_view::npos && next_ < at)) next_ = line_.find(text_, at);
  is_known_ = true;
  return next_;
}

std::size_t code_or_comment(std::string_view rest) {
  constexpr std::string_view kEnd = "-->";
  if (rest.starts_with('`')) return code_span(rest);
  if (!rest.starts_with('<')) return 0;
  for (const auto& [open, close] : {std::pair{"<code>", "</code>"}, std::pair{"<pre>", "</pre>"}}) {
    const std::size_t end = rest.starts_with(open) ? rest.find(close) : std::string_view::npos;
    if (end != std::string_view::npos) return end;
  }
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

std::string rewrite_prose(std::string_view line, const InlineReader& read) {
  Markup markup(line);
  return rewrite_inline(line,
                        [&](std::string_view rest, std::string_view before) -> std::optional<Replacement> {
                          if (auto found = read(rest, before)) return found;
                          const std::size_t size = markup.size(rest, before);
                          if (size == 0) return std::nullopt;
                          return Replacement{size, std::string(rest.substr(0, size))};
                        });
}

}  // namespace indexer
