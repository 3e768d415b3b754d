#include "kb/text/text.h"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/uscript.h>

#include <algorithm>
#include <array>

#include "kb/text/ascii.h"
#include "kb/text/plain_letters.h"
#include "kb/text/utf8.h"

namespace kb {

namespace {

// The apostrophe, the accents and quotes that people type in its place, and the letter that looks like it.
bool is_apostrophe(UChar32 c) {
  return c == '\'' || c == '`' || c == 0xB4 || c == 0x2018 || c == 0x2019 || c == 0x02BC || c == 0xFF07;
}

bool begins_word(UChar32 c) {
  return c < 0x80 ? is_alnum(static_cast<char>(c))
                  : (u_isalnum(c) || u_charType(c) == U_LETTER_NUMBER) && !is_apostrophe(c);
}

// Inside a word marks count too: in the scripts of India most vowels are marks.
bool is_word_char(UChar32 c) {
  return begins_word(c) || (c >= 0x80 && (U_GET_GC_MASK(c) & (U_GC_MN_MASK | U_GC_MC_MASK)) != 0);
}

// Marks that people leave out: accents of Latin, Greek and Cyrillic, Hebrew points, Arabic vowel signs, and
// the stroke that stretches Arabic words. Marks of other scripts stay, since to their readers they are
// letters.
bool is_optional_mark(UChar32 c) {
  return (c >= 0x300 && c <= 0x36F) || (c >= 0x591 && c <= 0x5C7) || (c >= 0x64B && c <= 0x65F) ||
         c == 0x640 || c == 0x670;
}

// Letters that Unicode does not decompose but keyboards do.
const char* spelled_out(UChar32 c) {
  switch (c) {
    case 0xE6:
      return "ae";
    case 0xF8:
      return "o";
    case 0x153:
      return "oe";
    case 0x142:
      return "l";
    case 0x111:
    case 0xF0:
      return "d";
    case 0xFE:
      return "th";
    case 0x131:
      return "i";
    default:
      return nullptr;
  }
}

constexpr UChar32 kFirstKana = 0x3040;  // no letter before it is written in two ways

const icu::Normalizer2& casefold() {
  UErrorCode status = U_ZERO_ERROR;
  static const icu::Normalizer2* const instance = icu::Normalizer2::getNFKCCasefoldInstance(status);
  return *instance;
}

// Appends a character without case, accents, width or ligatures. Digits of any script become 0 to 9.
void append_folded(const icu::UnicodeString& character, std::string& out) {
  UErrorCode status = U_ZERO_ERROR;
  static const icu::Normalizer2* const decompose = icu::Normalizer2::getNFDInstance(status);
  static const icu::Normalizer2* const compose = icu::Normalizer2::getNFCInstance(status);
  const icu::UnicodeString apart = decompose->normalize(casefold().normalize(character, status), status);
  icu::UnicodeString kept;
  for (int32_t i = 0; i < apart.length(); i = apart.moveIndex32(i, 1)) {
    const UChar32 part = apart.char32At(i);
    if (const char* letters = spelled_out(part)) {
      kept.append(icu::UnicodeString::fromUTF8(letters));
    } else if (u_isdigit(part)) {
      kept.append(static_cast<UChar32>('0' + u_charDigitValue(part)));
    } else if (is_word_char(part) && !is_optional_mark(part)) {
      kept.append(part < kFirstKana ? part : static_cast<UChar32>(plain_letter(part)));
    }
  }
  compose->normalize(kept, status).toUTF8String(out);
}

bool is_unspaced_script(UChar32 c) {
  if (c < 0xE00 || !is_word_char(c)) return false;
  UErrorCode status = U_ZERO_ERROR;
  switch (uscript_getScript(c, &status)) {
    case USCRIPT_HAN:
    case USCRIPT_HIRAGANA:
    case USCRIPT_KATAKANA:
    case USCRIPT_HANGUL:
    case USCRIPT_THAI:
    case USCRIPT_LAO:
    case USCRIPT_KHMER:
    case USCRIPT_MYANMAR:
      return true;
    default:
      return c == 0x30FC || c == 0xFF70;  // the long-vowel mark, common to both kana
  }
}

// Reads UTF-8 one code point at a time.
class Cursor {
 public:
  explicit Cursor(std::string_view text) : text_(text) {}

  bool at_end() const { return at_ >= text_.size(); }
  std::size_t at() const { return at_; }
  UChar32 peek() const { return at_end() ? 0 : read(at_).first; }
  // The one after the next.
  UChar32 peek_second() const {
    if (at_end()) return 0;
    const std::size_t second = read(at_).second;
    return second < text_.size() ? read(second).first : 0;
  }
  UChar32 next() {
    const auto [c, after] = read(at_);
    at_ = after;
    return c;
  }

 private:
  std::pair<UChar32, std::size_t> read(std::size_t from) const {
    std::size_t after = from;
    const char32_t c = next_code_point(text_, after);
    return {static_cast<UChar32>(c), after};
  }

