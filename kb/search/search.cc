#include "kb/search/search.h"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "kb/model/article.h"
#include "kb/query/query.h"
#include "kb/query/text_parts.h"
#include "kb/search/answer.h"
#include "kb/search/asked.h"
#include "kb/search/attempt.h"
#include "kb/search/facets.h"
#include "kb/search/hits.h"
#include "kb/search/ranking.h"
#include "kb/search/translation.h"
#include "kb/store/language_index.h"
#include "kb/text/ascii.h"
#include "kb/text/utf8.h"

namespace kb {

namespace {

constexpr int kCountedTo = 1000;
constexpr std::size_t kMostTellingWords = 16;
constexpr std::size_t kMostOtherLanguages = 8;  // asked in the site's order: each is a search
constexpr int kOfOtherLanguage = 3;             // hits of each
constexpr double kAsSure = 0.5;  // a part of the own confidence; docs/relevance.md has the figures

// What is shown, in the order of the page. A pinned article has the first place, so it is shown with the best
// score.
std::vector<Scored> shown(const PageOrder& order, const Ranking& ranking) {
  const auto number = static_cast<std::ptrdiff_t>(order.hits + order.nearest);
  std::vector<Scored> articles(order.articles.begin(), order.articles.begin() + number);
  if (order.pinned != 0)
    articles.front().score = ranking.articles.empty() ? 1 : ranking.articles.front().score;
  return articles;
}

// The facets of the hits, and of what would be hits without each field of the filter.
Facets count_facets(const Snapshot& snapshot, LanguageIndex& index, const SearchQuery& query,
                    const PageOrder& order) {
  Facets facets;
  const auto cards_of = [&](const PageOrder& found) {
    std::vector<const Card*> cards;
    for (std::size_t i = 0; i < found.hits; ++i) cards.push_back(&index.card(found.articles[i].document));
    return cards;
  };
  const std::vector<const Card*> own = cards_of(order);
  for (const Facet& facet : kFacets) {
    SearchQuery wider = query;
    std::string& value = wider.filter.*facet.field;
    if (value.empty()) {
      facets.*facet.counts = count_values(facet, own, "");
      continue;
    }
    const std::string chosen = std::exchange(value, "");
    const PageOrder found = page_order(index, snapshot.site(), wider, best_attempt(index, wider));
    facets.*facet.counts = count_values(facet, cards_of(found), chosen);
  }
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

SearchResult result_of(const Snapshot& snapshot, LanguageIndex& index, const SearchQuery& query,
                       const Attempt& found) {
  const PageOrder order = page_order(index, snapshot.site(), query, found);
  const std::vector<Scored> articles = shown(order, found.ranking);
  SearchResult result;
  result.confidence = found.confidence;
  result.total = std::min(static_cast<int>(order.hits), kCountedTo);
  result.total_is_minimum = !found.ranking.complete && result.total == kCountedTo;
  result.interpretation = interpretation_of(found, order);
  result.facets = count_facets(snapshot, index, query, order);
  result.hits = make_hits(index, found.expanded, page_of(articles, query.offset, query.limit));
  for (std::size_t i = 0; i < result.hits.size(); ++i) {
    result.hits[i].lang = query.lang;
    result.hits[i].nearest = static_cast<std::size_t>(query.offset) + i >= order.hits;
  }
  std::optional<Answer> answer = find_answer(index, found, order);
  result.answers = answer.has_value();
  if (query.offset > 0 || result.hits.empty()) return result;
  result.asked = asked_questions(index, found);
  if (result.asked.empty()) result.answer = std::move(answer);
  return result;
}

SearchResult search_one_language(const Snapshot& snapshot, const SearchQuery& query) {
  const Snapshot::Lease index = snapshot.lease(query.lang);
  return result_of(snapshot, *index, query, best_attempt(*index, query));
}

Hit translated(Hit hit, const Card& card, const std::string& lang) {
  hit.lang = lang;
  hit.title = card.title;
  hit.url = card.url;
  hit.category = card.category;
  hit.products = card.products;
  hit.type = to_string(card.type);
  hit.updated = card.updated;
  hit.heading.clear();
  hit.anchor.clear();
  hit.snippet = {{card.description, false}};
  return hit;
}

bool has(const std::vector<Hit>& hits, const std::string& id) {
  return std::any_of(hits.begin(), hits.end(), [&](const Hit& hit) { return hit.id == id; });
}

// What `other`'s language has for the words of `query`, translated where the dictionary knows them. Nothing
// for a long text: most of its words are small talk. The first call reads the query into `meant`, for the
// next ones.
SearchResult search_translated(const Snapshot& snapshot, const SearchQuery& query, const SearchQuery& other,
                               std::optional<ExpandedQuery>& meant) {
  if (is_long_text(query.text)) return {};
  if (!meant) {
    const Snapshot::Lease own = snapshot.lease(query.lang);
    meant = expand(*own, parse(*own, query.text), Expansion::usual);
  }
  const Snapshot::Lease index = snapshot.lease(other.lang);
  const std::optional<ParsedQuery> words = translated(*meant, snapshot.dictionary(query.lang), *index);
  if (!words) return {};
  return result_of(snapshot, *index, other, attempt(*index, *words, Expansion::usual, {}, nullptr));
}

// Calls `add` for each of the site's other languages with the query to ask it.
template <typename Add>
void each_other_language(const Snapshot& snapshot, const SearchQuery& query, Add&& add) {
  std::size_t asked = 0;
  for (const std::string& lang : snapshot.site().languages) {
    if (lang == query.lang) continue;
    if (++asked > kMostOtherLanguages) break;
    SearchQuery other = query;
    other.lang = lang;
    other.offset = 0;
    other.limit = kOfOtherLanguage;
    add(other);
  }
}

// What the site's other languages are sure to have and `own` has not.
std::vector<Hit> hits_of_other_languages(const Snapshot& snapshot, const SearchQuery& query,
                                         const std::vector<Hit>& own) {
  std::vector<Hit> hits;
  std::optional<ExpandedQuery> meant;
  each_other_language(snapshot, query, [&](const SearchQuery& other) {
    SearchResult found = search_one_language(snapshot, other);
    if (found.total == 0) found = search_translated(snapshot, query, other, meant);
    if (found.total == 0) return;
    for (const Hit& hit : found.hits) {
      if (has(own, hit.id) || has(hits, hit.id)) continue;
      const Card* card = snapshot.catalogue(query.lang).find(hit.id);
      hits.push_back(card == nullptr ? hit : translated(hit, *card, query.lang));
      hits.back().nearest = true;
    }
  });
  std::stable_partition(hits.begin(), hits.end(), [&](const Hit& hit) { return hit.lang == query.lang; });
  return hits;
}

// Articles that the visitor's language has not, where another one is about as sure of them as that is of its
// own hits.
std::vector<Hit> found_elsewhere(const Snapshot& snapshot, const SearchQuery& query, double confidence) {
  std::vector<Hit> hits;
  std::optional<ExpandedQuery> meant;
  each_other_language(snapshot, query, [&](const SearchQuery& other) {
    if (!snapshot.has_more(other.lang, query.lang)) return;
    SearchResult found = search_translated(snapshot, query, other, meant);
    if (found.confidence < confidence * kAsSure) return;
    for (Hit& hit : found.hits)
      if (!hit.nearest && !has(hits, hit.id) && snapshot.catalogue(query.lang).find(hit.id) == nullptr)
        hits.push_back(std::move(hit));
  });
  return hits;
}

void cut(std::vector<Hit>& hits, std::size_t most) { hits.resize(std::min(hits.size(), most)); }

// They stand last on the first page, so later pages begin as many hits earlier.
SearchResult with_others(const Snapshot& snapshot, SearchQuery query, SearchResult result) {
  const auto limit = static_cast<std::size_t>(query.limit);
  std::vector<Hit> others = found_elsewhere(snapshot, query, result.confidence);
  cut(others, std::min(limit / 2, static_cast<std::size_t>(kOfOtherLanguage)));
  if (others.empty()) return result;
  const int total = result.total + static_cast<int>(others.size());
  if (query.offset > 0) {
    query.offset -= static_cast<int>(others.size());
    result = search_one_language(snapshot, query);
  } else {
    cut(result.hits, limit - others.size());
    result.hits.insert(result.hits.end(), others.begin(), others.end());
  }
  result.total = total;
  return result;
}

}  // namespace

SearchResult search(const Snapshot& snapshot, const SearchQuery& query) try {
  SearchResult result = search_one_language(snapshot, query);
  if (query.exact || !query.filter.empty()) return result;
  if (result.total > 0) return with_others(snapshot, query, std::move(result));
  if (query.offset > 0) return result;
  std::vector<Hit> others = hits_of_other_languages(snapshot, query, result.hits);
  const auto limit = static_cast<std::size_t>(query.limit);
  cut(others, limit);
  cut(result.hits, limit - others.size());
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
  const Ranking ranking = rank(*index, parsed, expand(*index, parsed, Expansion::usual), {});
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
