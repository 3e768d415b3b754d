#include "kb/expansion.h"

#include <algorithm>

#include "kb/text.h"

namespace kb {

namespace {

constexpr std::size_t kMinCorrected = 4;      // letters; shorter words are never changed
constexpr std::size_t kTwoEdits = 8;          // letters from which on two typing errors are believed
constexpr double kCorrectionWeight = 0.8;     // measured, docs/relevance.md
constexpr std::size_t kMaxCompletions = 60;
constexpr std::size_t kMinPrefix = 2;

bool has_digit(std::string_view text) { return text.find_first_of("0123456789") != std::string_view::npos; }

bool is_indexed(const LanguageIndex& index, const std::string& term) { return index.articles.term_exists(term); }

void correct(const LanguageIndex& index, ExpandedWord& word, Interpretation& said) {
  const std::size_t letters = length(word.word.text);
  if (letters < kMinCorrected || has_digit(word.word.text) || word.word.gram) return;
  const int edits = letters >= kTwoEdits ? 2 : 1;
  const auto nearest = index.vocabulary().nearest(word.word.text, edits, 1);
  if (nearest.empty()) return;
  word.also.push_back({{index.stem(nearest.front()->text)}, kCorrectionWeight});
  said.corrected.push_back({word.word.shown, nearest.front()->text});
}

// The words the last one may become, those in most articles first.
void complete(const LanguageIndex& index, ExpandedWord& word) {
  if (length(word.word.text) < kMinPrefix || has_digit(word.word.text)) return;
  const auto found = index.vocabulary().with_prefix(word.word.text);
  std::vector<const Vocabulary::Word*> words;
  for (const auto& candidate : found) words.push_back(&candidate);
  const auto most = std::min(kMaxCompletions, words.size());
  std::partial_sort(words.begin(), words.begin() + static_cast<std::ptrdiff_t>(most), words.end(),
                    [](const auto* a, const auto* b) { return a->articles != b->articles ? a->articles > b->articles : a->text < b->text; });
  words.resize(most);
  for (const auto* candidate : words) {
    std::string term = index.stem(candidate->text);
    if (term != word.word.term) word.same.push_back({{std::move(term)}, 1});
  }
}

}  // namespace

ExpandedQuery expand_nothing(const ParsedQuery& query) {
  ExpandedQuery expanded;
  for (const QueryWord& word : query.words) {
    if (!word.stop) expanded.words.push_back({word, {}, {}});
  }
  return expanded;
}

ExpandedQuery expand(const LanguageIndex& index, const ParsedQuery& query) {
  ExpandedQuery expanded = expand_nothing(query);
  for (ExpandedWord& word : expanded.words) {
    const bool last = query.unfinished && &word == &expanded.words.back();
    if (last) complete(index, word);
    if (word.same.empty() && !is_indexed(index, word.word.term)) correct(index, word, expanded.interpretation);
  }
  return expanded;
}

}  // namespace kb
