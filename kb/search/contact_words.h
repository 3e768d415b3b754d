// Whether somebody who searches wants a human rather than an article. Judged by the words that ask for one
// and by what else is said: "phone number" asks for people, "change phone number" does not.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "kb/search/search.h"

namespace kb {

// The words of one language that ask for people, as translators and writers list them. Immutable, shared by
// all threads.
class ContactWords {
 public:
  // `asking`: entries with commas between them. One word asks for people where nothing else is said. Several
  // ask for them anywhere, in this order with small words between, or with others where "..." stands within:
  // "call/ring you" is two entries. With "..." behind them they must open the search: "phone number for ...".
  // `beside`: words, with blanks between them, that say nothing beside: "please".
  ContactWords(std::string lang, std::string_view asking, std::string_view beside);

  // `result`: what search finds for the text. Where an article is sure to answer, and its title says what
  // asks for people, the article is meant. `is_word` says whether articles have a word; one that they lack
  // may be an asking word misspelt.
  bool asked_by(std::string_view text, const SearchResult& result,
                const std::function<bool(const std::string&)>& is_word) const;

  // For a text just being typed. `begun`: its last word begins one that asks.
  enum class Typed { other, begun, asked };
  Typed typed(std::string_view text) const;

 private:
  enum class Says { nothing, asks, other };
  struct Word {
    std::string text;  // folded
    std::string stem;
    Says says = Says::other;
  };
  struct Phrase {
    std::vector<std::vector<std::string>> words;  // stems, any of each
    bool opens = false;
  };

  void add_asking(std::string_view entry);
  std::vector<Word> read(std::string_view text) const;
  std::vector<std::size_t> find(const Phrase& phrase, const std::vector<Word>& text) const;
  const Word* nearly(const Word& word) const;

  std::string lang_;
  std::vector<Word> words_;
  std::vector<Phrase> phrases_;
};

// asked_by() with what the articles of the language have.
bool wants_contact(const Snapshot& snapshot, const SearchQuery& query, const SearchResult& result,
                   const ContactWords& words);

}  // namespace kb
