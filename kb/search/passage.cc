#include "kb/search/passage.h"

#include <algorithm>

#include "kb/query/match_query.h"

namespace kb {

namespace {

std::vector<Xapian::docid> sections_of(const LanguageIndex& index, const std::vector<Scored>& articles) {
  std::vector<Xapian::docid> documents;
  for (const Scored& article : articles) {
    const Card& card = index.card(article.document);
    for (unsigned i = 0; i < card.sections; ++i) documents.push_back(card.first_section + i);
  }
  std::sort(documents.begin(), documents.end());
  return documents;
}

}  // namespace

std::unordered_map<Xapian::docid, Xapian::docid> best_passages(LanguageIndex& index,
                                                               const ExpandedQuery& expanded,
                                                               const std::vector<Scored>& articles) {
  std::unordered_map<Xapian::docid, Xapian::docid> best;
  if (articles.empty()) return best;
  const Xapian::Query query = among(any_word(expanded, StopWords::keep), sections_of(index, articles));
  const Xapian::MSet found = match(index.sections, query, kSectionBm25,
                                   static_cast<Xapian::doccount>(articles.size()), Collapse::by_article);
  for (auto hit = found.begin(); hit != found.end(); ++hit) best[article_of(hit)] = *hit;
  return best;
}

Scores section_scores(const LanguageIndex& index, const ExpandedQuery& expanded, Xapian::docid article) {
  return scores_among(index.sections, any_word(expanded, StopWords::keep), kSectionBm25,
                      sections_of(index, {{.document = article}}));
}

}  // namespace kb
