#include "kb/search/hits.h"

#include <map>
#include <string>
#include <unordered_map>

#include "kb/search/passage.h"
#include "kb/search/snippet.h"
#include "kb/store/index_schema.h"

namespace kb {

namespace {

using Weights = std::map<std::string, double>;

// Every term of the query and its alternatives -> its weight in snippets. Rare terms weigh more.
Weights term_weights(const LanguageIndex& index, const ExpandedQuery& expanded) {
  Weights weights;
  const auto add = [&](const std::string& term) {
    weights[term] = 1.0 / (1.0 + static_cast<double>(index.articles.get_termfreq(term)));
  };
  for (const ExpandedWord& word : expanded.words) {
    if (word.word.stop && expanded.words.size() > 1) continue;  // every line would be marked
    add(word.word.term);
    if (word.sign_weight > 0 && !word.word.sign.empty()) add(word.word.sign);
    for (const auto* list : {&word.same, &word.instead}) {
      for (const Alternative& alternative : *list) {
        for (const std::string& term : alternative.terms) add(term);
      }
    }
  }
  return weights;
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

}  // namespace

std::function<double(std::string_view)> word_weights(const LanguageIndex& index,
                                                     const ExpandedQuery& expanded) {
  // Words seen before are remembered: most of the time went into stemming.
  return [&index, weights = term_weights(index, expanded),
          known = std::unordered_map<std::string, double>{}](std::string_view word) mutable {
    const auto [at, added] = known.try_emplace(std::string(word), 0.0);
    if (!added) return at->second;
    const bool is_symbol = word.starts_with(kSymbolPrefix);  // no word has capitals
    const auto found = weights.find(is_symbol ? std::string(word) : index.stem(word));
    return at->second = found == weights.end() ? 0.0 : found->second;
  };
}

std::vector<Hit> make_hits(LanguageIndex& index, const ExpandedQuery& expanded,
                           const std::vector<Scored>& articles) {
  const auto passages = best_passages(index, expanded, articles);
  const auto weight = word_weights(index, expanded);
  std::vector<Hit> hits;
  for (const Scored& scored : articles) {
    const Card& card = index.card(scored.document);
    Hit hit = make_hit(card, scored);
    std::string text;
    if (const auto passage = passages.find(scored.document); passage != passages.end()) {
      StoredSection section = index.section(passage->second);
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

}  // namespace kb
