// Search results on the command line, for people. Scripts get kb/search/result_json.h.
#pragma once

#include <string>
#include <string_view>

#include "kb/search/explain.h"
#include "kb/search/search.h"

namespace indexer {

// Ranked hits with title, URL, score and snippet; matched words bold when `colour`.
std::string search_text(const kb::SearchResult& result, std::string_view base_path, bool colour);

// What each word was taken for, and what it adds to each hit's score.
std::string explanation_text(const kb::Explanation& explanation);

}  // namespace indexer
