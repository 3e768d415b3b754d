// Results: what was found, how it was understood, and the way on when there is nothing.
#pragma once

#include "searchd/visit.h"

namespace searchd {

// Nothing but blanks: no question yet.
bool is_blank(std::string_view text);

Reply search_page(const Visit& visit, kb::SearchQuery query);

// "/en/a#b" with the hit's position and query, by which a click is known without a cookie:
// "/en/a?r=2&q=...#b".
std::string tracked(std::string_view url, int rank, std::string_view query);

}  // namespace searchd
