// What a visitor typed, taken apart: words, "quoted phrases", -excluded words. Anything can be typed; nothing throws.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace kb {

struct QueryWord {
  std::string text;    // folded
  std::string term;    // as indexed
  std::string shown;   // as typed
  bool stop = false;   // takes no part in ranking
  bool gram = false;   // of a script without spaces
};

struct ParsedQuery {
  std::vector<QueryWord> words;  // to rank by, in order; those of phrases too
  std::vector<std::vector<QueryWord>> phrases;
  std::vector<QueryWord> excluded;
  bool unfinished = false;  // the last word may be the beginning of a longer one
};

using Stemmer = std::function<std::string(std::string_view)>;

// Operators count only when typed on purpose: a quote that is closed, a minus before a word and after a blank
// while another word stands without one. Stop words are marked unless there is nothing else.
ParsedQuery parse_query(std::string_view text, std::string_view lang, const Stemmer& stem);

}  // namespace kb
