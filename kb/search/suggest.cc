#include <algorithm>

#include "kb/model/error.h"
#include "kb/search/attempt.h"
#include "kb/search/match_query.h"
#include "kb/search/search.h"
#include "kb/store/language_index.h"
#include "kb/text/text.h"
#include "kb/text/utf8.h"

namespace kb {

namespace {

constexpr int kMaxSuggestions = 20;
constexpr std::size_t kMinLetters = 2;

Suggestion make_suggestion(const Card& card, const StoredSuggestion& stored) {
  Suggestion suggestion{card.id, stored.text, card.url, stored.kind};
  if (!stored.anchor.empty()) suggestion.url += "#" + stored.anchor;
  return suggestion;
}

}  // namespace

std::vector<Suggestion> suggest(const Snapshot& snapshot, std::string_view lang, std::string_view text,
                                int limit) try {
  std::vector<Suggestion> suggestions;
  const Snapshot::Lease index = snapshot.lease(lang);
  const ParsedQuery parsed = parse(*index, text.substr(0, kMaxQueryBytes));
  if (parsed.words.empty() || length(text) < kMinLetters) return suggestions;
  Xapian::Enquire enquire(index->suggest);
  enquire.set_weighting_scheme(weighting(kSuggestBm25));
  enquire.set_query(any_word(expand(*index, parsed, Effort::normal), StopWords::keep));
  enquire.set_collapse_key(kArticleSlot);
  const Xapian::MSet found =
      enquire.get_mset(0, static_cast<Xapian::doccount>(std::clamp(limit, 1, kMaxSuggestions)));
  for (auto hit = found.begin(); hit != found.end(); ++hit) {
    const auto article = static_cast<Xapian::docid>(Xapian::sortable_unserialise(hit.get_collapse_key()));
    suggestions.push_back(
        make_suggestion(index->card(article), decode_suggestion(hit.get_document().get_data())));
  }
  return suggestions;
} catch (const Xapian::Error& error) {
  throw Error("cannot search the index: " + error.get_msg(), "build the content again");
}

}  // namespace kb
