#include "kb/search/explain.h"

#include <algorithm>
#include <map>

#include "kb/model/error.h"
#include "kb/query/match.h"
#include "kb/query/match_query.h"
#include "kb/search/attempt.h"

namespace kb {

namespace {

using Documents = std::vector<Xapian::docid>;
using WordScores = std::map<Xapian::docid, std::vector<WordScore>>;

// No word has capitals.
std::string_view without_prefix(std::string_view term) {
  for (const std::string_view prefix : {kCodePrefix, kSymbolPrefix})
    if (term.starts_with(prefix)) return term.substr(prefix.size());
  return term;
}

std::vector<std::string> phrases(std::vector<Alternative>::const_iterator first,
                                 std::vector<Alternative>::const_iterator last) {
  std::vector<std::string> out;
  for (; first != last; ++first) {
    std::string& phrase = out.emplace_back();
    for (const std::string_view term : first->terms) {
      if (!phrase.empty()) phrase += ' ';
      phrase += without_prefix(term);
    }
  }
  return out;
}

ExplainedWord explain_word(const LanguageIndex& index, const ExpandedWord& word) {
  const auto others = word.instead.begin() + (word.corrected.empty() || word.sure ? 0 : 1);
  const std::string term(without_prefix(word.word.term));
  return {word.word.shown,
          term,
          index.articles.get_termfreq(word.word.term),
          word.word.stop,
          word.corrected,
          word.same.size(),
          phrases(others, word.instead.end())};
}

bool is_reordered(const Ranking& ranking, Xapian::docid document) {
  const auto& articles = ranking.articles;
  const auto last = articles.begin() + static_cast<std::ptrdiff_t>(std::min(articles.size(), kReordered));
  return std::any_of(articles.begin(), last,
                     [&](const Scored& scored) { return scored.document == document; });
}

WordScores word_scores(const LanguageIndex& index, const Attempt& found, Documents documents) {
  std::sort(documents.begin(), documents.end());
  documents.erase(std::unique(documents.begin(), documents.end()), documents.end());
  const auto& words = found.expanded.words;
  WordScores scores;
  for (const Xapian::docid document : documents) scores[document].resize(words.size());
  for (std::size_t i = 0; i < words.size(); ++i) {
    const bool counts = !words[i].word.stop || found.ranking.by_stop_words;
    // A score is a sum over words, so a search for one word alone gives its share.
    const auto word = any_word({{words[i]}, {}}, StopWords::keep);
    for (const auto& [document, score] :
         scores_among(index.articles, word, text_bm25(index.lang()), documents))
      if (counts || is_reordered(found.ranking, document)) scores[document][i].text = score;
    for (const auto& [document, score] : scores_among(index.heads, word, kHeadBm25, documents))
      scores[document][i].head = kHeadWeight * score;
  }
  return scores;
}

// Of a long text the words of its telling parts are compared, so that there may be no such search.
void explain_past(const LanguageIndex& index, const Attempt& found, Xapian::docid document,
                  ExplainedArticle& out) {
  for (const PastVote& vote : past_votes(index, found.expanded)) {
    if (vote.document != document) continue;
    const PastSearch& search = index.past()[vote.loudest];
    out.learned = search.query;
    for (const PastChoice& choice : search.choices)
      if (choice.document == document) out.learned_weight = choice.weight;
  }
}

ExplainedArticle explain_article(const LanguageIndex& index, const Attempt& found, const PageOrder& order,
                                 std::size_t at, const WordScores& words) {
  const Scored& scored = order.articles[at];
  ExplainedArticle out;
  out.rank = at + 1;
  out.id = index.card(scored.document).id;
  out.pinned = scored.document == order.pinned;
  out.score = scored.score;
  out.text = scored.text;
  out.head = kHeadWeight * scored.head;
  out.pairs = scored.pairs;
  out.grams = scored.grams;
  out.whole = scored.whole;
  out.past = scored.past;
  if (scored.past > 0) explain_past(index, found, scored.document, out);
  out.meaning = scored.meaning;
  if (scored.nearness > 0) out.means = nearest_text(index, found.meaning, scored.document);
  out.words = words.at(scored.document);
  return out;
}

Why explain_why(const LanguageIndex& index, const Attempt& found, const PageOrder& order,
                Xapian::docid document, const WordScores& words) {
  Why why;
  const std::size_t at = order.place_of(document);
  if (at == order.articles.size()) {
    why.article.id = index.card(document).id;
    why.article.words = words.at(document);
    const bool matches = std::any_of(why.article.words.begin(), why.article.words.end(),
                                     [](const WordScore& word) { return word.text > 0; });
    why.verdict = matches ? Verdict::left_out : Verdict::unmatched;
    return why;
  }
  why.article = explain_article(index, found, order, at, words);
  if (at > 0) why.above = explain_article(index, found, order, at - 1, words);
  why.verdict = at < order.hits                   ? Verdict::hit
                : at < order.hits + order.nearest ? Verdict::nearest
                                                  : Verdict::below_floor;
  return why;
}

Xapian::docid document_of(const LanguageIndex& index, std::string_view id) {
  const Xapian::docid document = index.catalogue().document(id);
  if (document != 0) return document;
  if (index.catalogue().find_any(id) != nullptr) {
    throw Error("the article '" + std::string(id) + "' is unlisted, so no search finds it",
                "remove unlisted from its front matter if it is to be found");
  }
  throw Error("the index has no article '" + std::string(id) + "' in " + index.lang(),
              "name it by its id: the path below the language, without .md");
}

// The articles that the explanation is about.
Documents documents_of(const PageOrder& order, std::size_t shown, Xapian::docid why) {
  Documents documents;
  for (std::size_t i = 0; i < shown; ++i) documents.push_back(order.articles[i].document);
  if (why == 0) return documents;
  documents.push_back(why);
  const std::size_t at = order.place_of(why);
  if (at > 0 && at < order.articles.size()) documents.push_back(order.articles[at - 1].document);
  return documents;
}

}  // namespace

Explanation explain(const Snapshot& snapshot, const SearchQuery& query, std::string_view why) try {
  const Snapshot::Lease index = snapshot.lease(query.lang);
  const Xapian::docid asked = why.empty() ? 0 : document_of(*index, why);
  const Attempt found = best_attempt(*index, query);
  const PageOrder order = page_order(*index, snapshot.site(), query, found);
  const std::size_t shown = std::min(order.hits + order.nearest, static_cast<std::size_t>(query.limit));
  const WordScores words = word_scores(*index, found, documents_of(order, shown, asked));

  Explanation out;
  out.confidence = found.confidence;
  out.by_stop_words = found.ranking.by_stop_words;
  for (const TextPart& part : found.parts)
    out.parts.push_back({part.text, part.found.confidence, part.counts});
  for (const ExpandedWord& word : found.expanded.words) out.words.push_back(explain_word(*index, word));
  for (std::size_t i = 0; i < shown; ++i) out.hits.push_back(explain_article(*index, found, order, i, words));
  if (asked != 0) out.why = explain_why(*index, found, order, asked, words);
  return out;
} catch (const Xapian::Error& error) {
  unreadable("search the index", error);
}

}  // namespace kb
