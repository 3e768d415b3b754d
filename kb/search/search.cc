#include "kb/search/search.h"

#include <algorithm>
#include <map>

#include "kb/model/error.h"
#include "kb/search/attempt.h"
#include "kb/search/confidence.h"
#include "kb/search/hits.h"
#include "kb/search/query.h"
#include "kb/search/ranking.h"
#include "kb/store/language_index.h"
#include "kb/text/utf8.h"

namespace kb {

namespace {

constexpr int kCountedTo = 1000;
constexpr std::size_t kLongestAnswer = 1500;  // letters; more is an article, not an answer

[[noreturn]] void unreadable(const Xapian::Error& error) {
  throw Error("cannot search the index: " + error.get_msg(), "build the content again");
}

// The article that site.yaml pins to just this query is made the first.
void apply_pin(Xapian::docid document, std::vector<Scored>& articles) {
  if (document == 0) return;
  const double best = articles.empty() ? 1 : articles.front().score;
  std::erase_if(articles, [&](const Scored& s) { return s.document == document; });
  articles.insert(articles.begin(), Scored{.document = document, .score = best});
}

std::vector<FacetCount> count_facets(const LanguageIndex& index, const std::vector<Scored>& articles) {
  std::map<std::string, int> counts;
  for (const Scored& article : articles) {
    const std::string& category = index.card(article.document).category;
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

// The best section of the first hit in its own words, whole or not at all.
std::optional<Answer> make_answer(const LanguageIndex& index, const Hit& hit, Xapian::docid document) {
  const Article article = index.article(document);
  for (const Section& section : article.sections) {
    if (section.anchor != hit.anchor || (section.anchor.empty() && section.text.empty())) continue;
    if (section.text.empty() || length(section.text) > kLongestAnswer) return std::nullopt;
    return Answer{hit.id, hit.title, section.heading, hit.url, section.html};
  }
  return std::nullopt;
}

}  // namespace

SearchResult search(const Snapshot& snapshot, const SearchQuery& query) try {
  SearchResult result;
  const Snapshot::Lease index = snapshot.lease(query.lang);
  Attempt found = best_attempt(*index, query);
  Ranking& ranking = found.ranking;
  ranking.articles.resize(count_hits(found));
  const Xapian::docid trusted = ranking.articles.empty() ? 0 : ranking.articles.front().document;
  const Xapian::docid pinned = pinned_article(*index, snapshot.site(), query);
  const bool leads = lead(ranking, 2) >= kAnswerLead || pinned == trusted;
  apply_pin(pinned, ranking.articles);
  result.confidence = found.confidence;
  result.total = std::min(static_cast<int>(ranking.articles.size()), kCountedTo);
  result.total_is_minimum = !ranking.complete && result.total == kCountedTo;
  result.interpretation = found.expanded.interpretation;
  if (trusted != 0 && found.confidence < kNearestBelow && !query.exact) result.interpretation.relaxed = true;
  for (const QueryWord& word : found.parsed.ignored) result.interpretation.ignored.push_back(word.shown);
  result.facets = count_facets(*index, ranking.articles);
  result.hits = make_hits(*index, found.expanded, page_of(ranking.articles, query.offset, query.limit));
  // Confidence speaks of the article that search put first, not of a pinned one.
  result.answers = trusted != 0 && leads && found.confidence >= kAnswerFrom &&
                   ranking.articles.front().document == trusted;
  if (result.answers && query.offset == 0 && !result.hits.empty()) {
    result.answer = make_answer(*index, result.hits.front(), ranking.articles.front().document);
  }
  return result;
} catch (const Xapian::Error& error) {
  unreadable(error);
}

std::vector<const Card*> nearest(const Snapshot& snapshot, std::string_view lang, std::string_view text,
                                 int limit) try {
  const Snapshot::Lease index = snapshot.lease(lang);
  ParsedQuery parsed = parse(*index, text.substr(0, kMaxQueryBytes));
  parsed.phrases.clear();
  parsed.excluded.clear();
  const Ranking ranking = rank(*index, parsed, expand(*index, parsed, Effort::normal), "");
  std::vector<const Card*> cards;
  for (const Scored& article : page_of(ranking.articles, 0, limit))
    cards.push_back(&index->card(article.document));
  return cards;
} catch (const Xapian::Error& error) {
  unreadable(error);
}

}  // namespace kb
