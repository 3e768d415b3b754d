// Cuts the endings of cases and persons off the words of languages that Snowball has no stemmer for. Light:
// it knows endings only, no dictionary, and leaves the rest of the word as it is.
#pragma once

#include <string>
#include <string_view>

namespace kb {

// Whether a language is stemmed here. `lang` is a base language: "cs", "pl", "uk".
bool has_light_stem(std::string_view lang);

// The stem of a word as tokenize() gives it, so without accents. At least three letters stay. Requires:
// has_light_stem(lang).
std::string light_stem(std::string_view lang, std::string_view folded);

}  // namespace kb
