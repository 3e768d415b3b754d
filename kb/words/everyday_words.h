// Words that customers use whatever the articles say: names of phones, banks and programs, and the common
// words of help requests. They are no typing errors, so search never corrects them to another word, even
// where no article has them.
#pragma once

#include <string_view>

namespace kb {

// `folded` as tokenize() gives it. A plural in s counts as its word. Languages without a list have the names.
bool is_everyday_word(std::string_view lang, std::string_view folded);

}  // namespace kb
