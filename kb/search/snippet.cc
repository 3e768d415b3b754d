#include "kb/search/snippet.h"

#include <algorithm>
#include <set>

#include "kb/store/index_schema.h"
#include "kb/text/symbols.h"
#include "kb/text/text.h"
#include "kb/text/utf8.h"

namespace kb {

namespace {

struct Word {
  Token token;
  double weight = 0;
};

std::vector<Word> weigh(std::string_view text, const std::function<double(std::string_view)>& weight) {
  std::vector<Word> words;
  for (Token& token : tokenize(text, Bigrams::index)) {
    const double value = weight(token.text);
    words.push_back({std::move(token), value});
  }
  for (Symbol& symbol : symbols_of(text)) {
    const double value = weight(symbol_term(symbol.text));
    if (value > 0)
      words.push_back({{std::move(symbol.text), symbol.begin, symbol.end, TokenKind::word}, value});
  }
  std::stable_sort(words.begin(), words.end(),
                   [](const Word& a, const Word& b) { return a.token.begin < b.token.begin; });
  return words;
}

// Each different word counts fully. Repetitions count a tenth, just enough to break ties.
double score(const std::vector<Word>& words, std::size_t first, std::size_t last) {
  constexpr double kRepeated = 0.1;
  std::set<std::string_view> seen;
  double sum = 0;
  for (std::size_t i = first; i < last; ++i) {
    if (words[i].weight > 0)
      sum += seen.insert(words[i].token.text).second ? words[i].weight : words[i].weight * kRepeated;
  }
  return sum;
}

// The first word after the window that begins at `first`.
std::size_t window_end(std::string_view text, const std::vector<Word>& words, std::size_t first,
                       std::size_t max_letters) {
  std::size_t letters = 0;
  std::size_t at = words[first].token.begin;
  std::size_t last = first;
  for (; last < words.size(); ++last) {
    const std::size_t end = words[last].token.end;
    if (end > at) letters += length(text.substr(at, end - at));
    if (letters > max_letters && last > first) break;
    at = std::max(at, end);
  }
  return last;
}

// Windows begin a few words before a match, so that readers see its context. Their number bounds the time
// that a long section takes.
std::size_t best_window(std::string_view text, const std::vector<Word>& words, std::size_t max_letters) {
  constexpr std::size_t kContext = 4;  // words
  constexpr int kMaxTried = 50;        // windows
  std::size_t best = 0;
  double best_score = score(words, 0, window_end(text, words, 0, max_letters));
  int tried = 0;
  for (std::size_t i = 0; i < words.size() && tried < kMaxTried; ++i) {
    if (words[i].weight <= 0) continue;
    ++tried;
    const std::size_t first = i < kContext ? 0 : i - kContext;
    const double value = score(words, first, window_end(text, words, first, max_letters));
    if (value > best_score) {
      best = first;
      best_score = value;
    }
  }
  return best;
}

void append(std::vector<SnippetPart>& parts, std::string_view text, bool match) {
  if (text.empty()) return;
  std::string line(text);
  std::replace(line.begin(), line.end(), '\n', ' ');
  if (!parts.empty() && parts.back().match == match) {
    parts.back().text += line;
  } else {
    parts.push_back({std::move(line), match});
  }
}

// The text from byte `at` to `end`, with the words from `first` to `last` in it.
void append_marked(std::vector<SnippetPart>& parts, std::string_view text, const std::vector<Word>& words,
                   std::size_t first, std::size_t last, std::size_t at, std::size_t end) {
  for (std::size_t i = first; i < last; ++i) {
    const Token& token = words[i].token;
    if (words[i].weight <= 0 || token.end <= at) continue;
    const std::size_t begin = std::max(at, token.begin);  // bigrams overlap
    append(parts, text.substr(at, begin - at), false);
    append(parts, text.substr(begin, token.end - begin), true);
    at = token.end;
  }
  append(parts, text.substr(at, end - at), false);
}

}  // namespace

std::vector<SnippetPart> marked_parts(std::string_view text,
                                      const std::function<double(std::string_view)>& weight) {
  const std::vector<Word> words = weigh(text, weight);
  std::vector<SnippetPart> parts;
  append_marked(parts, text, words, 0, words.size(), 0, text.size());
  return parts;
}

std::vector<SnippetPart> make_snippet(std::string_view text,
                                      const std::function<double(std::string_view)>& weight,
                                      std::size_t max_letters) {
  const std::vector<Word> words = weigh(text, weight);
  if (words.empty()) return {};
  const std::size_t first = best_window(text, words, max_letters);
  const std::size_t last = window_end(text, words, first, max_letters);
  std::vector<SnippetPart> parts;
  const bool to_the_end = last == words.size();
  if (first > 0) append(parts, "… ", false);
  append_marked(parts, text, words, first, last, first == 0 ? 0 : words[first].token.begin,
                to_the_end ? text.size() : words[last - 1].token.end);
  if (!to_the_end) append(parts, " …", false);
  return parts;
}

}  // namespace kb
