// From a search to what follows it, without a session: a result's link carries the query, the article's page
// hands it on to its forms, and these send it back as `from`. All of it is text that anybody can write into
// an address.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "searchd/http/url.h"
#include "searchd/visit/reply.h"
#include "searchd/visit/visit.h"

namespace searchd {

// What a result's link says: "?r=2&q=refund".
struct ResultLink {
  int rank = 0;  // 1 is the first hit
  std::string query;
};

// nullopt when it is none of ours.
std::optional<ResultLink> result_link(const Params& params);

// What was searched before the search or the vote that is sent with these. "" when nothing was, and for a
// text that is too long to stand in an address.
std::string from_query(const Params& params);

// Sets the query in the forms of an article's page. Requires: the body is not compressed.
void hand_on(Reply& reply, const std::string& query);
// Marks the words of the query in the article, and says so above it. Requires: the same.
void mark_words(const Visit& visit, Reply& reply, const std::string& query);

}  // namespace searchd
