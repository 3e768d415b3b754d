// Parses what a visitor typed into words, "quoted phrases" and -excluded words. Any text is a valid query;
// nothing throws.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace kb {

struct QueryWord {
  std::string text;                      // folded
  std::string term;                      // as indexed
  std::string shown;                     // as typed
  std::size_t end = 0;                   // end in bytes, in the part of the query it came from
  std::vector<std::string> others = {};  // terms that it may be as well: of a translated word
  std::string sign;      // the term of the word with the signs before it, as "--force"; "" without signs
  bool symbol = false;   // has neither letters nor digits
  bool stop = false;     // ranks by titles only
  bool bigram = false;   // two characters of a script without spaces
  bool minus = false;    // typed with a minus before it
  bool certain = false;  // no typing error, so it is corrected to no other word
  std::string amount;    // of a number with separators: its plain form, "9.90" for "9,90"
  std::vector<QueryWord> parts;  // the words that an amount is written in, when these are several
};

struct ParsedQuery {
  std::vector<QueryWord> words;                 // to rank by, in order; those of phrases included
  std::vector<std::vector<QueryWord>> phrases;  // must be there
  std::vector<QueryWord> excluded;              // must not be there
  std::vector<QueryWord> ignored;               // took no part, since the query is too long
  bool unfinished = false;                      // the last word may be cut short
  bool only_stop_words = false;                 // there is nothing else to rank by
};

using Stemmer = std::function<std::string(std::string_view)>;

// Operators count only when they look intended: closed quotes with few words beside them, and a minus before
// the last words.
ParsedQuery parse_query(std::string_view text, std::string_view lang, const Stemmer& stem);

// Reads contractions typed without their apostrophe as those with it, and words whose letters were typed as
// two as those of the articles, where no article has them as they are. `is_indexed` is asked for a term,
// `is_word` for a word as articles write it.
void read_spellings(ParsedQuery& query, std::string_view lang, const Stemmer& stem,
                    const std::function<bool(const std::string&)>& is_indexed,
                    const std::function<bool(const std::string&)>& is_word);

// Of symbols beside words leaves those that articles have.
void drop_unknown_symbols(ParsedQuery& query, const std::function<bool(const std::string&)>& is_indexed);

// Keeps the `most` words that are in the fewest articles and moves the others to `ignored`, words that are in
// none first. `articles` says how many articles have a word.
void keep_rarest(ParsedQuery& query, std::size_t most,
                 const std::function<unsigned(const QueryWord&)>& articles);

}  // namespace kb