  std::string_view text_;
  std::size_t at_ = 0;
};

// Reads a letter and what belongs to it: the marks after it, and invisible characters such as a soft hyphen.
void read_folded(Cursor& in, std::string& out) {
  constexpr int32_t kLongest = 32;  // no script stacks more marks, and ICU sorts them in quadratic time
  const UChar32 c = in.next();
  if (c < 0x80 && in.peek() < 0x80) {
    out += to_lower(static_cast<char>(c));
    return;
  }
  icu::UnicodeString character(c);
  while (in.peek() >= 0x80 && character.length() < kLongest && !casefold().hasBoundaryBefore(in.peek())) {
    character.append(in.next());
  }
  append_folded(character, out);
}

std::string read_letters(Cursor& in) {
  std::string word;
  while (!in.at_end() && is_word_char(in.peek()) && !is_unspaced_script(in.peek())) read_folded(in, word);
  return word;
}

// What French, Italian and Catalan write before an apostrophe in place of "la" or "dello". Other alphabets
// have ordinary letters there, as in "п'ять".
bool is_elided(std::string_view word) {
  static constexpr std::array<std::string_view, 17> kLong{
      "all",  "dall", "dell",  "nell",  "sull",  "coll",   "agl",    "dagl",  "degl",
      "negl", "sugl", "quell", "quest", "jusqu", "lorsqu", "puisqu", "quoiqu"};
  return (word.size() <= 2 && is_letter(word.front())) ||
         std::find(kLong.begin(), kLong.end(), word) != kLong.end();
}

// Joins what follows an apostrophe inside a word: "'s" is dropped, a short ending stays ("dont"), and before
// a long rest an elided article is dropped ("l'offre").
void join_apostrophe(std::string& word, std::size_t& begin, const std::string& rest, std::size_t rest_begin) {
  if (rest == "s") return;
  if (rest.size() > 2 && is_elided(word)) {
    word = rest;
    begin = rest_begin;
    return;
  }
  word += rest;
}

Token read_word(Cursor& in) {
  Token token;
  token.begin = in.at();
  token.text = read_letters(in);
  for (;;) {
    const UChar32 c = in.peek();
    const UChar32 after = in.peek_second();
    const bool in_number =
        c == '.' && u_isdigit(after) && !token.text.empty() && u_isdigit(token.text.back());
    if (!(in_number || (is_apostrophe(c) && is_word_char(after) && !is_unspaced_script(after)))) break;
    in.next();
    const std::size_t rest_begin = in.at();
    const std::string rest = read_letters(in);
    if (in_number) {
      token.text += "." + rest;
    } else {
      join_apostrophe(token.text, token.begin, rest, rest_begin);
    }
  }
  while ((in.peek() == '+' || in.peek() == '#') && !is_word_char(in.peek_second()) &&
         in.at() < token.begin + 16) {
    token.text += static_cast<char>(in.next());
  }
  token.end = in.at();
  return token;
}

void read_bigrams(Cursor& in, Bigrams bigrams, std::vector<Token>& out) {
  std::vector<Token> run;
  while (!in.at_end() && is_unspaced_script(in.peek())) {
    Token one;
    one.kind = TokenKind::bigram;
    one.begin = in.at();
    read_folded(in, one.text);
    one.end = in.at();
    if (!one.text.empty()) run.push_back(std::move(one));
  }
  for (std::size_t i = 0; i < run.size(); ++i) {
    if (bigrams == Bigrams::index || run.size() == 1) out.push_back(run[i]);
    if (i + 1 == run.size()) break;
    Token pair = run[i];
    pair.text += run[i + 1].text;
    pair.end = run[i + 1].end;
    out.push_back(std::move(pair));
  }
}

}  // namespace

std::vector<Token> tokenize(std::string_view text, Bigrams bigrams) {
  std::vector<Token> tokens;
  Cursor in(text);
  while (!in.at_end()) {
    if (is_unspaced_script(in.peek())) {
      read_bigrams(in, bigrams, tokens);
    } else if (begins_word(in.peek())) {
      if (Token token = read_word(in); !token.text.empty()) tokens.push_back(std::move(token));
    } else {
      in.next();
    }
  }
  return tokens;
}

bool is_word_character(char32_t c) { return is_word_char(static_cast<UChar32>(c)); }

std::string compatible(std::string_view text) {
  UErrorCode status = U_ZERO_ERROR;
  static const icu::Normalizer2* const instance = icu::Normalizer2::getNFKCInstance(status);
  const auto size = static_cast<int32_t>(text.size());
  std::string out;
  return instance->normalize(icu::UnicodeString::fromUTF8({text.data(), size}), status).toUTF8String(out);
}

std::string fold(std::string_view text) {
  std::string words;
  for (const Token& token : tokenize(text, Bigrams::query)) {
    if (!words.empty()) words += ' ';
    words += token.text;
  }
  return words;
}

std::string fold_search(std::string_view text) {
  std::string words = fold(text);
  return words.empty() ? compatible(trim(text)) : words;
}

}  // namespace kb
