#include "kb/search/asked.h"

#include <algorithm>
#include <set>
#include <utility>

#include "kb/search/hits.h"
#include "kb/text/utf8.h"

namespace kb {

namespace {

// From docs/relevance.md.
constexpr double kAskedFrom = 0.5;    // confidence of a part
constexpr double kAskedCounts = 0.2;  // its share of the score, to that of the part that counts most
constexpr std::size_t kMostAsked = 5;
constexpr std::size_t kShownLetters = 120;

}  // namespace

std::vector<Asked> asked_questions(LanguageIndex& index, const Attempt& found) {
  double most = 0;
  std::vector<const TextPart*> parts;
  for (const TextPart& part : found.parts) {
    if (part.text.empty() || part.found.ranking.articles.empty()) continue;
    most = std::max(most, part.counts);
    if (part.found.confidence >= kAskedFrom) parts.push_back(&part);
  }
  std::sort(parts.begin(), parts.end(), [](auto* a, auto* b) { return a->at < b->at; });
  std::set<Xapian::docid> articles;
  bool has_question = false;
  std::vector<Asked> asked;
  for (const TextPart* part : parts) {
    const Scored& first = part->found.ranking.articles.front();
    if (part->counts < kAskedCounts * most || asked.size() == kMostAsked) continue;
    if (!articles.insert(first.document).second) continue;
    has_question = has_question || part->question;
    asked.push_back({shortened(part->text, kShownLetters),
                     std::move(make_hits(index, part->found.expanded, {first}).front())});
    asked.back().hit.lang = index.lang();
  }
  if (asked.size() < 2 || !has_question) return {};
  return asked;
}

}  // namespace kb
