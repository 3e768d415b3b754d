// One request as the handlers see it: decoded, checked, and tied to one edition.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

#include "searchd/guard/admission.h"
#include "searchd/http/url.h"
#include "searchd/visit/edition.h"
#include "searchd/visit/reply.h"

namespace kb {
struct SearchQuery;
struct SearchResult;
}  // namespace kb

namespace searchd {

class EventLog;
class Metrics;
class PostGuard;

struct Visit {
  const Edition& edition;
  Metrics& metrics;
  const Request& request;
  const PostGuard& guard;
  const EventLog& events;
  std::chrono::sys_seconds now;
  std::string path;  // decoded, below the base path
  std::string lang;  // the path's language; the site's first where the path has none
  std::string rest;  // what {rest} of the route's pattern stands for
  Params params;     // only those the route knows
  std::string request_id;
  Admission admission = {};         // of a POST: none or too_many
  std::optional<Params> form = {};  // the body of a POST; nullopt when it is no form, or malformed

  const kb::Snapshot& snapshot() const { return *edition.snapshot(); }  // only on routes that need an index
  const kb::Catalogue& catalogue() const { return snapshot().catalogue(lang); }
  const Strings& strings() const { return edition.theme().strings(lang); }
};

// Searches and notes how long it took.
kb::SearchResult timed_search(const Visit& visit, const kb::SearchQuery& query);

// The note on a search for the event log. Nothing for what no visitor meant as one: further pages, narrowed
// results and an empty query.
std::optional<events::Search> search_event(const kb::SearchQuery& query, const kb::SearchResult& result,
                                           events::Source source);

// An HTML page from a template and its view.
Reply page_reply(const Visit& visit, Template page, const View& view);
// A form that was sent: whether it may be acted upon. Counts a refusal.
Refusal form_refusal(const Visit& visit, const Params& form, std::string_view purpose);

// `location` below the base path.
Reply redirect_reply(const Visit& visit, int status, std::string_view location);

}  // namespace searchd
