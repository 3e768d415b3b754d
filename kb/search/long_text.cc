#include "kb/search/long_text.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <utility>
#include <vector>

#include "kb/search/limits.h"
#include "kb/search/text_parts.h"
#include "kb/text/utf8.h"

namespace kb {

namespace {

// How much a part's scores count: with the whole text twice, the square of its confidence, and the root of
// its best score, which grows with the words that were found. docs/relevance.md has the figures.
constexpr double kWhole = 2;
double weight_of(const Attempt& part) {
  if (part.ranking.articles.empty()) return 0;
  return part.confidence * part.confidence * std::sqrt(part.ranking.articles.front().score);
}

// Nobody means operators in a mail.
ParsedQuery parse_plain(const LanguageIndex& index, std::string_view text) {
  ParsedQuery parsed = parse(index, text);
  parsed.phrases.clear();
  parsed.words.insert(parsed.words.end(), parsed.excluded.begin(), parsed.excluded.end());
  parsed.excluded.clear();
  return parsed;
}

// The share of a part's words that stand in titles, questions or keywords: what a site is about, small talk
// is not.
double share_in_heads(const LanguageIndex& index, const ParsedQuery& part) {
  double words = 0;
  double known = 0;
  for (const QueryWord& word : part.words) {
    if (word.stop) continue;
    ++words;
    if (index.heads.term_exists(word.term)) ++known;
  }
  return words > 0 ? known / words : 0;
}

struct RatedPart {
  ParsedQuery parsed;
  double share = 0;
};

// How long the posting lists are that ranking a part reads.
std::size_t postings(const LanguageIndex& index, const ParsedQuery& part) {
  std::size_t sum = 0;
  for (const QueryWord& word : part.words) sum += index.articles.get_termfreq(word.term);
  return sum;
}

// The parts that are most about the site, the best first.
std::vector<ParsedQuery> telling_parts(const LanguageIndex& index,
                                       const std::vector<std::string_view>& sentences, bool& left_out) {
  std::vector<RatedPart> parts;
  for (const std::string_view part : sentences) {
    ParsedQuery parsed = parse_plain(index, part);
    parsed.unfinished = parsed.unfinished && part.end() == sentences.back().end();
    const double share = share_in_heads(index, parsed);
    if (share > 0) parts.push_back({std::move(parsed), share});
  }
  std::stable_sort(parts.begin(), parts.end(),
                   [](const RatedPart& a, const RatedPart& b) { return a.share > b.share; });
  std::vector<ParsedQuery> telling;
  std::size_t left = kMaxPartsPostings;
  for (RatedPart& part : parts) {
    const std::size_t cost = postings(index, part.parsed);
    if (telling.size() == kMaxParts) break;
    if (cost > left) continue;
    left -= cost;
    telling.push_back(std::move(part.parsed));
  }
  left_out = telling.size() < parts.size();
  return telling;
}

// Attempts at the whole text and at its parts, each with its weight.
using Weighted = std::vector<std::pair<Attempt, double>>;

void add(Scored& sum, const Scored& scored, double weight) {
  sum.document = scored.document;
  for (double Scored::*part : {&Scored::score, &Scored::text, &Scored::head, &Scored::pairs, &Scored::grams})
    sum.*part += weight * (scored.*part);
}

// Makes the weights shares of 1, unless all are 0.
void share_out(Weighted& attempts) {
  double all = 0;
  for (const auto& [attempt, weight] : attempts) all += weight;
  for (auto& [attempt, weight] : attempts) weight = all > 0 ? weight / all : 0;
}

Ranking weighted_sum(const Weighted& attempts) {
  std::map<Xapian::docid, Scored> sums;
  Ranking ranking;
  for (const auto& [attempt, weight] : attempts) {
    if (weight == 0) continue;
    for (const Scored& scored : attempt.ranking.articles) add(sums[scored.document], scored, weight);
    ranking.complete = ranking.complete && attempt.ranking.complete;
  }
  for (const auto& [document, scored] : sums) ranking.articles.push_back(scored);
  std::stable_sort(ranking.articles.begin(), ranking.articles.end(),
                   [](const Scored& a, const Scored& b) { return a.score > b.score; });
  return ranking;
}

// Search is as sure of the first article as the surest part that has it first, or as the whole text.
double best_confidence(const Weighted& attempts, const Ranking& ranking) {
  double best = attempts.front().first.confidence;
  for (const auto& [attempt, weight] : attempts) {
    const auto& articles = attempt.ranking.articles;
    if (!articles.empty() && articles.front().document == ranking.articles.front().document)
      best = std::max(best, attempt.confidence);
  }
  return best;
}

// The words of the parts that count most: those that made the order, so that they choose sections and are
// marked in snippets.
ExpandedQuery telling_words(const Weighted& attempts) {
  double most = 0;
  for (std::size_t i = 1; i < attempts.size(); ++i) most = std::max(most, attempts[i].second);
  ExpandedQuery telling;
  for (std::size_t i = 1; i < attempts.size(); ++i) {
    const auto& [attempt, weight] = attempts[i];
    if (weight < most / 2 || telling.words.size() + attempt.expanded.words.size() > kMaxQueryWords) continue;
    telling.words.insert(telling.words.end(), attempt.expanded.words.begin(), attempt.expanded.words.end());
    const Interpretation& said = attempt.expanded.interpretation;
    auto& corrected = telling.interpretation.corrected;
    auto& synonyms = telling.interpretation.synonyms;
    corrected.insert(corrected.end(), said.corrected.begin(), said.corrected.end());
    synonyms.insert(synonyms.end(), said.synonyms.begin(), said.synonyms.end());
  }
  return telling;
}

std::vector<TextPart> parts_of(const Weighted& attempts) {
  std::vector<TextPart> parts;
  for (const auto& [attempt, weight] : attempts) {
    TextPart& part = parts.emplace_back();
    part.confidence = attempt.confidence;
    part.counts = weight;
    if (parts.size() == 1) continue;  // the whole
    for (const QueryWord& word : attempt.parsed.words)
      part.text += (part.text.empty() ? "" : " ") + word.shown;
  }
  return parts;
}

constexpr std::size_t kReadAtEachEnd = kMaxReadBytes / 2;

std::string both_ends(std::string_view text) {
  std::string_view end = text.substr(text.size() - kReadAtEachEnd);
  while (!end.empty() && is_continuation(end.front())) end.remove_prefix(1);
  return std::string(first_bytes(text, kReadAtEachEnd)) + "\n" + std::string(end);
}

}  // namespace

Attempt read_long_text(LanguageIndex& index, std::string_view text, std::string_view category) {
  const bool cut = text.size() > kMaxReadBytes;
  const std::string read = cut ? both_ends(text) : std::string(text);
  bool left_out = false;
  const std::vector<std::string_view> sentences = text_parts(read);
  std::vector<ParsedQuery> parts = telling_parts(index, sentences, left_out);
  Attempt whole = attempt(index, parse_plain(index, read), Expansion::usual, category);
  whole.expanded.interpretation.shortened = cut || left_out || !whole.parsed.ignored.empty();
  whole.parsed.ignored.clear();
  if (parts.empty() || sentences.size() == 1) return whole;
  const double weight = kWhole * weight_of(whole);
  Weighted attempts{{whole, weight}};
  for (ParsedQuery& parsed : parts) {
    Attempt part = attempt(index, std::move(parsed), Expansion::usual, category);
    const double counts = weight_of(part);
    attempts.emplace_back(std::move(part), counts);
  }
  share_out(attempts);
  Ranking ranking = weighted_sum(attempts);
  if (ranking.articles.empty()) return whole;
  Attempt made{whole.parsed, telling_words(attempts), std::move(ranking), 0};
  made.expanded.interpretation.shortened = whole.expanded.interpretation.shortened;
  made.confidence = best_confidence(attempts, made.ranking);
  made.parts = parts_of(attempts);
  return made;
}

}  // namespace kb
