// Words that are too common in a language to say what a question is about. They are indexed all the same. A
// query of nothing else keeps them, so that an article called "If" can be found.
#pragma once

#include <string_view>

namespace kb {

// `folded` as tokenize() gives it. False for languages without a list; "pt-br" has that of "pt".
bool is_stop_word(std::string_view lang, std::string_view folded);

}  // namespace kb
