// Letters of German and the Nordic languages that keyboards elsewhere lack, typed as two: "ueberweisen",
// "groesse", "aa".
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace kb {

// How a word is folded when some of its pairs are read as one letter ("ueberweisen" gives "uberweisen"), and
// when its own such letters are written as pairs ("Größe" gives "groesse"). Most of these are no words, so
// the caller looks which one is known. `typed` is the word as it stands in the text, `folded` as tokenize()
// gives it; "de-at" has what "de" has.
std::vector<std::string> other_spellings(std::string_view lang, std::string_view typed,
                                         std::string_view folded);

}  // namespace kb
