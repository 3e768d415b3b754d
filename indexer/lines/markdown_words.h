// Writes texts as Markdown that shows them as they are.
#pragma once

#include <string>
#include <string_view>

namespace indexer {

// On one line, with a backslash before what Markdown would read. Code spans stay.
std::string escape_words(std::string_view text);

// "**text**", "" for nothing.
std::string strong_words(std::string_view text);

// `target` as it stands between the parentheses of a link.
std::string link_target_words(std::string_view target);

// "[text](target)"; the last part of the target when there is no text, the text alone when there is no
// target.
std::string link_words(std::string_view text, std::string_view target);

// The same in bold, "" for nothing.
std::string strong_link_words(std::string_view text, std::string_view target);

// Where code spans and fences stand: the longest run of backticks.
std::size_t longest_backticks(std::string_view text);

}  // namespace indexer
