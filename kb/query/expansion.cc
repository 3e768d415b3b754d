#include "kb/query/expansion.h"

#include <algorithm>
#include <array>
#include <optional>

#include "kb/query/code_spellings.h"
#include "kb/query/limits.h"
#include "kb/query/match.h"
#include "kb/text/codes.h"
#include "kb/text/edit_distance.h"
#include "kb/text/language_tag.h"
#include "kb/text/text.h"
#include "kb/text/typed_letters.h"
#include "kb/text/utf8.h"
#include "kb/words/stop_words.h"

namespace kb {

namespace {

// Shorter words have too many neighbours one edit away, and two edits change half of a short word. Other
// engines draw the line nearby: Lucene's fuzzy queries in Elasticsearch allow one edit from 3 letters on and
// two from 6.
constexpr std::size_t kMinCorrected = 4;  // letters
constexpr std::size_t kTwoEdits = 8;      // letters
constexpr std::size_t kMinSure = 5;       // letters
constexpr std::size_t kCandidates = 5;  // corrections looked at, since stop words among them are passed over
// One letter begins too many words to tell anything.
constexpr std::size_t kMinPrefix = 2;
constexpr std::size_t kMostJoined = 3;  // words that may be one
constexpr std::size_t kMinPart = 4;     // letters; shorter parts of a compound are mostly endings and chance

bool may_change(const QueryWord& word) {
  return !word.bigram && !word.symbol && !has_digit(word.text) && length(word.text) >= kMinCorrected;
}

bool is_stop(const LanguageIndex& index, const std::string& word) { return is_stop_word(index.lang(), word); }

struct Split {
  std::string first;
  std::string second;
  std::uint32_t articles = 0;  // of the rarer part
};

// The first part of a compound is a known word. In Germanic languages an s may link it to the second part.
const Vocabulary::Word* first_part(const LanguageIndex& index, const std::string& part) {
  constexpr std::array<std::string_view, 6> kLinking{"da", "de", "nb", "nl", "no", "sv"};
  const auto* word = index.vocabulary().find(part);
  const bool links =
      std::find(kLinking.begin(), kLinking.end(), base_language(index.lang())) != kLinking.end();
  if (word != nullptr || !links || !part.ends_with('s')) return word;
  return index.vocabulary().find(part.substr(0, part.size() - 1));
}

// Cuts a word into two known ones. Of several ways it takes the one whose rarer part is in most articles.
std::optional<Split> split_word(const LanguageIndex& index, const std::string& word) {
  std::optional<Split> best;
  std::size_t at = 0;
  for (std::size_t letters = 0; at < word.size(); ++letters) {
    const std::string first = word.substr(0, at);
    const std::string second = word.substr(at);
    next_code_point(word, at);
    if (letters < 2 || length(second) < 2) continue;
    const auto* a = first_part(index, first);
    const auto* b = index.vocabulary().find(second);
    if (a == nullptr || b == nullptr) continue;
    const std::uint32_t articles = std::min(a->articles, b->articles);
    if (!best || articles > best->articles) best = Split{a->text, second, articles};
  }
  return best;
}

void say_split(const ExpandedWord& word, const Split& split, Interpretation& said) {
  said.corrected.push_back({word.word.shown, split.first + " " + split.second});
}

// "setup" becomes "set up" when articles write it so.
bool split(const LanguageIndex& index, ExpandedWord& word, Interpretation& said) {
  const auto parts = split_word(index, word.word.text);
  if (!parts || (is_stop(index, parts->first) && is_stop(index, parts->second))) return false;
  const std::vector<std::string> terms{index.stem(parts->first), index.stem(parts->second)};
  if (!side_by_side(index.articles, terms)) return false;
  word.instead.push_back({terms});
  say_split(word, *parts, said);
  return true;
}

// "Lautsprecherkabel" is about "Lautsprecher" and about "Kabel".
void split_compound(const LanguageIndex& index, ExpandedWord& word, Interpretation& said) {
  const auto parts = split_word(index, word.word.text);
  if (!parts || length(parts->first) < kMinPart || length(parts->second) < kMinPart) return;
  if (is_stop(index, parts->first) || is_stop(index, parts->second)) return;
  for (const std::string* part : {&parts->first, &parts->second})
    word.instead.push_back({{index.stem(*part)}});
  say_split(word, *parts, said);
}

// Hardly anybody would doubt a correction by one edit behind the first letter, when no other word is as near:
// it is read as if it had been typed.
bool is_sure(const LanguageIndex& index, std::string_view typed,
             const std::vector<const Vocabulary::Word*>& corrections) {
  const std::string& nearest = corrections.front()->text;
  const std::u32string letters = to_code_points(typed);
  const auto is_near = [&](const std::string& word) {
    return edit_distance(letters, to_code_points(word), 1) <= 1;
  };
  const auto is_other = [&](const auto* word) {
    return is_near(word->text) && index.stem(word->text) != index.stem(nearest);
  };
  return letters.size() >= kMinSure && typed.front() == nearest.front() && is_near(nearest) &&
         std::none_of(corrections.begin() + 1, corrections.end(), is_other);
}

bool correct(const LanguageIndex& index, ExpandedWord& word, Interpretation& said) {
  const int edits = length(word.word.text) >= kTwoEdits ? 2 : 1;
  auto corrections = index.vocabulary().nearest(word.word.text, edits, kCandidates);
  std::erase_if(corrections, [&](const auto* candidate) {
    return candidate->text == word.word.text || is_stop(index, candidate->text);
  });
  if (corrections.empty()) return false;
  const std::string& nearest = corrections.front()->text;
  said.corrected.push_back({word.word.shown, nearest});
  word.corrected = nearest;
  word.sure = !index.is_indexed(word.word.term) && is_sure(index, word.word.text, corrections);
  if (word.sure) {
    word.word.text = nearest;
    word.word.term = index.stem(nearest);
    return true;
  }
  word.instead.insert(word.instead.begin(), {{index.stem(nearest)}});
  return true;
}

// Adds the words that the last one may become, those in most articles first.
void complete(const LanguageIndex& index, ExpandedWord& word) {
  if (length(word.word.text) < kMinPrefix) return;
  if (is_number(word.word.text) && index.is_indexed(word.word.term))
    return;  // 24 is not the beginning of 240
  std::vector<std::string> beginnings = other_spellings(index.lang(), word.word.shown, word.word.text);
  beginnings.push_back(word.word.text);
  std::vector<const Vocabulary::Word*> words;
  for (const std::string& beginning : beginnings) {
    for (const auto& candidate : index.vocabulary().with_prefix(beginning)) words.push_back(&candidate);
  }
  const std::size_t most = std::min(kMaxCompletions, words.size());
  const auto order = [](const auto* a, const auto* b) {
    return a->articles != b->articles ? a->articles > b->articles : a->text < b->text;
  };
  std::partial_sort(words.begin(), words.begin() + static_cast<std::ptrdiff_t>(most), words.end(), order);
  words.resize(most);
  for (const auto* candidate : words) {
    std::string term = term_in_index(index, candidate->text);
    if (!term.empty() && term != word.word.term) word.same.push_back({{std::move(term)}});
  }
  word.spelled = has_digit(word.word.text) && !word.same.empty();
}

// "Groesse" also finds "Größe", and the other way round.
void add_spellings(const LanguageIndex& index, ExpandedWord& word) {
  for (const std::string& spelling : other_spellings(index.lang(), word.word.shown, word.word.text)) {
    std::string term = index.stem(spelling);
    if (term != word.word.term && index.vocabulary().find(spelling) != nullptr)
      word.same.push_back({{std::move(term)}});
  }
}

// "log in" also finds "login", and "rück sende etikett" the compound. Parts that are no words of articles
// stand for the whole, too.
void join(const LanguageIndex& index, std::vector<ExpandedWord>& words) {
  for (std::size_t first = 0; first + 1 < words.size(); ++first) {
    std::string joined = words[first].word.text;
    for (std::size_t last = first + 1; last < std::min(first + kMostJoined, words.size()); ++last) {
      joined += words[last].word.text;
      if (has_digit(joined) || index.vocabulary().find(joined) == nullptr) continue;
      for (std::size_t i = first; i <= last; ++i) {
        if (i == first || !index.is_indexed(words[i].word.term))
          words[i].instead.push_back({{index.stem(joined)}});
      }
    }
  }
}

bool follows(const std::vector<ExpandedWord>& words, std::size_t at, const std::vector<std::string>& terms) {
  if (at + terms.size() > words.size()) return false;
  for (std::size_t i = 0; i < terms.size(); ++i) {
    if (term_of(words[at + i]) != terms[i]) return false;
  }
  return true;
}

// What a word adds to the one before it. Bigrams that follow each other share a character.
std::string shown_after(const QueryWord& before, const QueryWord& word) {
  const std::size_t begin = word.end - word.shown.size();
  const std::size_t shared = before.end > begin && before.end < word.end ? before.end - begin : 0;
  const bool overlaps = shared > 0 && before.shown.ends_with(word.shown.substr(0, shared));
  return overlaps ? word.shown.substr(shared) : " " + word.shown;
}

std::string shown(const std::vector<ExpandedWord>& words, std::size_t at, std::size_t count) {
  std::string text = words[at].word.shown;
  for (std::size_t i = at + 1; i < at + count; ++i) text += shown_after(words[i - 1].word, words[i].word);
  return text;
}

void add_synonyms(const LanguageIndex& index, ExpandedQuery& expanded) {
  auto& words = expanded.words;
  std::size_t tried = 0;
  for (std::size_t i = 0; i < words.size(); ++i) {
    for (const Synonym& synonym : index.synonyms().beginning_with(term_of(words[i]))) {
      if (!follows(words, i, synonym.from)) continue;
      if (++tried > kMaxSynonyms) return;
      if (!side_by_side(index.articles, synonym.to)) continue;
      words[i].instead.push_back({synonym.to});
      expanded.interpretation.synonyms.push_back({shown(words, i, synonym.from.size()), synonym.shown});
    }
  }
}

}  // namespace

const std::string& term_of(const ExpandedWord& word) {
  return word.corrected.empty() || word.sure ? word.word.term : word.instead.front().terms.front();
}

ExpandedQuery expand(const LanguageIndex& index, const ParsedQuery& query, Expansion expansion) {
  ExpandedQuery expanded;
  for (const QueryWord& word : query.words) {
    ExpandedWord& added = expanded.words.emplace_back();
    added.word = word;
    for (const std::string& other : word.others) added.instead.push_back({{other}});
    const std::string& sign = word.symbol ? word.term : word.sign;
    if (!sign.empty() && index.is_indexed(sign)) added.sign_weight = idf(index.articles, sign);
  }
  if (expansion == Expansion::none) return expanded;
  join(index, expanded.words);
  std::size_t doubted = 0;
  for (ExpandedWord& word : expanded.words) {
    const bool unfinished = query.unfinished && &word == &expanded.words.back();
    if (unfinished) complete(index, word);
    if (!word.word.bigram && !word.word.symbol) add_spellings(index, word);
    if (!word.same.empty() || word.word.stop || !may_change(word.word)) continue;
    const bool is_known = index.is_indexed(word.word.term) || !word.instead.empty();
    if (expansion == Expansion::usual && is_known) continue;
    if (++doubted > kMaxDoubtedWords) continue;
    if (split(index, word, expanded.interpretation) || word.word.certain) continue;
    if (!correct(index, word, expanded.interpretation)) split_compound(index, word, expanded.interpretation);
    if (unfinished && index.is_indexed(word.word.term)) complete(index, word);
  }
  if (query.unfinished) complete_code(index, expanded.words);
  add_code_spellings(index, expanded.words, expanded.interpretation);
  add_synonyms(index, expanded);
  return expanded;
}

}  // namespace kb
