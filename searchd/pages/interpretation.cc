#include "searchd/pages/interpretation.h"

#include <algorithm>

#include "kb/search/marked_html.h"
#include "kb/text/html.h"

namespace searchd {

namespace {

using Arguments = std::vector<Strings::Argument>;

// The sentence is text and gets escaped; the arguments are HTML already.
View sentence(const Strings& strings, std::string_view key, const Arguments& html_arguments) {
  View view;
  view.set("html", fill_in(kb::escape_html(strings.text(key)), html_arguments));
  return view;
}

std::string marked_list(const std::vector<std::string>& words) {
  std::string html;
  for (const std::string& word : words) html += (html.empty() ? "" : ", ") + kb::mark(word);
  return html;
}

// One side of them, each word once, in order.
std::vector<std::string> distinct_words(const std::vector<kb::Replacement>& replacements,
                                        std::string kb::Replacement::*side) {
  std::vector<std::string> words;
  for (const kb::Replacement& replacement : replacements) {
    if (std::find(words.begin(), words.end(), replacement.*side) == words.end())
      words.push_back(replacement.*side);
  }
  return words;
}

}  // namespace

std::vector<View> interpretation_views(const kb::Interpretation& interpretation, const Strings& strings) {
  std::vector<View> list;
  if (!interpretation.corrected.empty()) {
    const std::string from = marked_list(distinct_words(interpretation.corrected, &kb::Replacement::from));
    const std::string to = marked_list(distinct_words(interpretation.corrected, &kb::Replacement::to));
    list.push_back(sentence(strings, "corrected", {{"from", from}, {"to", to}}));
  }
  if (!interpretation.synonyms.empty()) {
    const std::string words = marked_list(distinct_words(interpretation.synonyms, &kb::Replacement::to));
    list.push_back(sentence(strings, "with_synonyms", {{"words", words}}));
  }
  if (!interpretation.ignored.empty()) {
    const std::string words = marked_list(interpretation.ignored);
    list.push_back(sentence(strings, "ignored_words", {{"words", words}}));
  }
  if (!interpretation.unknown_codes.empty()) {
    const std::string codes = marked_list(interpretation.unknown_codes);
    list.push_back(sentence(strings, "unknown_codes", {{"codes", codes}}));
  }
  if (interpretation.shortened) list.push_back(sentence(strings, "shortened", {}));
  if (interpretation.relaxed) list.push_back(sentence(strings, "relaxed", {}));
  return list;
}

}  // namespace searchd
