// What a visitor typed, taken apart: words, "quoted phrases", -excluded words. Anything can be typed; nothing
// throws.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace kb {

struct QueryWord {
  std::string text;     // folded
  std::string term;     // as indexed
  std::string shown;    // as typed
  std::size_t end = 0;  // byte behind it in the part of the query it came from
  bool stop = false;    // says little: ranks by titles only
  bool bigram = false;  // of a script without spaces
  bool minus = false;   // typed with a minus before it
};

struct ParsedQuery {
  std::vector<QueryWord> words;                 // to rank by, in order; those of phrases too
  std::vector<std::vector<QueryWord>> phrases;  // must be there
  std::vector<QueryWord> excluded;              // must not
  std::vector<QueryWord> ignored;               // of very long queries: the least telling words
  bool unfinished = false;                      // the last word may be the beginning of a longer one
  bool only_stop_words = false;                 // then they are all there is to go by
};

using Stemmer = std::function<std::string(std::string_view)>;

// Operators count only when typed on purpose: closed quotes with little beside them, a minus before the last
// words.
ParsedQuery parse_query(std::string_view text, std::string_view lang, const Stemmer& stem);

// Moves all but the `most` words that stand in the fewest articles to `ignored`. `articles` counts those of a
// word.
void keep_rarest(ParsedQuery& query, std::size_t most,
                 const std::function<unsigned(const QueryWord&)>& articles);

}  // namespace kb
