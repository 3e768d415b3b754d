// The JSON API: the search of the pages, for programs. openapi.json describes it.
#pragma once

#include <string>
#include <string_view>

#include "searchd/visit/visit.h"

namespace searchd {

Reply api_search(const Visit& visit);
Reply api_suggest(const Visit& visit);
Reply api_suggest_post(const Visit& visit);  // the same for a text that should stand in no address
Reply api_opensearch(const Visit& visit);    // suggestions in the form that browsers' search bars expect
Reply api_article(const Visit& visit);
Reply api_description(const Visit& visit);  // openapi.json

Reply api_feedback_token(const Visit& visit);  // GET: a token for the form
Reply api_feedback(const Visit& visit);        // POST

// The answer of api_suggest. `address` turns the path of each suggestion into the one to show.
Reply suggestion_reply(const Visit& visit, std::string (*address)(const std::string& path));

Reply api_json(std::string json);

// application/problem+json, RFC 9457. `detail` is a sentence that helps the sender. `request_id` is given
// where the log has the request.
Reply api_problem(int status, std::string_view detail, std::string_view request_id = "");

}  // namespace searchd
