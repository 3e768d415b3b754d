// Contractions as people type them without the apostrophe: "wont", "cest", "gehts". They mean what the form
// with the apostrophe means, as tokenize() reads it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace kb {

// The word that a contraction is read as when its apostrophe is typed: "cest" is "est", "gehts" is "geht",
// "dont" stays. "" for what is none. `folded` as tokenize() gives it; "pt-br" has what "pt" has.
std::string contraction(std::string_view lang, std::string_view folded);

// Whether a word is a contraction, typed with its apostrophe or without.
bool is_contraction(std::string_view lang, std::string_view folded);

// The word that a contraction denies with: "wont" and "doesnt" are "not". "" where it denies nothing. English
// only: the other languages with contractions write their negations whole.
std::string negation(std::string_view lang, std::string_view folded);

// What a word may mean when the apostrophe of an elided article or of a plural is missing, the longest rest
// first: "lapp" may be "app" in French, "fotos" may be "foto" in Dutch. Most such words are no contractions,
// so the caller looks which rest is known.
std::vector<std::string> without_elision(std::string_view lang, std::string_view folded);

}  // namespace kb
