#include "kb/search/translation.h"

#include <algorithm>
#include <utility>

#include "kb/search/attempt.h"

namespace kb {

namespace {

using Terms = std::vector<std::string>;

void add_new(Terms& terms, const Terms& more) {
  for (const std::string& term : more)
    if (std::find(terms.begin(), terms.end(), term) == terms.end()) terms.push_back(term);
}

// Of the word itself; where it has none, of what stands for it: completions, parts of a compound, synonyms.
Terms translations_of(const ExpandedWord& word, const Dictionary& dictionary, const LanguageIndex& to) {
  Terms terms = dictionary.translations(to.lang(), term_of(word));
  for (const auto* list : {&word.same, &word.instead}) {
    if (!terms.empty()) break;
    for (const Alternative& alternative : *list)
      for (const std::string& term : alternative.terms)
        add_new(terms, dictionary.translations(to.lang(), term));
  }
  return terms;
}

}  // namespace

std::optional<ParsedQuery> translated(const ExpandedQuery& query, const Dictionary& dictionary,
                                      const LanguageIndex& to) {
  ParsedQuery out;
  bool any = false;
  for (const ExpandedWord& word : query.words) {
    if (word.word.stop) continue;
    Terms terms = translations_of(word, dictionary, to);
    if (terms.empty()) {
      ParsedQuery typed = parse(to, word.word.shown);
      out.words.insert(out.words.end(), typed.words.begin(), typed.words.end());
      continue;
    }
    any = true;
    QueryWord& added = out.words.emplace_back();
    added.text = terms.front();
    added.term = terms.front();
    added.shown = word.word.shown;
    added.others.assign(terms.begin() + 1, terms.end());
    added.certain = true;
  }
  if (!any) return std::nullopt;
  return out;
}

}  // namespace kb
