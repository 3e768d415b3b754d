// Results: what was found, how it was understood, and the way on when there is nothing.
#pragma once

#include <functional>

#include "kb/search/search.h"
#include "searchd/visit/visit.h"

namespace searchd {

// Nothing but blanks: no question yet.
bool is_blank(std::string_view text);

Reply search_page(const Visit& visit, kb::SearchQuery query);

// "/en/a#b" with the hit's position and query, by which a click is known without a cookie:
// "/en/a?r=2&q=...#b".
std::string tracked(std::string_view url, int rank, std::string_view query);

// What the help panel shows as the page does, with links of its own.
View hit_view(const kb::Hit& hit, std::string url);
View answer_view(const kb::Answer& answer, std::string url, std::string html);
std::string results_summary(const Visit& visit, const kb::SearchQuery& query, int total);
// What search did to the query, and the way to the same search without that, or with it again.
void set_interpretation(View& view, const Visit& visit, const kb::SearchQuery& query,
                 const kb::Interpretation& interpretation,
                 const std::function<std::string(const kb::SearchQuery&)>& link);

}  // namespace searchd
