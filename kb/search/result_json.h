// A search's result as JSON. The daemon's API and the command line print the same, so a script can use
// either.
#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "kb/search/search.h"

namespace kb {

enum class JsonStyle { compact, indented };

// `address` turns a path below base_url into the address to print. openapi.json describes the fields.
std::string result_json(const Snapshot& snapshot, const SearchQuery& query, const SearchResult& result,
                        const std::function<std::string(std::string_view path)>& address, JsonStyle style);

}  // namespace kb
