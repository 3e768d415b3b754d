// Letters that are written in two ways: Chinese characters in their traditional and simplified form, Japanese
// syllables as katakana and hiragana.
#pragma once

namespace kb {

// The simplified character or the hiragana, by ICU's transliterations; any other letter as it is. Japanese
// has some characters that Chinese calls traditional; there, too, they meet the simplified ones.
char32_t plain_letter(char32_t letter);

}  // namespace kb
