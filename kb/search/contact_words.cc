#include "kb/search/contact_words.h"

#include <algorithm>

#include "kb/query/limits.h"
#include "kb/store/language_index.h"
#include "kb/text/ascii.h"
#include "kb/text/edit_distance.h"
#include "kb/text/text.h"
#include "kb/text/utf8.h"
#include "kb/words/stop_words.h"

namespace kb {

namespace {

constexpr std::size_t kMostBetween = 4;   // small words within a phrase: "speak to one of your agents"
constexpr std::size_t kMinMisspelt = 4;   // letters; shorter words are one letter from too many
constexpr std::size_t kMinBeginning = 3;  // letters of an asking word that is being typed
// Behind an entry: only at the beginning of a search. Within it: any words may stand there.
constexpr std::string_view kDots = "...";

// Calls `each` for the parts, without blanks around them and without empty ones.
template <typename Each>
void for_parts(std::string_view text, std::string_view separators, Each&& each) {
  while (!text.empty()) {
    const std::size_t end = std::min(text.find_first_of(separators), text.size());
    if (const auto part = trim(text.substr(0, end)); !part.empty()) each(part);
    text.remove_prefix(std::min(end + 1, text.size()));
  }
}

// The article that answers is called so: "Call your speaker from the app".
bool names(const SearchResult& result, const std::vector<std::string>& stems, const Xapian::Stem& stemmer) {
  if (!result.answers || result.hits.empty()) return false;
  std::vector<std::string> title;
  for (const Token& token : tokenize(result.hits.front().title, Bigrams::query))
    title.push_back(index_term(stemmer, token.text));
  return std::all_of(stems.begin(), stems.end(), [&](const std::string& stem) {
    return std::find(title.begin(), title.end(), stem) != title.end();
  });
}

}  // namespace

ContactWords::ContactWords(std::string lang, std::string_view asking, std::string_view beside)
    : lang_(std::move(lang)) {
  for_parts(asking, ",", [&](std::string_view entry) { add_asking(entry); });
  const Xapian::Stem stemmer = stemmer_for(lang_);
  for (const Token& token : tokenize(beside, Bigrams::query))
    words_.push_back({token.text, index_term(stemmer, token.text), Says::nothing});
}

void ContactWords::add_asking(std::string_view entry) {
  const Xapian::Stem stemmer = stemmer_for(lang_);
  const std::size_t known = words_.size();
  Phrase phrase;
  if (entry.ends_with(kDots)) {
    phrase.opens = true;
    entry.remove_suffix(kDots.size());
  }
  for_parts(entry, kSpaces, [&](std::string_view place) {
    std::vector<std::string> choice;
    if (place == kDots && !phrase.words.empty()) choice.emplace_back(kDots);
    for_parts(place, "/", [&](std::string_view word) {
      for (const Token& token : tokenize(word, Bigrams::query)) {
        choice.push_back(index_term(stemmer, token.text));
        words_.push_back({token.text, choice.back(), Says::asks});
      }
    });
    if (!choice.empty()) phrase.words.push_back(std::move(choice));
  });
  if (phrase.words.size() == 1 && !phrase.opens) return;
  words_.resize(known);  // only together they ask
  if (!phrase.words.empty()) phrases_.push_back(std::move(phrase));
}

std::vector<ContactWords::Word> ContactWords::read(std::string_view text) const {
  const Xapian::Stem stemmer = stemmer_for(lang_);
  std::vector<Word> read;
  for (const Token& token : tokenize(first_bytes(text, kMaxReadBytes), Bigrams::query)) {
    Word word{token.text, index_term(stemmer, token.text)};
    // A small word only as it is written: "pared", a wall, has the stem of "para".
    const auto known = std::find_if(words_.begin(), words_.end(), [&](const Word& other) {
      return other.says == Says::asks ? other.stem == word.stem : other.text == word.text;
    });
    if (known != words_.end())
      word.says = known->says;
    else if (is_stop_word(lang_, word.text))
      word.says = Says::nothing;
    read.push_back(std::move(word));
  }
  return read;
}

// The places of a phrase's words; none when it is not there.
std::vector<std::size_t> ContactWords::find(const Phrase& phrase, const std::vector<Word>& text) const {
  const auto fits = [&](std::size_t at, const std::vector<std::string>& choice) {
    return std::find(choice.begin(), choice.end(), text[at].stem) != choice.end();
  };
  for (std::size_t begin = 0; begin < text.size(); ++begin) {
    std::vector<std::size_t> places;
    std::size_t next = 0;
    std::size_t between = 0;
    bool anything = false;  // may stand between
    for (std::size_t at = begin; at < text.size() && next < phrase.words.size(); ++at) {
      if (fits(at, phrase.words[next])) {
        places.push_back(at);
        between = 0;
        anything = ++next < phrase.words.size() && phrase.words[next].front() == kDots;
        if (anything) ++next;
      } else if (places.empty() || ++between > kMostBetween || (text[at].says == Says::other && !anything)) {
        break;
      }
    }
    if (next == phrase.words.size()) return places;
    if (phrase.opens && text[begin].says == Says::other) break;
  }
  return {};
}

const ContactWords::Word* ContactWords::nearly(const Word& word) const {
  if (length(word.text) < kMinMisspelt || has_digit(word.text)) return nullptr;
  const std::u32string typed = to_code_points(word.text);
  const auto found = std::find_if(words_.begin(), words_.end(), [&](const Word& other) {
    return length(other.text) >= kMinMisspelt && edit_distance(typed, to_code_points(other.text), 1) <= 1;
  });
  return found == words_.end() ? nullptr : &*found;
}

bool ContactWords::asked_by(std::string_view text, const SearchResult& result,
                            const std::function<bool(const std::string&)>& is_word) const {
  std::vector<Word> words = read(text);
  for (Word& word : words) {
    if (word.says != Says::other || is_word(word.text)) continue;
    if (const Word* meant = nearly(word)) word = *meant;
  }
  bool meant = false;
  std::vector<Word> said = words;
  for (const Phrase& phrase : phrases_) {
    std::vector<std::string> stems;
    for (const std::size_t at : find(phrase, words)) {
      stems.push_back(words[at].stem);
      said[at].says = Says::asks;
    }
    if (!stems.empty() && !names(result, stems, stemmer_for(lang_))) meant = true;
  }
  const auto says = [&](Says what) {
    return std::any_of(said.begin(), said.end(), [&](const Word& word) { return word.says == what; });
  };
  return meant || (says(Says::asks) && !says(Says::other));
}

ContactWords::Typed ContactWords::typed(std::string_view text) const {
  const std::vector<Word> words = read(text);
  if (words.empty()) return Typed::other;
  const Word& last = words.back();
  const auto says = [&](Says what) {
    return std::any_of(words.begin(), words.end() - 1, [&](const Word& word) { return word.says == what; });
  };
  if (says(Says::other)) return Typed::other;
  if (last.says == Says::asks || (last.says == Says::nothing && says(Says::asks))) return Typed::asked;
  const bool begins =
      length(last.text) >= kMinBeginning && std::any_of(words_.begin(), words_.end(), [&](const Word& word) {
        return word.says == Says::asks && word.text.starts_with(last.text);
      });
  return begins ? Typed::begun : Typed::other;
}

bool wants_contact(const Snapshot& snapshot, const SearchQuery& query, const SearchResult& result,
                   const ContactWords& words) {
  const std::string folded = fold_search(query.text);
  const Site& site = snapshot.site();
  const bool pinned = std::any_of(site.pins.begin(), site.pins.end(), [&](const Pin& pin) {
    return pin.article == kContactPin &&
           (pin.lang.empty() ? site.languages.front() : pin.lang) == query.lang &&
           fold_search(pin.query) == folded;
  });
  if (pinned) return true;
  const Snapshot::Lease index = snapshot.lease(query.lang);
  return words.asked_by(query.text, result,
                        [&](const std::string& word) { return index->vocabulary().find(word) != nullptr; });
}

}  // namespace kb
