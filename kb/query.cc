#include "kb/query.h"

#include <algorithm>

#include "kb/stop_words.h"
#include "kb/text.h"

namespace kb {

namespace {

// Straight and typographic quotes; the size in bytes of the one at `at`, 0 when there is none.
std::size_t quote_at(std::string_view text, std::size_t at) {
  if (text[at] == '"') return 1;
  for (const std::string_view quote : {"“", "”", "„", "«", "»"}) {
    if (text.substr(at).starts_with(quote)) return quote.size();
  }
  return 0;
}

struct Part {
  std::string_view text;
  bool quoted = false;
};

// Splits at closed pairs of quotes; a lone quote is just a character.
std::vector<Part> split_quotes(std::string_view text) {
  std::vector<Part> parts;
  std::size_t plain = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const std::size_t open = quote_at(text, i);
    if (open == 0) continue;
    std::size_t close = i + open;
    while (close < text.size() && quote_at(text, close) == 0) ++close;
    if (close >= text.size()) break;
    parts.push_back({text.substr(plain, i - plain), false});
    parts.push_back({text.substr(i + open, close - i - open), true});
    plain = close + quote_at(text, close);
    i = plain - 1;
  }
  parts.push_back({text.substr(plain), false});
  return parts;
}

bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

bool excluded_at(std::string_view text, std::size_t begin) {
  return begin > 0 && text[begin - 1] == '-' && (begin == 1 || is_blank(text[begin - 2]));
}

QueryWord make_word(const Token& token, std::string_view text, std::string_view lang, const Stemmer& stem) {
  QueryWord word;
  word.text = token.text;
  word.term = stem(token.text);
  word.shown = text.substr(token.begin, token.end - token.begin);
  word.stop = is_stop_word(lang, token.text);
  word.gram = token.kind == TokenKind::gram;
  return word;
}

// "-" must exclude from something: without a word to keep, nothing is excluded.
void keep_something(ParsedQuery& query) {
  if (query.words.empty()) std::swap(query.words, query.excluded);
  if (std::all_of(query.words.begin(), query.words.end(), [](const QueryWord& w) { return w.stop; })) {
    for (QueryWord& word : query.words) word.stop = false;
  }
}

}  // namespace

ParsedQuery parse_query(std::string_view text, std::string_view lang, const Stemmer& stem) {
  ParsedQuery query;
  std::size_t last_end = 0;
  for (const Part& part : split_quotes(text)) {
    std::vector<QueryWord> phrase;
    for (const Token& token : tokenize(part.text, Grams::query)) {
      QueryWord word = make_word(token, part.text, lang, stem);
      if (word.term.empty()) continue;
      if (!part.quoted && excluded_at(part.text, token.begin)) {
        query.excluded.push_back(std::move(word));
        continue;
      }
      last_end = static_cast<std::size_t>(part.text.data() - text.data()) + token.end;
      if (part.quoted) phrase.push_back(word);
      query.words.push_back(std::move(word));
    }
    if (!phrase.empty()) query.phrases.push_back(std::move(phrase));
  }
  query.unfinished = !query.words.empty() && last_end == text.size() && !query.words.back().gram;
  keep_something(query);
  return query;
}

}  // namespace kb
