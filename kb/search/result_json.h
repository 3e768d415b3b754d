// A search's result as JSON. The daemon's API and the command line print the same, so a script can use
// either.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "kb/search/search.h"

namespace kb {

enum class JsonStyle { compact, indented };

// The ways to reach a human, of a search that asks for one.
struct ContactCard {
  struct Channel {
    std::string kind;  // "phone"
    std::string label;
    std::string value;         // number, address or URL
    std::optional<bool> open;  // now; nullopt when it has no hours
  };
  std::string url;  // of the contact page, as it is to be printed
  std::vector<Channel> channels;
};

// `address` turns a path below base_url into the address to print. openapi.json describes the fields.
std::string result_json(const Snapshot& snapshot, const SearchQuery& query, const SearchResult& result,
                        const std::function<std::string(std::string_view path)>& address, JsonStyle style,
                        const std::optional<ContactCard>& contact = std::nullopt);

}  // namespace kb
