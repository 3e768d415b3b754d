#include "kb/search.h"

#include <algorithm>
#include <map>

#include "kb/error.h"
#include "kb/language_index.h"
#include "kb/passage.h"
#include "kb/query.h"
#include "kb/ranking.h"
#include "kb/snippet.h"

namespace kb {

namespace {

constexpr double kFloor = 0.2;  // of the best score: what scores less is no hit
constexpr int kCountedTo = 1000;

[[noreturn]] void unreadable(const Xapian::Error& error) {
  throw Error("cannot search the index: " + error.get_msg(), "build the content again");
}

ParsedQuery parse(const LanguageIndex& index, std::string_view text) {
  return parse_query(text, index.lang(), [&](std::string_view word) { return index.stem(word); });
}

// Folded word -> how much it says, for snippets.
std::map<std::string, double> term_weights(const LanguageIndex& index, const ExpandedQuery& expanded) {
  std::map<std::string, double> weights;
  const auto add = [&](const std::string& term) {
    weights[term] = 1.0 / (1.0 + static_cast<double>(index.articles.get_termfreq(term)));
  };
  for (const ExpandedWord& word : expanded.words) {
    add(word.word.term);
    for (const auto* list : {&word.same, &word.also}) {
      for (const Alternative& alternative : *list) {
        for (const std::string& term : alternative.terms) add(term);
      }
    }
  }
  return weights;
}

void drop_below_floor(std::vector<Scored>& articles) {
  if (articles.empty()) return;
  const double floor = articles.front().score * kFloor;
  const auto first_below = std::find_if(articles.begin(), articles.end(), [&](const Scored& s) { return s.score < floor; });
  articles.erase(first_below, articles.end());
}

std::vector<FacetCount> count_facets(const LanguageIndex& index, const std::vector<Scored>& articles) {
  std::map<std::string, int> counts;
  for (const Scored& article : articles) {
    const std::string& category = index.card(article.document).category;
    if (!category.empty()) ++counts[category.substr(0, category.find('/'))];
  }
  std::vector<FacetCount> facets;
  for (const auto& [category, count] : counts) facets.push_back({category, count});
  std::stable_sort(facets.begin(), facets.end(), [](const auto& a, const auto& b) { return a.count > b.count; });
  return facets;
}

std::vector<Scored> page_of(const std::vector<Scored>& articles, int offset, int limit) {
  const auto size = static_cast<int>(articles.size());
  const auto first = articles.begin() + std::min(offset, size);
  return {first, first + std::min(limit, size - std::min(offset, size))};
}

Hit make_hit(const Card& card, const Scored& scored) {
  Hit hit;
  hit.id = card.id;
  hit.title = card.title;
  hit.url = card.url;
  hit.category = card.category;
  hit.score = scored.score;
  hit.updated = card.updated;
  return hit;
}

std::vector<Hit> make_hits(LanguageIndex& index, const ExpandedQuery& expanded, const std::vector<Scored>& articles) {
  const auto passages = best_passages(index, expanded, articles);
  const auto weights = term_weights(index, expanded);
  const auto weight = [&](std::string_view word) {
    const auto found = weights.find(index.stem(word));
    return found == weights.end() ? 0.0 : found->second;
  };
  std::vector<Hit> hits;
  for (const Scored& scored : articles) {
    const Card& card = index.card(scored.document);
    Hit hit = make_hit(card, scored);
    std::string text;
    if (const auto passage = passages.find(scored.document); passage != passages.end()) {
      StoredSection section = index.section(passage->second.section);
      hit.heading = section.heading;
      hit.anchor = section.anchor;
      if (!hit.anchor.empty()) hit.url += "#" + hit.anchor;
      text = std::move(section.text);
    }
    hit.snippet = make_snippet(text.empty() ? card.description : text, weight);
    hits.push_back(std::move(hit));
  }
  return hits;
}

}  // namespace

SearchResult search(const Snapshot& snapshot, const SearchQuery& query) try {
  SearchResult result;
  const Snapshot::Lease index = snapshot.lease(query.lang);
  const ParsedQuery parsed = parse(*index, query.text);
  const ExpandedQuery expanded = query.exact ? expand_nothing(parsed) : expand(*index, parsed);
  Ranking ranking = rank(*index, parsed, expanded, query.category);
  drop_below_floor(ranking.articles);
  result.total = std::min(static_cast<int>(ranking.articles.size()), kCountedTo);
  result.total_is_minimum = !ranking.complete;
  result.interpretation = expanded.interpretation;
  result.facets = count_facets(*index, ranking.articles);
  result.hits = make_hits(*index, expanded, page_of(ranking.articles, query.offset, query.limit));
  if (!ranking.articles.empty()) result.confidence = std::min(1.0, ranking.articles.front().score / ranking.possible);
  return result;
} catch (const Xapian::Error& error) {
  unreadable(error);
}

std::vector<const Card*> nearest(const Snapshot& snapshot, std::string_view lang, std::string_view text, int limit) try {
  const Snapshot::Lease index = snapshot.lease(lang);
  const ParsedQuery parsed = parse(*index, text.substr(0, kMaxQueryBytes));
  const Ranking ranking = rank(*index, parsed, expand(*index, parsed), "");
  std::vector<const Card*> cards;
  for (const Scored& article : page_of(ranking.articles, 0, limit)) cards.push_back(&index->card(article.document));
  return cards;
} catch (const Xapian::Error& error) {
  unreadable(error);
}

}  // namespace kb
