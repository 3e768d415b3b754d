#include "kb/text/plain_letters.h"

#include <unicode/translit.h>
#include <unicode/uniset.h>
#include <unicode/usetiter.h>

#include <memory>
#include <unordered_map>

namespace kb {

namespace {

using Letters = std::unordered_map<char32_t, char32_t>;

// What a transliteration makes of single letters. Three are made of one another: these stay.
void add_letters(const char* transliteration, Letters& letters) {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<icu::Transliterator> rules(
      icu::Transliterator::createInstance(transliteration, UTRANS_FORWARD, status));
  if (!rules) return;  // an ICU without its data
  icu::UnicodeSet written;
  rules->getSourceSet(written);
  for (icu::UnicodeSetIterator letter(written); letter.next();) {
    if (letter.isString()) continue;
    icu::UnicodeString plain(letter.getCodepoint());
    rules->transliterate(plain);
    icu::UnicodeString again(plain);
    rules->transliterate(again);
    if (plain.countChar32() == 1 && again == plain) letters.emplace(letter.getCodepoint(), plain.char32At(0));
  }
}

Letters all_letters() {
  Letters letters;
  add_letters("Traditional-Simplified", letters);
  add_letters("Katakana-Hiragana", letters);
  return letters;
}

}  // namespace

char32_t plain_letter(char32_t letter) {
  static const Letters letters = all_letters();
  const auto plain = letters.find(letter);
  return plain == letters.end() ? letter : plain->second;
}

}  // namespace kb
