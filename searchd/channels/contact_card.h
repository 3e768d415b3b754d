// The ways to reach a human above the results of a search that asks for one.
#pragma once

#include <optional>

#include "kb/search/result_json.h"
#include "searchd/theme/view.h"
#include "searchd/visit/visit.h"

namespace searchd {

// Whether the card is shown: the site names a channel, and the search asks for people or is pinned to them.
bool shows_contact(const Visit& visit, const kb::SearchQuery& query, const kb::SearchResult& result);

// The card as the API gives it: all channels, in the order of the contact page.
kb::ContactCard contact_card(const Visit& visit, const kb::SearchQuery& query);

// Sets contact_ways: the channels that answer now, or all when none does. What it says changes by the minute,
// so a page with a card must not be kept.
void set_contact_card(View& view, const Visit& visit, const kb::SearchQuery& query, bool shown);

// The address of the contact page, with the query where it fits.
std::string contact_page_link(const Visit& visit, const kb::SearchQuery& query);

}  // namespace searchd
