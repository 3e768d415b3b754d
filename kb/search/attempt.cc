#include "kb/search/attempt.h"

#include <algorithm>
#include <utility>

#include "kb/query/code_spellings.h"
#include "kb/query/limits.h"
#include "kb/query/text_parts.h"
#include "kb/search/confidence.h"
#include "kb/search/long_text.h"
#include "kb/text/text.h"
#include "kb/text/utf8.h"

namespace kb {

namespace {

constexpr std::size_t kMostNearest = 10;
// Bytes of a long text whose meaning is compared: a question with its story. A mail means many things.
constexpr std::size_t kLongestCompared = 200;

bool in_doubt(const Attempt& attempt) { return attempt.confidence < kDoubtBelow; }

// How many articles score near the first.
std::size_t count_near_first(const Attempt& attempt) {
  const auto& articles = attempt.ranking.articles;
  if (articles.empty()) return 0;
  const double floor = articles.front().score * kHitFloor;
  const auto end =
      std::find_if(articles.begin(), articles.end(), [&](const Scored& s) { return s.score < floor; });
  return static_cast<std::size_t>(end - articles.begin());
}

// The words as they were read.
std::string words_read(const ExpandedQuery& expanded) {
  std::string words;
  for (const ExpandedWord& word : expanded.words) words += (words.empty() ? "" : " ") + word.word.text;
  return words;
}

// The article that site.yaml pins to this very query, as typed or as read; 0 when there is none.
Xapian::docid pinned_article(const LanguageIndex& index, const Site& site, const SearchQuery& query,
                             const ExpandedQuery& expanded) {
  if (query.exact) return 0;
  const std::string folded = fold_search(query.text);
  const std::string read = words_read(expanded);
  for (const Pin& pin : site.pins) {
    const std::string& lang = pin.lang.empty() ? site.languages.front() : pin.lang;
    if (const std::string pinned = fold_search(pin.query);
        lang != query.lang || (pinned != folded && pinned != read))
      continue;
    const auto document = index.catalogue().document(pin.article);
    if (document != 0 && passes(index.card(document), query.filter)) return document;
  }
  return 0;
}

void add_meaning_of(const LanguageIndex& index, QueryMeaning& meaning, Attempt& made) {
  made.meaning = meaning.vector(index, made.parsed, made.expanded.interpretation.corrected);
  add_meaning(index, made.meaning, made.ranking.articles);
}

}  // namespace

ParsedQuery parse(const LanguageIndex& index, std::string_view text) {
  const Stemmer stem = [&](std::string_view word) { return index.stem(word); };
  ParsedQuery query = parse_query(first_bytes(text, kMaxReadBytes + 1), index.lang(), stem);
  take_apart_amounts(index, query.words);
  read_spellings(
      query, index.lang(), stem, [&](const std::string& term) { return index.is_indexed(term); },
      [&](const std::string& word) { return index.vocabulary().find(word) != nullptr; });
  drop_unknown_symbols(query, [&](const std::string& term) { return index.is_indexed(term); });
  keep_rarest(query, kMaxQueryWords,
              [&](const QueryWord& word) { return index.articles.get_termfreq(word.term); });
  return query;
}

Attempt attempt(LanguageIndex& index, ParsedQuery parsed, Expansion expansion, const Filter& filter,
                QueryMeaning* meaning) {
  Attempt made{{std::move(parsed), {}, {}, 0}};
  made.expanded = expand(index, made.parsed, expansion);
  made.ranking = rank(index, made.parsed, made.expanded, filter);
  if (expansion != Expansion::none) add_past(index, made.expanded, made.ranking);
  if (meaning != nullptr) add_meaning_of(index, *meaning, made);
  made.confidence = confidence(index, made.expanded, made.ranking);
  return made;
}

Attempt best_attempt(LanguageIndex& index, const SearchQuery& query) {
  if (!query.exact && is_long_text(query.text)) {
    Attempt made = read_long_text(index, query.text, query.filter);
    QueryMeaning meaning(query.text);
    if (query.text.size() <= kLongestCompared) add_meaning_of(index, meaning, made);
    return made;
  }
  ParsedQuery parsed = parse(index, query.text);
  if (query.exact) return attempt(index, parsed, Expansion::none, query.filter);
  QueryMeaning meaning(query.text);
  Attempt first = attempt(index, parsed, Expansion::usual, query.filter, &meaning);
  if (!in_doubt(first)) return first;
  const bool restricted = !parsed.phrases.empty() || !parsed.excluded.empty();
  parsed.phrases.clear();
  parsed.excluded.clear();
  Attempt best = std::move(first);
  for (const Expansion expansion : {Expansion::usual, Expansion::widest}) {
    if (!in_doubt(best) || (expansion == Expansion::usual && !restricted)) continue;
    Attempt wider = attempt(index, parsed, expansion, query.filter, &meaning);
    wider.expanded.interpretation.relaxed = restricted;
    const bool finds_more = best.ranking.articles.empty() && !wider.ranking.articles.empty();
    if (!in_doubt(wider) || finds_more) best = std::move(wider);
  }
  return best;
}

std::size_t PageOrder::place_of(Xapian::docid document) const {
  const auto found = std::find_if(articles.begin(), articles.end(),
                                  [&](const Scored& scored) { return scored.document == document; });
  return static_cast<std::size_t>(found - articles.begin());
}

PageOrder page_order(const LanguageIndex& index, const Site& site, const SearchQuery& query,
                     const Attempt& attempt) {
  PageOrder order{.articles = attempt.ranking.articles,
                  .pinned = pinned_article(index, site, query, attempt.expanded)};
  const std::size_t near_first = count_near_first(attempt);
  if (in_doubt(attempt)) {
    order.nearest = std::min(near_first, kMostNearest);
  } else {
    order.hits = near_first;
    order.trusted = order.articles.front().document;
  }
  if (order.pinned == 0) return order;
  const std::size_t at = order.place_of(order.pinned);
  if (at >= order.hits && at < order.hits + order.nearest) --order.nearest;
  if (at >= order.hits) ++order.hits;
  if (at == order.articles.size()) order.articles.push_back({.document = order.pinned});
  const auto article = order.articles.begin() + static_cast<std::ptrdiff_t>(at);
  std::rotate(order.articles.begin(), article, article + 1);
  return order;
}

}  // namespace kb
