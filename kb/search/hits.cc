#include "kb/search/hits.h"

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <unordered_map>

#include "kb/search/passage.h"
#include "kb/search/snippet.h"
#include "kb/store/index_schema.h"
#include "kb/text/text.h"

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
  hit.products = card.products;
  hit.type = to_string(card.type);
  hit.score = scored.score;
  hit.updated = card.updated;
  return hit;
}

// How much of the query a text has: the weights of the different words.
double words_had(std::string_view text, const std::function<double(std::string_view)>& weight) {
  std::set<std::string> seen;
  double sum = 0;
  for (const Token& token : tokenize(text, Bigrams::index))
    if (seen.insert(token.text).second) sum += weight(token.text);
  return sum;
}

}  // namespace

const Tab* best_tab(std::string_view text, const std::vector<Tab>& tabs,
                    const std::function<double(std::string_view)>& weight) {
  const Tab* best = nullptr;
  double most = 0;
  double second = 0;
  std::string outside;
  std::size_t from = 0;
  for (const Tab& tab : tabs) {
    outside += text.substr(from, tab.begin - from);
    from = tab.end;
    const double had = words_had(text.substr(tab.begin, tab.end - tab.begin), weight);
    second = std::max(second, std::min(most, had));
    if (had > most) best = &tab;
    most = std::max(most, had);
  }
  outside += text.substr(from);
  return best != nullptr && most > second && most > words_had(outside, weight) ? best : nullptr;
}

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
      text = std::move(section.text);
      if (const Tab* tab = best_tab(text, section.tabs, weight)) {
        hit.anchor = tab->anchor;
        text = text.substr(tab->begin, tab->end - tab->begin);
      }
      if (!hit.anchor.empty()) hit.url += "#" + hit.anchor;
    }
    hit.snippet = make_snippet(text.empty() ? card.description : text, weight);
    hits.push_back(std::move(hit));
  }
  return hits;
}

}  // namespace kb
