#include "kb/store/synonyms.h"

#include "kb/text/text.h"

namespace kb {

namespace {

std::vector<std::string> terms_of(const std::string& text, const Synonyms::Stemmer& stem) {
  std::vector<std::string> terms;
  for (const Token& token : tokenize(text, Bigrams::query)) terms.push_back(stem(token.text));
  return terms;
}

}  // namespace

Synonyms::Synonyms(const std::vector<SynonymRule>& rules, const Stemmer& stem) {
  for (const SynonymRule& rule : rules) {
    for (const std::string& from : rule.from) {
      const auto typed = terms_of(from, stem);
      for (const std::string& to : rule.to) {
        auto meant = terms_of(to, stem);
        if (typed.empty() || meant.empty() || typed == meant) continue;
        by_first_[typed.front()].push_back({typed, std::move(meant), to});
      }
    }
  }
}

const std::vector<Synonym>& Synonyms::beginning_with(const std::string& term) const {
  static const std::vector<Synonym> none;
  const auto found = by_first_.find(term);
  return found == by_first_.end() ? none : found->second;
}

}  // namespace kb
