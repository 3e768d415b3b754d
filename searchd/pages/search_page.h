// The page of results: what was found, how the query was understood, and where to go when nothing was found.
#pragma once

#include <functional>

#include "kb/search/search.h"
#include "searchd/visit/visit.h"

namespace searchd {

// True for an empty query, and for one of blanks only.
bool is_blank(std::string_view text);

// Whether the box is one line, or a field for pasted texts that is sent by POST.
enum class BoxSize { line, text };
// Whether only the beginning of what was sent is searched.
enum class Cut { no, yes };

// The box that can show a text: one line would lose line breaks and the end of a long one.
BoxSize box_for(std::string_view text);

Reply search_page(const Visit& visit, kb::SearchQuery query, BoxSize box, Cut cut = Cut::no);

// Adds the hit's position and the query to its address, so that a click is known without a cookie:
// "/en/a#b" -> "/en/a?r=2&q=...#b". A query too long for an address stays out, and its clicks unknown.
std::string tracked(std::string_view url, int rank, std::string_view query);

// Parts that the help panel shows too, with its own links.
View hit_view(const kb::Hit& hit, std::string url);
View asked_view(const kb::Asked& asked, std::string url);
View answer_view(const kb::Answer& answer, std::string url, std::string html);
// "3 results for ...", and what is said where none fits, or there is nothing at all.
std::string results_summary(const Visit& visit, const kb::SearchQuery& query, const kb::SearchResult& result);
// Sets what search made of the query, and the link to the same search without that, or with it again.
void set_interpretation(View& view, const Visit& visit, const kb::SearchQuery& query,
                        const kb::SearchResult& result,
                        const std::function<std::string(const kb::SearchQuery&)>& link);

}  // namespace searchd
