#include "kb/dictionary/lessons.h"

#include <utility>

#include "kb/dictionary/aligned_texts.h"
#include "kb/dictionary/word_pairs.h"
#include "kb/text/text.h"
#include "kb/words/stop_words.h"

namespace kb {

namespace {

using Stem = std::function<std::string(const std::string& lang, std::string_view word)>;
using ById = std::map<std::string_view, const Article*>;

std::vector<std::string> telling_terms(const std::string& lang, const std::string& text, const Stem& stem) {
  std::vector<std::string> terms;
  for (const Token& token : tokenize(text, Bigrams::query)) {
    if (token.has_digit() || is_stop_word(lang, token.text)) continue;
    if (std::string term = stem(lang, token.text); !term.empty()) terms.push_back(std::move(term));
  }
  return terms;
}

ById listed(const std::vector<Article>& articles, const std::string& lang) {
  ById found;
  for (const Article& article : articles)
    if (article.lang == lang && !article.unlisted) found.emplace(article.id, &article);
  return found;
}

void add(Dictionary::Translations& translations, const std::string& term, const std::string& other) {
  std::vector<std::string>& others = translations[term];
  if (others.size() < kMostTranslations) others.push_back(other);
}

}  // namespace

std::map<std::string, Dictionary> learn_dictionaries(const std::vector<Article>& articles,
                                                     const std::vector<std::string>& languages,
                                                     const Stem& stem) {
  std::map<std::string, Dictionary> dictionaries;
  for (auto a = languages.begin(); a != languages.end(); ++a) {
    const ById first = listed(articles, *a);
    for (auto b = a + 1; b != languages.end(); ++b) {
      const ById second = listed(articles, *b);
      WordPairs words;
      for (const auto& [id, article] : first)
        if (const auto other = second.find(id); other != second.end())
          for (const AlignedText& texts : aligned_texts(*article, *other->second))
            words.add(telling_terms(*a, texts.first, stem), telling_terms(*b, texts.second, stem));
      Dictionary::Translations forth;
      Dictionary::Translations back;
      for (const WordPair& pair : words.learn()) {
        add(forth, pair.first, pair.second);
        add(back, pair.second, pair.first);
      }
      dictionaries[*a].add(*b, std::move(forth));
      dictionaries[*b].add(*a, std::move(back));
    }
  }
  return dictionaries;
}

}  // namespace kb
