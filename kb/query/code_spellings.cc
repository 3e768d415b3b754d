#include "kb/query/code_spellings.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>

#include "kb/query/limits.h"
#include "kb/query/match.h"
#include "kb/store/index_schema.h"
#include "kb/text/ascii.h"
#include "kb/text/codes.h"

namespace kb {

namespace {

constexpr std::size_t kMostLetters = 4;   // beside the digits of a code that only its digits were typed of
constexpr std::size_t kFewestDigits = 3;  // fewer are quantities
constexpr std::size_t kShortestHex = 4;   // without 0x
constexpr std::size_t kFewestInPart = 2;  // characters
constexpr std::size_t kShortestEnding = 4;
constexpr std::size_t kCountryDigits = 3;
constexpr std::size_t kSmallestFamily = 3;

void add(ExpandedWord& word, std::vector<std::string> terms) {
  const auto same = [&](const Alternative& alternative) { return alternative.terms == terms; };
  if (terms.size() == 1 && terms.front() == word.word.term) return;
  if (std::any_of(word.instead.begin(), word.instead.end(), same)) return;
  word.instead.push_back({std::move(terms)});
  word.spelled = true;
}

// The terms of a code: written as one word, and written apart.
std::vector<std::string> terms_of(const LanguageIndex& index, const std::string& code) {
  std::vector<std::string> terms;
  if (index.vocabulary().find(code) == nullptr) return terms;  // in memory, so nearly all end here
  if (index.is_indexed(code)) terms.push_back(code);
  if (std::string apart = code_term(code); index.is_indexed(apart)) terms.push_back(std::move(apart));
  return terms;
}

void add_joined(const LanguageIndex& index, ExpandedWord& word, const std::string& code) {
  for (std::string& term : terms_of(index, code)) add(word, {std::move(term)});
}

// The terms of an amount, whatever its separators.
std::vector<std::string> amount_terms(const LanguageIndex& index, const std::string& plain) {
  std::vector<std::string> terms = terms_of(index, plain);
  if (std::string grouped = in_groups(plain); !grouped.empty() && index.is_indexed(grouped))
    terms.push_back(std::move(grouped));
  return terms;
}

// "1000" is also found as "1,000" and "1.000".
void add_amount(const LanguageIndex& index, ExpandedWord& word) {
  const std::string& plain = word.word.amount.empty() ? word.word.text : word.word.amount;
  if (!is_number(plain)) return;
  for (std::string& term : amount_terms(index, plain)) add(word, {std::move(term)});
}

// "14days" is also found as "14 days".
void add_apart(const LanguageIndex& index, ExpandedWord& word) {
  std::vector<std::string> terms;
  for (const std::string& part : code_parts(word.word.text)) terms.push_back(index.stem(part));
  if (terms.size() < 2 || terms.size() > kMostCodeParts) return;
  if (side_by_side(index.articles, terms)) add(word, std::move(terms));
}

bool is_hex(std::string_view text) {
  return text.size() >= kShortestHex &&
         std::all_of(text.begin(), text.end(), [](char c) { return hex_value(c) >= 0; });
}

// A version with and without its v, a hexadecimal number with and without its 0x.
void add_marked(const LanguageIndex& index, ExpandedWord& word) {
  const std::string& text = word.word.text;
  const auto is_version = [](std::string_view number) {
    return is_number(number) && number.find('.') != std::string_view::npos;
  };
  if (is_version(text)) add_joined(index, word, "v" + text);
  if (text.starts_with('v') && is_version(text.substr(1))) add_joined(index, word, text.substr(1));
  if (text.starts_with("0x") && is_hex(text.substr(2))) add_joined(index, word, text.substr(2));
  if (is_hex(text) && !is_number(text)) add_joined(index, word, "0x" + text);
}

// A number without the letters of its code stands for it when no article has the number itself and only one
// code has it.
void add_only_code(const LanguageIndex& index, ExpandedWord& word) {
  const std::string& number = word.word.text;
  if (!is_number(number) || number.size() < kFewestDigits || index.is_indexed(number)) return;
  const auto codes = index.vocabulary().with_number(number, kMostLetters);
  if (codes.size() == 1) add_joined(index, word, codes.front()->text);
}

// A code that articles write in two: "SW1A1AA" is "SW1A 1AA".
void add_in_two(const LanguageIndex& index, ExpandedWord& word) {
  const std::string& text = word.word.text;
  for (std::size_t at = kFewestInPart; at + kFewestInPart <= text.size(); ++at) {
    std::vector<std::string> terms{index.stem(text.substr(0, at)), index.stem(text.substr(at))};
    if (index.is_indexed(terms[0]) && index.is_indexed(terms[1]) && side_by_side(index.articles, terms))
      add(word, std::move(terms));
  }
}

// What is known only with more before it: letters ("16u2" is "ATmega16U2"), or a country's number in place of
// the 0 before that of a phone.
void add_longer(const LanguageIndex& index, ExpandedWord& word, const std::string& code) {
  const bool phone = is_number(code) && code.starts_with('0') && code.size() > kJoinedDigits;
  if (!phone && (is_number(code) || code.size() < kShortestEnding)) return;
  const std::string ending = phone ? code.substr(1) : code;
  for (const auto* longer : index.vocabulary().with_ending(ending)) {
    const std::string_view before =
        std::string_view(longer->text).substr(0, longer->text.size() - ending.size());
    if (phone ? is_number(before) && before.size() <= kCountryDigits : !has_digit(before))
      add_joined(index, word, longer->text);
  }
}

// A code with one run of digits.
struct Numbered {
  std::string_view before;  // letters
  std::string_view number;  // empty where there are no digits or several runs
  std::string_view behind;
};

Numbered read_numbered(std::string_view code) {
  const auto is_part = [](char c) { return is_digit(c) || c == '.'; };
  const auto begin = std::find_if(code.begin(), code.end(), is_digit);
  const auto end = std::find_if_not(begin, code.end(), is_part);
  if (std::any_of(end, code.end(), is_digit) || end - begin < static_cast<std::ptrdiff_t>(kFewestDigits))
    return {};
  const auto at = static_cast<std::size_t>(begin - code.begin());
  const auto size = static_cast<std::size_t>(end - begin);
  return {code.substr(0, at), code.substr(at, size), code.substr(at + size)};
}

// "err1043" may be "e1043" and "240v" may be "240", but "f1043" is not "e1043".
bool may_stand_for(const Numbered& typed, const Numbered& code) {
  const auto begins = [](std::string_view a, std::string_view b) {
    return a.starts_with(b) || b.starts_with(a);
  };
  if (typed.number != code.number || (typed.before != code.before && typed.behind != code.behind))
    return false;
  return begins(typed.before, code.before) && begins(typed.behind, code.behind);
}

// Letters that look like digits, behind the first digit or anywhere: "E1O42" and "EIO42" are "E1042".
void add_mistaken_digits(const LanguageIndex& index, ExpandedWord& word) {
  const std::string& typed = word.word.text;
  for (const std::size_t from : {std::min(typed.find_first_of("0123456789"), typed.size()), std::size_t{0}}) {
    std::string code = typed;
    std::replace(code.begin() + static_cast<std::ptrdiff_t>(from), code.end(), 'o', '0');
    std::replace_if(
        code.begin() + static_cast<std::ptrdiff_t>(from), code.end(),
        [](char c) { return c == 'i' || c == 'l'; }, '1');
    add_joined(index, word, code);
  }
}

// No article has the code, but its number with more or fewer letters, or behind a word: "errorcode1042".
void add_other_letters(const LanguageIndex& index, ExpandedWord& word) {
  const Numbered typed = read_numbered(word.word.text);
  if (typed.number.empty()) return;
  const bool behind_word = typed.before.size() > kMostLetters;
  if ((behind_word ? 0 : typed.before.size()) + typed.behind.size() > kMostLetters) return;
  const std::string number(typed.number);
  if (index.is_indexed(number)) add(word, {number});
  auto codes = index.vocabulary().with_number(number, kMostLetters);
  std::erase_if(codes, [&](const auto* code) {
    return !behind_word && !may_stand_for(typed, read_numbered(code->text));
  });
  if (codes.size() == 1) add_joined(index, word, codes.front()->text);
}

// The codes that differ from an unknown one in their digits only, or have one digit more or fewer. The
// article that lists them has most of them.
void add_family(const LanguageIndex& index, ExpandedWord& word, Interpretation& said) {
  const Numbered typed = read_numbered(word.word.text);
  if (typed.number.empty() || typed.before.empty() || !typed.behind.empty()) return;
  std::vector<std::string> family;
  for (const auto& one : index.vocabulary().with_prefix(std::string(typed.before))) {
    const Numbered code = read_numbered(one.text);
    const bool one_more = code.number.size() == typed.number.size() + 1;
    const bool one_less = code.number.size() + 1 == typed.number.size();
    if (code.before == typed.before && code.behind.empty() &&
        (one_more || one_less || code.number.size() == typed.number.size()))
      family.push_back(one.text);
  }
  if (family.size() < kSmallestFamily) return;
  family.resize(std::min(family.size(), kMaxCompletions));
  for (const std::string& one : family) {
    for (std::string& term : terms_of(index, one)) word.instead.push_back({{std::move(term)}});
  }
  word.alike = true;
  said.unknown_codes.push_back(word.word.shown);
}

// Words in a row that articles write as one. Each of them then stands for the whole.
void join_words(const LanguageIndex& index, std::vector<ExpandedWord>& words, std::size_t first) {
  std::vector<std::string_view> parts{words[first].word.text};
  for (std::size_t last = first + 1; last < words.size() && parts.size() < kMostCodeParts; ++last) {
    parts.push_back(words[last].word.text);
    const std::string code = join_code(parts);
    for (const std::string& term : terms_of(index, code))
      for (std::size_t i = first; i <= last; ++i) add(words[i], {term});
    if (is_number(code)) add_longer(index, words[first], code);
  }
}

// For a code that no article has, what comes nearest to it.
void add_unknown(const LanguageIndex& index, ExpandedWord& word, Interpretation& said) {
  const auto is_unknown = [&] {
    return !index.is_indexed(word.word.term) && word.same.empty() && word.instead.empty();
  };
  if (is_unknown()) add_in_two(index, word);
  if (is_unknown()) add_longer(index, word, word.word.text);
  if (is_unknown()) add_mistaken_digits(index, word);
  if (is_unknown()) add_other_letters(index, word);
  if (is_unknown()) add_family(index, word, said);
}

}  // namespace

void add_code_spellings(const LanguageIndex& index, std::vector<ExpandedWord>& words, Interpretation& said) {
  std::size_t codes = 0;
  std::size_t next = 0;  // the first word that was not yet joined with those after it
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (words[i].word.bigram || !has_digit(words[i].word.text)) continue;
    if (++codes > kMaxCodes) return;
    add_joined(index, words[i], words[i].word.text);
    add_amount(index, words[i]);
    add_apart(index, words[i]);
    add_marked(index, words[i]);
    add_only_code(index, words[i]);
    add_unknown(index, words[i], said);
    next = std::max(next, i < kMostCodeParts ? 0 : i + 1 - kMostCodeParts);
    for (; next <= i; ++next) join_words(index, words, next);
  }
}

