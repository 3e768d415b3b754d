#include "kb/search/meaning.h"

#include <algorithm>
#include <limits>
#include <utility>

#include "kb/model/article.h"
#include "kb/store/meaning_texts.h"
#include "kb/text/ascii.h"
#include "kb/text/utf8.h"

namespace kb {

namespace {

// Both from docs/relevance.md.
constexpr double kMeaningWeight = 1;          // of the best score so far
constexpr std::size_t kMostQueryPieces = 32;  // what takes about six milliseconds

std::string telling_words_of(const ParsedQuery& parsed) {
  std::string words;
  for (const QueryWord& word : parsed.words)
    if (!word.stop) words += (words.empty() ? "" : " ") + word.shown;
  return words;
}

// Near ones differ more than far ones: far texts are more or less far by chance. None is less than 0.
double squared(double nearness) { return nearness > 0 ? nearness * nearness : 0; }

// Whether a word ends at this place of a text, or none began.
bool is_border(std::string_view text, std::size_t at) {
  return at >= text.size() || !(is_letter(text[at]) || is_continuation(text[at]));
}

std::string corrected_text(std::string_view text, const std::vector<Replacement>& corrected) {
  std::string out(text);
  for (const auto& [from, to] : corrected) {
    for (std::size_t at = out.find(from); at != std::string::npos; at = out.find(from, at + 1)) {
      if ((at > 0 && !is_border(out, at - 1)) || !is_border(out, at + from.size())) continue;
      out.replace(at, from.size(), to);
      break;
    }
  }
  return out;
}

}  // namespace

const MeaningVector& QueryMeaning::vector(const LanguageIndex& index, const ParsedQuery& parsed,
                                          const std::vector<Replacement>& corrected) {
  const LanguageMeaning* meaning = index.meaning();
  if (meaning == nullptr || parsed.words.empty()) return vector_ = {};
  std::string text = corrected_text(text_, corrected);
  if (meaning->model.pieces.cut(text).size() > kMostQueryPieces)
    text = corrected_text(telling_words_of(parsed), corrected);
  if (vector_.empty() || text != read_) vector_ = encode_meaning(meaning->model, text, kMostQueryPieces);
  read_ = std::move(text);
  return vector_;
}

void add_meaning(const LanguageIndex& index, const MeaningVector& query, std::vector<Scored>& articles) {
  if (query.empty() || articles.empty()) return;
  const auto last = articles.begin() + static_cast<std::ptrdiff_t>(std::min(articles.size(), kCompared));
  const double best = articles.front().score;
  double least = std::numeric_limits<double>::max();
  for (auto article = articles.begin(); article != last; ++article) {
    article->nearness = joined(cosines(query, index.meaning()->vectors.of(article->document)));
    least = std::min(least, article->nearness);
  }
  for (auto article = articles.begin(); article != last; ++article) {
    article->meaning = kMeaningWeight * best * (squared(article->nearness) - squared(least));
    article->score += article->meaning;
  }
  sort_best_first(articles.begin(), last);
}

std::string nearest_text(const LanguageIndex& index, const MeaningVector& query, Xapian::docid document) {
  if (query.empty()) return "";
  const std::vector<double> found = cosines(query, index.meaning()->vectors.of(document));
  const std::vector<std::string> texts = meaning_texts(index.article(document));
  if (found.empty() || found.size() != texts.size()) return "";
  return texts[static_cast<std::size_t>(std::max_element(found.begin(), found.end()) - found.begin())];
}

}  // namespace kb
