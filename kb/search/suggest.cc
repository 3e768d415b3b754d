#include <algorithm>

#include "kb/search/attempt.h"
#include "kb/search/match.h"
#include "kb/search/match_query.h"
#include "kb/search/search.h"
#include "kb/store/language_index.h"
#include "kb/text/text.h"
#include "kb/text/utf8.h"

namespace kb {

namespace {

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
  const ParsedQuery parsed = parse(*index, first_bytes(text, kMaxQueryBytes));
  if (parsed.words.empty() || length(text) < kMinLetters) return suggestions;
  const auto most = static_cast<Xapian::doccount>(std::clamp(limit, 1, kMaxSuggestions));
  const Xapian::MSet found =
      match(index->suggest, any_word(expand(*index, parsed, Expansion::usual), StopWords::keep), kSuggestBm25,
            most, Collapse::by_article);
  for (auto hit = found.begin(); hit != found.end(); ++hit) {
    suggestions.push_back(
        make_suggestion(index->card(article_of(hit)), decode_suggestion(hit.get_document().get_data())));
  }
  return suggestions;
} catch (const Xapian::Error& error) {
  unreadable("search the index", error);
}

}  // namespace kb
