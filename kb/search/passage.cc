#include "kb/search/passage.h"

#include <algorithm>

#include "kb/search/docid_source.h"
#include "kb/search/match_query.h"

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

std::unordered_map<Xapian::docid, Passage> best_passages(LanguageIndex& index, const ExpandedQuery& expanded,
                                                         const std::vector<Scored>& articles) {
  std::unordered_map<Xapian::docid, Passage> best;
  if (articles.empty()) return best;
  DocidSource only(sections_of(index, articles));
  Xapian::Enquire enquire(index.sections);
  enquire.set_weighting_scheme(weighting(kSectionBm25));
  enquire.set_query(
      Xapian::Query(Xapian::Query::OP_FILTER, any_word(expanded, StopWords::keep), Xapian::Query(&only)));
  enquire.set_collapse_key(kArticleSlot);
  const Xapian::MSet found = enquire.get_mset(0, static_cast<Xapian::doccount>(articles.size()));
  for (auto hit = found.begin(); hit != found.end(); ++hit) {
    const auto article = static_cast<Xapian::docid>(Xapian::sortable_unserialise(hit.get_collapse_key()));
    best[article] = {*hit, hit.get_weight()};
  }
  return best;
}

}  // namespace kb
