#include "kb/search/long_text.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <utility>
#include <vector>

#include "kb/query/limits.h"
#include "kb/query/text_parts.h"
#include "kb/text/utf8.h"
#include "kb/words/common_words.h"

namespace kb {

namespace {

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

// The number of a part's words that do not fill letters anyway.
double uncommon_words(const LanguageIndex& index, const ParsedQuery& part) {
  std::set<std::string_view> words;
  for (const QueryWord& word : part.words)
    if (!is_common_word(index.lang(), word.text)) words.insert(word.text);
  return static_cast<double>(words.size());
}

// How much a part's scores count: the square of its confidence, the root of its best score, which grows with
// the words that were found, and its words that say something. docs/relevance.md has the figures.
double weight_of(const LanguageIndex& index, const Attempt& part) {
  if (part.ranking.articles.empty()) return 0;
  return part.confidence * part.confidence * std::sqrt(part.ranking.articles.front().score) *
         (1 + uncommon_words(index, part.parsed));
}

struct RatedPart {
  ParsedQuery parsed;
  double rating = 0;
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
    const double rating = share * std::sqrt(1 + uncommon_words(index, parsed));
    if (share > 0) parts.push_back({std::move(parsed), rating});
  }
  std::stable_sort(parts.begin(), parts.end(),
                   [](const RatedPart& a, const RatedPart& b) { return a.rating > b.rating; });
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

// Attempts at the parts, the gist of them first, each with its weight.
using Weighted = std::vector<std::pair<Attempt, double>>;

void add(Scored& sum, const Scored& scored, double weight) {
  sum.document = scored.document;
  for (double Scored::*part :
       {&Scored::score, &Scored::text, &Scored::head, &Scored::pairs, &Scored::grams, &Scored::past})
    sum.*part += weight * (scored.*part);
}

// The parts that count are one query more: what is told in several sentences is found by all of them.
constexpr double kGistFrom = 0.2;  // of the part that counts most
ParsedQuery gist_of(const LanguageIndex& index, const Weighted& parts) {
  double most = 0;
  for (const auto& [part, weight] : parts) most = std::max(most, weight);
  ParsedQuery gist;
  for (const auto& [part, weight] : parts) {
    if (weight < kGistFrom * most) continue;
    gist.words.insert(gist.words.end(), part.parsed.words.begin(), part.parsed.words.end());
  }
  keep_rarest(gist, kMaxQueryWords,
              [&](const QueryWord& word) { return index.articles.get_termfreq(word.term); });
  gist.ignored.clear();
  return gist;
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

// Search is as sure of the first article as the surest part that has it first, or as the gist.
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
    if (parts.size() == 1) continue;  // the gist
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
  Weighted parts;
  for (ParsedQuery& parsed : telling_parts(index, sentences, left_out)) {
    Attempt part = attempt(index, std::move(parsed), Expansion::usual, category);
    const double counts = weight_of(index, part);
    parts.emplace_back(std::move(part), counts);
  }
  const bool as_one = parts.empty() || sentences.size() == 1;
  Attempt gist =
      attempt(index, as_one ? parse_plain(index, read) : gist_of(index, parts), Expansion::usual, category);
  const bool shortened = cut || left_out || !gist.parsed.ignored.empty();
  gist.parsed.ignored.clear();
  gist.expanded.interpretation.shortened = shortened;
  if (as_one || gist.ranking.articles.empty()) return gist;
  const double counts = weight_of(index, gist);
  parts.insert(parts.begin(), {std::move(gist), counts});
  share_out(parts);
  Ranking ranking = weighted_sum(parts);
  if (ranking.articles.empty()) return std::move(parts.front().first);
  Attempt made{parts.front().first.parsed, telling_words(parts), std::move(ranking), 0};
  made.expanded.interpretation.shortened = shortened;
  made.confidence = best_confidence(parts, made.ranking);
  made.parts = parts_of(parts);
  return made;
}

}  // namespace kb
