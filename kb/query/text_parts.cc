#include "kb/query/text_parts.h"

#include <algorithm>
#include <initializer_list>

#include "kb/text/text.h"
#include "kb/text/utf8.h"

namespace kb {

namespace {

using Tokens = std::vector<Token>;

// From docs/relevance.md.
constexpr std::size_t kLongestSentence = 25;  // words; a longer one is read in pieces
constexpr std::size_t kPiece = 20;
constexpr std::size_t kStep = 10;

bool has_any(std::string_view text, std::initializer_list<std::string_view> signs) {
  return std::any_of(signs.begin(), signs.end(),
                     [&](std::string_view sign) { return text.find(sign) != std::string_view::npos; });
}

// Whether a sentence ends in what stands between two words. Where words have blanks between them, one must
// follow the sign: E10.2 and a?b=c go on.
bool ends_sentence(std::string_view between) {
  if (has_any(between, {"\n", "。", "！", "？"})) return true;
  return has_any(between, {" "}) && has_any(between, {".", "!", "?", "…", "۔", "؟", "।"});
}

void add_pieces(std::string_view text, Tokens::const_iterator begin, Tokens::const_iterator end,
                std::vector<std::string_view>& parts) {
  const auto words = static_cast<std::size_t>(end - begin);
  for (std::size_t at = 0;; at += kStep) {
    const std::size_t last = words <= kLongestSentence ? words : std::min(words, at + kPiece);
    const std::size_t from = begin[static_cast<std::ptrdiff_t>(at)].begin;
    const std::size_t to = begin[static_cast<std::ptrdiff_t>(last - 1)].end;
    parts.push_back(text.substr(from, to - from));
    if (last == words) return;
  }
}

}  // namespace

// Two characters of a script without spaces are about one word, and each but the last begins one of them.
bool is_long_text(std::string_view text) {
  constexpr std::size_t kEnough = 2048;  // bytes; more are not read to count to kShortWords
  std::size_t halves = 0;
  for (const Token& token : tokenize(first_bytes(text, kEnough), Bigrams::query))
    halves += token.kind == TokenKind::word ? 2 : 1;
  return halves > 2 * kShortWords;
}

std::vector<std::string_view> text_parts(std::string_view text) {
  const Tokens tokens = tokenize(text, Bigrams::query);
  std::vector<std::string_view> parts;
  auto begin = tokens.begin();
  for (auto token = tokens.begin(); token != tokens.end(); ++token) {
    const auto next = token + 1;
    const bool ends =
        next == tokens.end() ||
        (next->begin >= token->end && ends_sentence(text.substr(token->end, next->begin - token->end)));
    if (!ends) continue;
    add_pieces(text, begin, next, parts);
    begin = next;
  }
  return parts;
}

bool is_question(std::string_view rest) {
  const std::size_t sign = rest.find_first_not_of(" \t\"')]*_");
  const std::string_view after = rest.substr(std::min(sign, rest.size()));
  constexpr std::string_view kSigns[] = {"?", "？", "؟"};
  return std::any_of(std::begin(kSigns), std::end(kSigns),
                     [&](std::string_view one) { return after.starts_with(one); });
}

}  // namespace kb
