// The addresses that belong to Firstline's own pages, in one list: the daemon's routes must all be in it, and
// the indexer lets no article and no alias have one of them.
#pragma once

#include <string_view>

namespace kb {

// Below base_url: "/robots.txt", "/api/v1/search".
bool is_own_address(std::string_view path);

// Below a language: "search" for "/en/search", "" for its home page.
bool is_own_below_language(std::string_view rest);

}  // namespace kb
