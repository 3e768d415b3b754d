// Search results on the command line: for people, and as JSON for scripts.
#pragma once

#include <string>
#include <string_view>

#include "kb/search.h"

namespace indexer {

// Ranked hits with title, URL, score and snippet; matched words bold when `colour`.
std::string search_text(const kb::SearchResult& result, std::string_view base_path, bool colour);

std::string search_json(const kb::SearchQuery& query, const kb::SearchResult& result,
                        std::string_view base_path);

}  // namespace indexer
