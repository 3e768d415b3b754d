// The commonest words of a language: those that fill a letter whatever it is about. They are searched like
// any other, but a sentence that has only these asks nothing.
#pragma once

#include <string_view>

namespace kb {

// `folded` as tokenize() gives it. Stop words count, too. Languages without a list of common words have their
// stop words only; "pt-br" has the list of "pt".
bool is_common_word(std::string_view lang, std::string_view folded);

}  // namespace kb