void take_apart_amounts(const LanguageIndex& index, std::vector<QueryWord>& words) {
  std::vector<QueryWord> apart;
  std::size_t whole = 0;
  for (QueryWord& word : words) {
    const bool in_parts =
        !word.parts.empty() && (++whole > kMaxCodes || amount_terms(index, word.amount).empty());
    if (in_parts)
      apart.insert(apart.end(), word.parts.begin(), word.parts.end());
    else
      apart.push_back(std::move(word));
  }
  words = std::move(apart);
}

std::string term_in_index(const LanguageIndex& index, const std::string& word) {
  for (std::string term : {index.stem(word), code_term(word)})
    if (index.is_indexed(term)) return term;
  return "";
}

void complete_code(const LanguageIndex& index, std::vector<ExpandedWord>& words) {
  if (words.size() < 2 || !has_digit(words.back().word.text)) return;
  const std::string& before = words[words.size() - 2].word.text;
  if (before.size() > kMostLetters || words.back().word.bigram) return;
  std::size_t left = kMaxCompletions;
  for (const auto& candidate : index.vocabulary().with_prefix(before + words.back().word.text)) {
    if (left-- == 0) return;
    if (std::string term = term_in_index(index, candidate.text); !term.empty())
      words.back().same.push_back({{std::move(term)}});
  }
  words.back().spelled = words.back().spelled || !words.back().same.empty();
}

}  // namespace kb
