// Lets a '?' stand in texts within [ ] and { }, as YAML 1.2 does: [Where is it?]. yaml-cpp ends such a text
// at every '?', so it is given another byte to read in its place.
#pragma once

#include <string>
#include <string_view>

namespace indexer {

// Replaces every '?' but those that can be the sign before a key by a byte that UTF-8 does not have. The text
// keeps its length.
std::string hide_question_marks(std::string_view text);

// Undoes that, in any part of the text.
std::string show_question_marks(std::string text);

}  // namespace indexer
