// A search's result as JSON: the daemon's API and the command line both print this, so that a script can turn
// from one to the other.
#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "kb/search/search.h"

namespace kb {

enum class JsonStyle { compact, indented };

// `address` makes what is printed of a path below base_url. The fields are those of openapi.json.
std::string result_json(const Snapshot& snapshot, const SearchQuery& query, const SearchResult& result,
                        const std::function<std::string(std::string_view path)>& address, JsonStyle style);

}  // namespace kb
