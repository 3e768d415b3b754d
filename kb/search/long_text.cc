#include "kb/search/long_text.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <utility>
#include <vector>

#include "kb/query/limits.h"
#include "kb/query/mail_lines.h"
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
  std::string_view text;
  ParsedQuery parsed;
  double rating = 0;
};

// How long the posting lists are that ranking a part reads. A word that no article has may be corrected to
// one that many have.
std::size_t postings(const LanguageIndex& index, const ParsedQuery& part) {
  const std::size_t corrected = index.articles.get_doccount() / 8;
  std::size_t sum = 0;
  for (const QueryWord& word : part.words) {
    const std::size_t articles = index.articles.get_termfreq(word.term);
    sum += articles > 0 ? articles : corrected;
  }
  return sum;
}

// The parts that are most about the site, the best first.
std::vector<RatedPart> telling_parts(const LanguageIndex& index,
                                     const std::vector<std::string_view>& sentences, bool& left_out) {
  std::vector<RatedPart> parts;
  std::set<std::string_view> seen;  // in logs lines stand again and again
  for (const std::string_view part : sentences) {
    if (!seen.insert(part).second) continue;
    ParsedQuery parsed = parse_plain(index, part);
    parsed.unfinished = parsed.unfinished && part.end() == sentences.back().end();
    const double share = share_in_heads(index, parsed);
    const double rating = share * std::sqrt(1 + uncommon_words(index, parsed));
    if (share > 0) parts.push_back({part, std::move(parsed), rating});
  }
  std::stable_sort(parts.begin(), parts.end(),
                   [](const RatedPart& a, const RatedPart& b) { return a.rating > b.rating; });
  std::vector<RatedPart> telling;
  std::size_t left = kMaxPartsPostings;
  for (RatedPart& part : parts) {
    const std::size_t cost = postings(index, part.parsed);
    if (telling.size() == kMaxParts) break;
    if (cost > left) continue;
    left -= cost;
    telling.push_back(std::move(part));
  }
  left_out = telling.size() < parts.size();
  return telling;
}

void add(Scored& sum, const Scored& scored, double weight) {
  sum.document = scored.document;
  for (double Scored::*part : {&Scored::score, &Scored::text, &Scored::head, &Scored::pairs, &Scored::grams,
                               &Scored::whole, &Scored::past})
    sum.*part += weight * (scored.*part);
}

double most_that_one_counts(const std::vector<TextPart>& parts, std::size_t from) {
  double most = 0;
  for (std::size_t i = from; i < parts.size(); ++i) most = std::max(most, parts[i].counts);
  return most;
}

// The parts that count are one query more: what is told in several sentences is found by all of them.
constexpr double kGistFrom = 0.2;  // of the part that counts most
ParsedQuery gist_of(const LanguageIndex& index, const std::vector<TextPart>& parts) {
  const double most = most_that_one_counts(parts, 0);
  ParsedQuery gist;
  for (const TextPart& part : parts) {
    const auto& words = part.found.parsed.words;
    if (part.counts >= kGistFrom * most) gist.words.insert(gist.words.end(), words.begin(), words.end());
  }
  keep_rarest(gist, kMaxQueryWords,
              [&](const QueryWord& word) { return index.articles.get_termfreq(word.term); });
  return gist;
}

// Makes what the parts count shares of 1, unless none counts.
void share_out(std::vector<TextPart>& parts) {
  double all = 0;
  for (const TextPart& part : parts) all += part.counts;
  for (TextPart& part : parts) part.counts = all > 0 ? part.counts / all : 0;
}

Ranking weighted_sum(const std::vector<TextPart>& parts) {
  std::map<Xapian::docid, Scored> sums;
  Ranking ranking;
  for (const TextPart& part : parts) {
    if (part.counts == 0) continue;
    for (const Scored& scored : part.found.ranking.articles) add(sums[scored.document], scored, part.counts);
    ranking.complete = ranking.complete && part.found.ranking.complete;
  }
  for (const auto& [document, scored] : sums) ranking.articles.push_back(scored);
  sort_best_first(ranking.articles.begin(), ranking.articles.end());
  return ranking;
}

// Search is as sure of the first article as the surest part that has it first, or as the gist.
double best_confidence(const std::vector<TextPart>& parts, const Ranking& ranking) {
  double best = parts.front().found.confidence;
  for (const TextPart& part : parts) {
    const auto& articles = part.found.ranking.articles;
    if (!articles.empty() && articles.front().document == ranking.articles.front().document)
      best = std::max(best, part.found.confidence);
  }
  return best;
}

template <typename T>
void append(std::vector<T>& list, const std::vector<T>& more) {
  list.insert(list.end(), more.begin(), more.end());
}

// The words of the parts that count most: those that made the order, so that they choose sections and are
// marked in snippets. The gist's are theirs.
ExpandedQuery telling_words(const std::vector<TextPart>& parts) {
  const double most = most_that_one_counts(parts, 1);
  ExpandedQuery telling;
  for (auto part = parts.begin() + 1; part != parts.end(); ++part) {
    const ExpandedQuery& expanded = part->found.expanded;
    if (part->counts < most / 2 || telling.words.size() + expanded.words.size() > kMaxQueryWords) continue;
    append(telling.words, expanded.words);
    append(telling.interpretation.corrected, expanded.interpretation.corrected);
    append(telling.interpretation.synonyms, expanded.interpretation.synonyms);
  }
  return telling;
}

constexpr std::size_t kReadAtEachEnd = kMaxReadBytes / 2;

std::string both_ends(std::string_view text) {
  std::string_view end = text.substr(text.size() - kReadAtEachEnd);
  while (!end.empty() && is_continuation(end.front())) end.remove_prefix(1);
  return std::string(first_bytes(text, kReadAtEachEnd)) + "\n" + std::string(end);
}

}  // namespace

Attempt read_long_text(LanguageIndex& index, std::string_view text, const Filter& filter) {
  const bool cut = text.size() > kMaxReadBytes;
  const std::string read = without_mail_lines(cut ? both_ends(text) : text);
  bool left_out = false;
  const std::vector<std::string_view> sentences = text_parts(read);
  std::vector<TextPart> parts;
  for (RatedPart& part : telling_parts(index, sentences, left_out)) {
    Attempt found = attempt(index, std::move(part.parsed), Expansion::usual, filter);
    const double counts = weight_of(index, found);
    const auto at = static_cast<std::size_t>(part.text.data() - read.data());
    const bool question = is_question(std::string_view(read).substr(at + part.text.size()));
    parts.push_back({std::move(found), std::string(part.text), at, question, counts});
  }
  const bool as_one = parts.empty() || sentences.size() == 1;
  Attempt gist =
      attempt(index, as_one ? parse_plain(index, read) : gist_of(index, parts), Expansion::usual, filter);
  const bool shortened = cut || left_out || !gist.parsed.ignored.empty();
  gist.parsed.ignored.clear();
  gist.expanded.interpretation.shortened = shortened;
  if (as_one || gist.ranking.articles.empty()) return gist;
  const double counts = weight_of(index, gist);
  parts.insert(parts.begin(), {std::move(gist), "", 0, false, counts});
  share_out(parts);
  Ranking ranking = weighted_sum(parts);
  if (ranking.articles.empty()) return {std::move(parts.front().found)};
  Attempt made{{parts.front().found.parsed, telling_words(parts), std::move(ranking), 0}};
  made.expanded.interpretation.shortened = shortened;
  made.confidence = best_confidence(parts, made.ranking);
  made.parts = std::move(parts);
  return made;
}

}  // namespace kb
