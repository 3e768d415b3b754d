#include "kb/search/search.h"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "kb/query/query.h"
#include "kb/search/answer.h"
#include "kb/search/asked.h"
#include "kb/search/attempt.h"
#include "kb/search/hits.h"
#include "kb/search/ranking.h"
#include "kb/store/language_index.h"
#include "kb/text/ascii.h"
#include "kb/text/utf8.h"

namespace kb {

namespace {

constexpr int kCountedTo = 1000;
constexpr std::size_t kMostTellingWords = 16;
constexpr std::size_t kMostOtherLanguages = 8;  // asked in the site's order: each is a search
constexpr int kOfOtherLanguage = 3;             // hits of each

// What is shown, in the order of the page. A pinned article has the first place, so it is shown with the best
// score.
std::vector<Scored> shown(const PageOrder& order, const Ranking& ranking) {
  const auto number = static_cast<std::ptrdiff_t>(order.hits + order.nearest);
  std::vector<Scored> articles(order.articles.begin(), order.articles.begin() + number);
  if (order.pinned != 0)
    articles.front().score = ranking.articles.empty() ? 1 : ranking.articles.front().score;
  return articles;
}

std::vector<FacetCount> count_facets(const LanguageIndex& index, const PageOrder& order) {
  std::map<std::string, int> counts;
  for (std::size_t i = 0; i < order.hits; ++i) {
    const std::string& category = index.card(order.articles[i].document).category;
    if (!category.empty()) ++counts[category.substr(0, category.find('/'))];
  }
  std::vector<FacetCount> facets;
  facets.reserve(counts.size());
  for (const auto& [category, count] : counts) facets.push_back({category, count});
  std::stable_sort(facets.begin(), facets.end(),
                   [](const auto& a, const auto& b) { return a.count > b.count; });
  return facets;
}

std::vector<Scored> page_of(const std::vector<Scored>& articles, int offset, int limit) {
  const auto size = static_cast<int>(articles.size());
  const auto first = articles.begin() + std::min(offset, size);
  return {first, first + std::min(limit, size - std::min(offset, size))};
}

Interpretation interpretation_of(const Attempt& found, const PageOrder& order) {
  Interpretation interpretation = found.expanded.interpretation;
  if (order.hits == 0 && order.nearest > 0) interpretation.relaxed = true;
  for (const QueryWord& word : found.parsed.ignored) interpretation.ignored.push_back(word.shown);
  return interpretation;
}

bool has_letter(std::string_view text) {
  return std::any_of(text.begin(), text.end(), [](char c) { return is_letter(c) || is_continuation(c); });
}

// Words beside those of articles may name somebody, and numbers may be anybody's.
bool is_of_articles(const LanguageIndex& index, const QueryWord& word) {
  if (word.stop || !has_letter(word.text)) return false;
  return word.bigram ? index.is_indexed(word.term) : index.vocabulary().find(word.text) != nullptr;
}

SearchResult search_one_language(const Snapshot& snapshot, const SearchQuery& query) {
  const Snapshot::Lease index = snapshot.lease(query.lang);
  const Attempt found = best_attempt(*index, query);
  const PageOrder order = page_order(*index, snapshot.site(), query, found);
  const std::vector<Scored> articles = shown(order, found.ranking);
  SearchResult result;
  result.confidence = found.confidence;
  result.total = std::min(static_cast<int>(order.hits), kCountedTo);
  result.total_is_minimum = !found.ranking.complete && result.total == kCountedTo;
  result.interpretation = interpretation_of(found, order);
  result.facets = count_facets(*index, order);
  result.hits = make_hits(*index, found.expanded, page_of(articles, query.offset, query.limit));
  for (std::size_t i = 0; i < result.hits.size(); ++i) {
    result.hits[i].lang = query.lang;
    result.hits[i].nearest = static_cast<std::size_t>(query.offset) + i >= order.hits;
  }
  std::optional<Answer> answer = find_answer(*index, found, order);
  result.answers = answer.has_value();
  if (query.offset > 0 || result.hits.empty()) return result;
  result.asked = asked_questions(*index, found);
  if (result.asked.empty()) result.answer = std::move(answer);
  return result;
}

Hit translated(Hit hit, const Card& card, const std::string& lang) {
  hit.lang = lang;
  hit.title = card.title;
  hit.url = card.url;
  hit.category = card.category;
  hit.updated = card.updated;
  hit.heading.clear();
  hit.anchor.clear();
  hit.snippet = {{card.description, false}};
  return hit;
}

bool has(const std::vector<Hit>& hits, const std::string& id) {
  return std::any_of(hits.begin(), hits.end(), [&](const Hit& hit) { return hit.id == id; });
}

// What the site's other languages are sure to have and `own` has not.
std::vector<Hit> hits_of_other_languages(const Snapshot& snapshot, const SearchQuery& query,
                                         const std::vector<Hit>& own) {
  std::vector<Hit> hits;
  std::size_t asked = 0;
  for (const std::string& lang : snapshot.site().languages) {
    if (lang == query.lang) continue;
    if (++asked > kMostOtherLanguages) break;
    SearchQuery other = query;
    other.lang = lang;
    other.limit = kOfOtherLanguage;
    const SearchResult found = search_one_language(snapshot, other);
    if (found.total == 0) continue;
    for (const Hit& hit : found.hits) {
      if (has(own, hit.id) || has(hits, hit.id)) continue;
      const Card* card = snapshot.catalogue(query.lang).find(hit.id);
      hits.push_back(card == nullptr ? hit : translated(hit, *card, query.lang));
      hits.back().nearest = true;
    }
  }
  std::stable_partition(hits.begin(), hits.end(), [&](const Hit& hit) { return hit.lang == query.lang; });
  return hits;
}

}  // namespace

SearchResult search(const Snapshot& snapshot, const SearchQuery& query) try {
  SearchResult result = search_one_language(snapshot, query);
  if (result.total > 0 || query.offset > 0 || query.exact || !query.category.empty()) return result;
  std::vector<Hit> others = hits_of_other_languages(snapshot, query, result.hits);
  const auto limit = static_cast<std::size_t>(query.limit);
  others.resize(std::min(others.size(), limit));
  result.hits.resize(std::min(result.hits.size(), limit - others.size()));
  result.hits.insert(result.hits.end(), others.begin(), others.end());
  return result;
} catch (const Xapian::Error& error) {
  unreadable("search the index", error);
}

std::vector<const Card*> nearest(const Snapshot& snapshot, std::string_view lang, std::string_view text,
                                 int limit) try {
  const Snapshot::Lease index = snapshot.lease(lang);
  ParsedQuery parsed = parse(*index, first_bytes(text, kMaxQueryBytes));
  parsed.phrases.clear();
  parsed.excluded.clear();
  const Ranking ranking = rank(*index, parsed, expand(*index, parsed, Expansion::usual), "");
  std::vector<const Card*> cards;
  for (const Scored& article : page_of(ranking.articles, 0, limit))
    cards.push_back(&index->card(article.document));
  return cards;
} catch (const Xapian::Error& error) {
  unreadable("search the index", error);
}

std::vector<std::string> telling_words(const Snapshot& snapshot, std::string_view lang,
                                       std::string_view text) try {
  const Snapshot::Lease index = snapshot.lease(lang);
  ParsedQuery parsed = parse(*index, text);
  parsed.words.insert(parsed.words.end(), parsed.ignored.begin(), parsed.ignored.end());
  std::erase_if(parsed.words, [&](const QueryWord& word) { return !is_of_articles(*index, word); });
  std::set<std::string> seen;
  std::erase_if(parsed.words, [&](const QueryWord& word) { return !seen.insert(word.text).second; });
  keep_rarest(parsed, kMostTellingWords,
              [&](const QueryWord& word) { return index->articles.get_termfreq(word.term); });
  std::vector<std::string> words;
  for (const QueryWord& word : parsed.words) words.push_back(word.text);
  return words;
} catch (const Xapian::Error& error) {
  unreadable("search the index", error);
}

}  // namespace kb
