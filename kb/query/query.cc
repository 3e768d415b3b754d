#include "kb/query/query.h"

#include <algorithm>
#include <functional>
#include <utility>

#include "kb/query/limits.h"
#include "kb/store/index_schema.h"
#include "kb/text/ascii.h"
#include "kb/text/codes.h"
#include "kb/text/symbols.h"
#include "kb/text/text.h"
#include "kb/text/typed_letters.h"
#include "kb/text/utf8.h"
#include "kb/words/common_words.h"
#include "kb/words/contractions.h"
#include "kb/words/everyday_words.h"
#include "kb/words/stop_words.h"

namespace kb {

namespace {

// The size in bytes of the straight or typographic quote at `at`; 0 when there is none.
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

// A quote directly after a letter or digit opens nothing: 24" is a size.
bool opens_nothing(std::string_view text, std::size_t at) {
  const auto before = at == 0 ? ' ' : text[at - 1];
  return is_alnum(before);
}

// Splits at closed pairs of quotes. A lone quote is just a character.
std::vector<Part> split_quotes(std::string_view text) {
  std::vector<Part> parts;
  std::size_t plain = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const std::size_t open = quote_at(text, i);
    if (open == 0 || opens_nothing(text, i)) continue;
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

bool after_minus(std::string_view text, std::size_t begin) {
  return begin > 0 && text[begin - 1] == '-' && (begin == 1 || is_space(text[begin - 2]));
}

bool has_small_letter(std::string_view text) {
  return std::any_of(text.begin(), text.end(), [](char c) { return is_letter(c) && !is_upper(c); });
}

// "US" and "IT" among words in small letters are names, not "us" and "it".
bool is_name_in_capitals(std::string_view typed) {
  return typed.size() > 1 && std::all_of(typed.begin(), typed.end(), is_upper);
}

QueryWord whole_amount(const Part& part, const Amount& amount, const std::vector<QueryWord>& words) {
  const auto first = words.begin() + static_cast<std::ptrdiff_t>(amount.first);
  const auto behind = words.begin() + static_cast<std::ptrdiff_t>(amount.last) + 1;
  QueryWord whole;
  whole.text = amount.plain;
  whole.term = code_term(amount.plain);
  whole.end = (behind - 1)->end;
  const std::size_t begin = first->end - first->shown.size();
  whole.shown = part.text.substr(begin, whole.end - begin);
  whole.amount = amount.plain;
  whole.parts.assign(first, behind);
  return whole;
}

// An amount is one word, but in quotes what it is written in. Requires: `words` are those of all tokens.
std::vector<QueryWord> with_amounts(const Part& part, const std::vector<Amount>& found,
                                    std::vector<QueryWord> words) {
  std::vector<QueryWord> out;
  auto amount = found.begin();
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (amount == found.end() || i != amount->first) {
      out.push_back(std::move(words[i]));
      continue;
    }
    if (amount->first == amount->last) words[i].amount = amount->plain;
    const bool whole = !part.quoted && amount->last > amount->first;
    out.push_back(whole ? whole_amount(part, *amount, words) : std::move(words[i]));
    if (whole) i = amount->last;
    ++amount;
  }
  return out;
}

QueryWord symbol_word(const Part& part, const Symbol& symbol) {
  QueryWord word;
  word.text = symbol.text;
  word.term = symbol_term(symbol.text);
  word.shown = part.text.substr(symbol.begin, symbol.end - symbol.begin);
  word.end = symbol.end;
  word.symbol = true;
  return word;
}

// Signs before a word belong to it, other symbols are words of their own.
void add_symbols(const Part& part, std::vector<QueryWord>& words) {
  const bool only_symbols = words.empty();
  std::vector<QueryWord> found;
  std::size_t signs = 0;
  auto next = words.begin();
  for (const Symbol& symbol : symbols_of(part.text)) {
    const auto is_same = [&](const QueryWord& word) { return word.text == symbol.text; };
    if (symbol.named) {
      next = std::find_if(next, words.end(), [&](const QueryWord& word) { return word.end > symbol.begin; });
      if (next != words.end() && ++signs <= kMaxSymbols) next->sign = symbol_term(symbol.text);
    } else if ((only_symbols || symbol.alone) && found.size() < kMaxSymbols &&
               std::none_of(found.begin(), found.end(), is_same)) {
      found.push_back(symbol_word(part, symbol));
    }
  }
  if (found.empty()) return;
  words.insert(words.end(), found.begin(), found.end());
  std::stable_sort(words.begin(), words.end(),
                   [](const QueryWord& a, const QueryWord& b) { return a.end < b.end; });
}

std::vector<QueryWord> read_words(const Part& part, std::string_view lang, const Stemmer& stem) {
  std::vector<QueryWord> words;
  const bool mixed = has_small_letter(part.text);
  const std::vector<Token> tokens = tokenize(part.text, Bigrams::query);
  for (const Token& token : tokens) {
    QueryWord word;
    word.text = first_bytes(token.text, kMaxTermBytes);  // no article has a longer one
    word.term = stem(token.text);
    word.shown = part.text.substr(token.begin, token.end - token.begin);
    word.end = token.end;
    word.stop = is_stop_word(lang, token.text) && !(mixed && is_name_in_capitals(word.shown));
    word.certain = is_contraction(lang, token.text) || is_everyday_word(lang, token.text) ||
                   is_common_word(lang, token.text);
    word.bigram = token.kind == TokenKind::bigram;
    word.minus = !part.quoted && !word.bigram && !token.has_digit() && after_minus(part.text, token.begin);
    words.push_back(std::move(word));
  }
  words = with_amounts(part, amounts(part.text, tokens), std::move(words));
  std::erase_if(words, [](const QueryWord& word) { return word.term.empty(); });
  add_symbols(part, words);
  return words;
}

// "-word" is an operator only at the end of a query, after a word to keep. Elsewhere it is mostly an option
// of a command line or a number below zero.
void take_excluded(std::vector<QueryWord>& words, ParsedQuery& query) {
  while (words.size() > 1 && words.back().minus) {
    auto& list = query.excluded.size() < kMaxExcludedWords ? query.excluded : query.ignored;
    list.push_back(std::move(words.back()));
    words.pop_back();
  }
}

// With few words beside it a quotation is to be found exactly. In a whole sentence somebody quotes a message.
constexpr std::size_t kMostBesidePhrase = 3;

// In whole sentences symbols are decoration.
constexpr std::size_t kMostBesideSymbol = 3;

bool is_symbol(const QueryWord& word) { return word.symbol; }

std::size_t count_words(const ParsedQuery& query) {
  return static_cast<std::size_t>(
      std::count_if(query.words.begin(), query.words.end(), std::not_fn(is_symbol)));
}

bool all_stop_words(const std::vector<QueryWord>& words) {
  return std::all_of(words.begin(), words.end(), [](const QueryWord& word) { return word.stop; });
}

// A long phrase is cut: its beginning must be there. A phrase of stop words alone is no phrase: nearly every
// article would have to be compared, to find what says nothing.
void take_phrases(std::vector<std::vector<QueryWord>> quoted, ParsedQuery& query) {
  std::size_t inside = 0;
  for (const auto& phrase : quoted) inside += phrase.size();
  if (query.words.size() - inside > kMostBesidePhrase) return;
  std::size_t left = kMaxPhrasesWords;
  for (auto& phrase : quoted) {
    phrase.resize(std::min({phrase.size(), kMaxPhraseWords, left}));
    if (all_stop_words(phrase)) continue;
    left -= phrase.size();
    query.phrases.push_back(std::move(phrase));
  }
}

}  // namespace

ParsedQuery parse_query(std::string_view text, std::string_view lang, const Stemmer& stem) {
  ParsedQuery query;
  std::vector<std::vector<QueryWord>> quoted;
  std::size_t last_end = 0;
  for (const Part& part : split_quotes(text)) {
    std::vector<QueryWord> words = read_words(part, lang, stem);
    if (words.empty()) continue;
    last_end = static_cast<std::size_t>(part.text.data() - text.data()) + words.back().end;
    query.words.insert(query.words.end(), words.begin(), words.end());
    std::erase_if(words, is_symbol);  // they have no place in texts
    if (part.quoted && !words.empty()) quoted.push_back(std::move(words));
  }
  if (count_words(query) > kMostBesideSymbol) std::erase_if(query.words, is_symbol);
  take_excluded(query.words, query);
  query.unfinished = !query.words.empty() && query.excluded.empty() && last_end == text.size() &&
                     !query.words.back().bigram && !query.words.back().symbol;
  take_phrases(std::move(quoted), query);
  query.only_stop_words = all_stop_words(query.words);
  return query;
}

void read_spellings(ParsedQuery& query, std::string_view lang, const Stemmer& stem,
                    const std::function<bool(const std::string&)>& is_indexed,
                    const std::function<bool(const std::string&)>& is_word) {
  for (QueryWord& word : query.words) {
    if (word.bigram || word.symbol || word.stop || has_digit(word.text) || is_indexed(word.term)) continue;
    if (const std::string no = negation(lang, word.text); !no.empty() && is_indexed(stem(no))) {
      word.text = no;
      word.term = stem(no);
      word.stop = true;  // alone it says nothing, but in a title it tells
      word.certain = true;
      continue;
    }
    std::string meant = contraction(lang, word.text);
    for (const auto& readings :
         {without_elision(lang, word.text), other_spellings(lang, word.shown, word.text)}) {
      if (!meant.empty() || word.certain) break;
      const auto known = std::find_if(readings.begin(), readings.end(), is_word);
      if (known != readings.end()) meant = *known;
    }
    if (meant.empty()) continue;
    word.text = std::move(meant);
    word.term = stem(word.text);
    word.stop = is_stop_word(lang, word.text);
    word.certain = true;
  }
  query.only_stop_words = all_stop_words(query.words);
}

void drop_unknown_symbols(ParsedQuery& query, const std::function<bool(const std::string&)>& is_indexed) {
  if (count_words(query) == 0) return;
  std::erase_if(query.words, [&](const QueryWord& word) { return word.symbol && !is_indexed(word.term); });
}

void keep_rarest(ParsedQuery& query, std::size_t most,
                 const std::function<unsigned(const QueryWord&)>& articles) {
  if (query.words.size() <= most) return;
  std::vector<std::pair<unsigned, std::size_t>> order;  // articles, place in the query
  for (const QueryWord& word : query.words)
    order.emplace_back(articles(word) - 1, order.size());  // none is last
  std::sort(order.begin(), order.end());
  std::vector<bool> keep(order.size());
  for (std::size_t i = 0; i < most; ++i) keep[order[i].second] = true;
  query.unfinished = query.unfinished && keep.back();
  std::vector<QueryWord> kept;
  for (std::size_t i = 0; i < keep.size(); ++i)
    (keep[i] ? kept : query.ignored).push_back(std::move(query.words[i]));
  query.words = std::move(kept);
}

}  // namespace kb
