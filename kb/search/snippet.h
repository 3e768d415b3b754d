// The part of a section's text that best shows why it was found.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "kb/search/search.h"

namespace kb {

// The window of about `max_letters` code points holding the most different matching words, cut at words, with
// "…" where text was left out. `weight` gives how much a folded word is worth, 0 when it does not match.
// Without any match the beginning of the text.
std::vector<SnippetPart> make_snippet(std::string_view text,
                                      const std::function<double(std::string_view)>& weight,
                                      std::size_t max_letters = 200);

}  // namespace kb
