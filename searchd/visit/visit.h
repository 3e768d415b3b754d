// One request as handlers see it: decoded, checked, and bound to one edition.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

#include "searchd/guard/admission.h"
#include "searchd/http/multipart.h"
#include "searchd/http/url.h"
#include "searchd/visit/edition.h"
#include "searchd/visit/reply.h"

namespace kb {
struct SearchQuery;
struct SearchResult;
}  // namespace kb

namespace outbox {
class Outbox;
}

namespace searchd {

class EventLog;
class KeptTexts;
class Metrics;
class PostGuard;

struct Visit {
  const Edition& edition;
  Metrics& metrics;
  const Request& request;
  const PostGuard& guard;
  const EventLog& events;
  KeptTexts& kept_texts;
  const outbox::Outbox* outbox;  // null where messages cannot be handed on
  std::chrono::sys_seconds now;
  std::string path;  // decoded, below the base path
  std::string lang;  // of the path, or the site's first language
  std::string rest;  // the part of the path that {rest} of the route stands for
  Params params;     // only those that the route knows
  std::string request_id;
  Admission admission = {};           // of a POST: none or too_many
  std::optional<Params> form = {};    // the body of a POST, if it is a well-formed form
  std::optional<FilePart> file = {};  // that came with it, where one is taken

  const kb::Snapshot& snapshot() const { return *edition.snapshot(); }  // only on routes that need an index
  const kb::Catalogue& catalogue() const { return snapshot().catalogue(lang); }
  const Strings& strings() const { return edition.theme().strings(lang); }
};

// Searches, and counts the time in the metrics.
kb::SearchResult timed_search(const Visit& visit, const kb::SearchQuery& query);

// A search for the event log. Nothing for further pages, narrowed results and empty queries: they are no new
// search. Of a text too long for an address only words that articles have: a mail is personal.
std::optional<events::Search> search_event(const Visit& visit, const kb::SearchQuery& query,
                                           const kb::SearchResult& result, events::Source source);

// An HTML page from a template and its view.
Reply page_reply(const Visit& visit, TemplateName page, const View& view);
// Whether a form that was sent may be acted on. Counts a refusal in the metrics. A form without a token
// stands on a page that is kept for everybody.
enum class WithToken { yes, no };
Refusal form_refusal(const Visit& visit, const Params& form, std::string_view purpose,
                     WithToken token = WithToken::yes);

// `location` is below the base path.
Reply redirect_reply(const Visit& visit, int status, std::string_view location);

}  // namespace searchd
