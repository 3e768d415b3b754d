#include "kb/search.h"

#include <algorithm>
#include <map>

#include "kb/confidence.h"
#include "kb/error.h"
#include "kb/hits.h"
#include "kb/language_index.h"
#include "kb/query.h"
#include "kb/ranking.h"
#include "kb/text.h"

namespace kb {

namespace {

constexpr double kHitFloor = 0.2;  // of the best score: what scores less is no hit
constexpr int kCountedTo = 1000;
constexpr std::size_t kLongestAnswer = 1500;  // letters; more is an article, not an answer

[[noreturn]] void unreadable(const Xapian::Error& error) {
  throw Error("cannot search the index: " + error.get_msg(), "build the content again");
}

ParsedQuery parse(const LanguageIndex& index, std::string_view text) {
  ParsedQuery query =
      parse_query(text, index.lang(), [&](std::string_view word) { return index.stem(word); });
  keep_rarest(query, kMaxQueryWords,
              [&](const QueryWord& word) { return index.articles.get_termfreq(word.term); });
  return query;
}

// One way to understand the query, and what it finds.
struct Attempt {
  ParsedQuery parsed;
  ExpandedQuery expanded;
  Ranking ranking;
  double confidence = 0;
};

Attempt attempt(LanguageIndex& index, const ParsedQuery& parsed, Effort effort, std::string_view category) {
  Attempt made{parsed, expand(index, parsed, effort), {}, 0};
  made.ranking = rank(index, made.parsed, made.expanded, category);
  made.confidence = confidence(index, made.expanded, made.ranking);
  return made;
}

// As typed first; then step by step with less asked of the articles and more doubt about the words.
Attempt best_attempt(LanguageIndex& index, const SearchQuery& query) {
  ParsedQuery parsed = parse(index, query.text);
  Attempt first = attempt(index, parsed, query.exact ? Effort::none : Effort::normal, query.category);
  if (query.exact || first.confidence >= kNothingBelow) return first;
  const bool restricted = !parsed.phrases.empty() || !parsed.excluded.empty();
  parsed.phrases.clear();
  parsed.excluded.clear();
  if (restricted) {
    Attempt relaxed = attempt(index, parsed, Effort::normal, query.category);
    relaxed.expanded.interpretation.relaxed = true;
    if (relaxed.confidence >= kNothingBelow) return relaxed;
  }
  Attempt doubting = attempt(index, parsed, Effort::most, query.category);
  doubting.expanded.interpretation.relaxed = restricted;
  return doubting.confidence >= kNothingBelow ? doubting : first;
}

void drop_below_floor(Ranking& ranking, double confidence) {
  auto& articles = ranking.articles;
  if (confidence < kNothingBelow) articles.clear();
  if (articles.empty()) return;
  const double floor = articles.front().score * kHitFloor;
  articles.erase(
      std::find_if(articles.begin(), articles.end(), [&](const Scored& s) { return s.score < floor; }),
      articles.end());
}

// The article that site.yaml pins to just this query, made the first.
void apply_pins(const LanguageIndex& index, const Site& site, const SearchQuery& query, Ranking& ranking) {
  const std::string folded = fold(query.text);
  for (const Pin& pin : site.pins) {
    const Card* card =
        pin.lang == query.lang && fold(pin.query) == folded ? index.catalogue().find(pin.article) : nullptr;
    if (card == nullptr) continue;
    const auto document = static_cast<Xapian::docid>(card - index.catalogue().cards().data()) + 1;
    auto& articles = ranking.articles;
    const double best = articles.empty() ? 1 : articles.front().score;
    std::erase_if(articles, [&](const Scored& s) { return s.document == document; });
    articles.insert(articles.begin(), Scored{document, best, 0, 0, 0});
    return;
  }
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
  drop_below_floor(ranking, found.confidence);
  if (!query.exact && query.category.empty()) apply_pins(*index, snapshot.site(), query, ranking);
  result.confidence = found.confidence;
  result.total = std::min(static_cast<int>(ranking.articles.size()), kCountedTo);
  result.total_is_minimum = !ranking.complete;
  result.interpretation = found.expanded.interpretation;
  for (const QueryWord& word : found.parsed.ignored) result.interpretation.ignored.push_back(word.shown);
  result.facets = count_facets(*index, ranking.articles);
  result.hits = make_hits(*index, found.expanded, page_of(ranking.articles, query.offset, query.limit));
  if (found.confidence >= kAnswerFrom && query.offset == 0 && !result.hits.empty()) {
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
