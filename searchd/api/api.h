// The JSON API: the same search as the pages, for programs. Only api.cc and api_feedback.cc read and write
// JSON here; kb/search/result_json.h writes a search's result. See openapi.json.
#pragma once

#include <string>
#include <string_view>

#include "searchd/visit/visit.h"

namespace searchd {

Reply api_search(const Visit& visit);
Reply api_suggest(const Visit& visit);
Reply api_opensearch(const Visit& visit);  // the same suggestions as browsers' search bars want them
Reply api_article(const Visit& visit);
Reply api_description(const Visit& visit);  // openapi.json

Reply api_feedback_token(const Visit& visit);  // GET: a token for the form
Reply api_feedback(const Visit& visit);        // POST

// The answer of api_suggest, each path made by `address` what it shall be.
Reply suggestion_reply(const Visit& visit, std::string (*address)(const std::string& path));

Reply api_json(std::string json);

// application/problem+json (RFC 9457); `detail` is a sentence that helps, `request_id` what the log has, if
// the log has it.
Reply api_problem(int status, std::string_view detail, std::string_view request_id = "");

}  // namespace searchd
