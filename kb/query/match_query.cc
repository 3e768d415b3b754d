#include "kb/query/match_query.h"

#include <algorithm>
#include <utility>

#include "kb/query/limits.h"
#include "kb/query/match.h"
#include "kb/store/index_schema.h"
#include "kb/text/ascii.h"
#include "kb/text/grams.h"

namespace kb {

namespace {

using Xapian::Query;

constexpr Xapian::termcount kPairWindow = 3;  // one other word may stand between; docs/relevance.md, "NEAR/3"

constexpr double kCodeWeight = 2;  // docs/relevance.md: whoever copies a code asks about nothing else

// A word with its signs ("--force") comes before those that only repeat the word.
constexpr double kSignedWord = 4;

constexpr double kExactCode =
    0.2;  // of its score: letter grams tell no codes apart, so this puts the typed one first

Query any_of(const std::vector<Query>& parts) { return {Query::OP_OR, parts.begin(), parts.end()}; }

Query of(const Alternative& alternative) {
  const auto& terms = alternative.terms;
  return terms.size() == 1 ? Query(terms.front()) : Query(Query::OP_PHRASE, terms.begin(), terms.end());
}

// "e1042", "1042b" and "x100", but no word with one digit, which names a product or its version, and no
// number.
bool is_code(std::string_view word) {
  return std::any_of(word.begin(), word.end(), is_letter) &&
         std::count_if(word.begin(), word.end(), is_digit) >= 2;
}

// Documents with a symbol, all with the same score.
Query having(const std::string& symbol, double weight) {
  const Query all((new Xapian::FixedWeightPostingSource(weight))->release());  // the query deletes it
  return {Query::OP_FILTER, all, Query(symbol)};
}

// A word and its alternatives count as one word. OP_MAX would let each keep its own rarity, but Xapian 1.4.22
// crashes on it when more documents match than are asked for.
Query any_spelling(const ExpandedWord& word) {
  std::vector<Query> any{Query(word.word.term)};
  for (const auto* list : {&word.same, &word.instead}) {
    for (const Alternative& alternative : *list) any.push_back(of(alternative));
  }
  if (any.size() == 1) return any.front();
  Query word_and_others(Query::OP_SYNONYM, any.begin(), any.end());
  if (!word.spelled) return word_and_others;
  return {Query::OP_OR, word_and_others, Query(kExactCode, any.front())};
}

Query of(const ExpandedWord& word) {
  if (word.word.symbol) return having(word.word.term, word.sign_weight);
  Query any = is_code(word.word.text) ? Query(kCodeWeight, any_spelling(word)) : any_spelling(word);
  if (word.sign_weight == 0) return any;
  return {Query::OP_OR, any, having(word.word.sign, kSignedWord * word.sign_weight)};
}

// Grams that no article has are dropped.
void keep_rarest(const Xapian::Database& database, std::vector<std::string>& grams) {
  std::vector<std::pair<Xapian::doccount, std::string>> known;
  for (std::string& gram : grams) {
    if (const auto count = database.get_termfreq(gram); count > 0) known.emplace_back(count, std::move(gram));
  }
  std::sort(known.begin(), known.end());
  known.resize(std::min(known.size(), kMaxGrams));
  grams.clear();
  for (auto& [count, gram] : known) grams.push_back(std::move(gram));
}

// Found by their cards: indexes from before there were products have no terms for them.
std::vector<Xapian::docid> documents_of(const LanguageIndex& index, const Filter& filter) {
  std::vector<Xapian::docid> documents;
  Xapian::docid document = 0;
  for (const Card& card : index.catalogue().cards()) {
    ++document;
    if (passes(card, filter)) documents.push_back(document);
  }
  return documents;
}

}  // namespace

Query any_word(const ExpandedQuery& expanded, StopWords stop_words) {
  std::vector<Query> words;
  for (const ExpandedWord& word : expanded.words) {
    if (stop_words == StopWords::keep || word.word.stop == (stop_words == StopWords::alone))
      words.push_back(of(word));
  }
  return any_of(words);
}

Query any_pair(const ExpandedQuery& expanded) {
  std::vector<Query> pairs;
  for (std::size_t i = 1; i < expanded.words.size(); ++i) {
    const std::vector<std::string> two{term_of(expanded.words[i - 1]), term_of(expanded.words[i])};
    if (two[0] != two[1]) pairs.emplace_back(Query::OP_NEAR, two.begin(), two.end(), kPairWindow);
  }
  return any_of(pairs);
}

Query rarest_grams(const Xapian::Database& grams, const ExpandedQuery& expanded) {
  std::vector<std::string> words;
  for (const ExpandedWord& word : expanded.words) {
    if (!word.word.bigram) words.push_back(word.corrected.empty() ? word.word.text : word.corrected);
  }
  std::vector<std::string> all = letter_grams(words);
  std::sort(all.begin(), all.end());
  all.erase(std::unique(all.begin(), all.end()), all.end());
  if (all.size() > kMaxGrams) keep_rarest(grams, all);
  return any_of({all.begin(), all.end()});
}

Query restricted(const LanguageIndex& index, Query query, const ParsedQuery& parsed, const Filter& filter) {
  if (!filter.empty()) query = among(query, documents_of(index, filter));
  for (const auto& phrase : parsed.phrases) {
    std::vector<std::string> terms;
    for (const QueryWord& word : phrase) terms.push_back(word.term);
    query = Query(Query::OP_FILTER, query, Query(Query::OP_PHRASE, terms.begin(), terms.end()));
  }
  for (const QueryWord& word : parsed.excluded) query = Query(Query::OP_AND_NOT, query, Query(word.term));
  return query;
}

}  // namespace kb
