// Picks the part of a section's text that best shows why it was found.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "kb/search/search.h"

namespace kb {

// The window of about `max_letters` code points with the most different matching words. It is cut at words,
// and "…" shows where text was left out. `weight` gives the weight of a folded word, 0 when it does not
// match. Without a match it is the beginning of the text. 200 letters are about two lines of a result page.
std::vector<SnippetPart> make_snippet(std::string_view text,
                                      const std::function<double(std::string_view)>& weight,
                                      std::size_t max_letters = 200);

// The whole text, in which the words of a weight are matches.
std::vector<SnippetPart> marked_parts(std::string_view text,
                                      const std::function<double(std::string_view)>& weight);

}  // namespace kb
