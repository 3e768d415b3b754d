#include "searchd/visit/event_log.h"

#include <fmt/ranges.h>

#include <chrono>
#include <iterator>
#include <set>
#include <sstream>
#include <string>

#include "kb/text/text.h"
#include "searchd/guard/post_guard.h"
#include "searchd/visit/search_trail.h"
#include "service/log.h"

namespace searchd {

namespace {

bool is_visit(const Request& request) {
  const bool prefetch = request.header("Sec-Purpose").find("prefetch") != std::string_view::npos ||
                        request.header("Purpose") == "prefetch" || request.header("X-Moz") == "prefetch";
  return request.method != "HEAD" && !prefetch;
}

// As a set: neither their order nor the blanks between them count.
std::set<std::string> words_of(const events::QueryText& query) {
  std::istringstream words(query.text());
  return {std::istream_iterator<std::string>(words), {}};
}

// Whoever searches for the same words again looks for nothing else.
events::QueryText query_before(const Visit& visit, const Params& params, const events::QueryText& query) {
  events::QueryText before(from_query(visit.form ? *visit.form : params), kb::fold);
  return words_of(before) == words_of(query) ? events::QueryText() : before;
}

// An article that was opened from the contact page. Its links say so.
bool is_from_contact(const Params& params) { return params.get("from") == "contact"; }

template <typename Add>
Stored store_with(Metrics& metrics, std::string_view purpose, const Add& add) {
  try {
    const bool stored = add() == events::AddResult::stored;
    metrics.count_form(purpose, stored ? "stored" : "duplicate");
    return stored ? Stored::yes : Stored::already;
  } catch (const events::Error& error) {
    service::log_event("form_not_stored", {{"why", error.what()}, {"hint", error.hint()}});
    metrics.count_form(purpose, "failed");
    return Stored::failed;
  }
}

}  // namespace

void EventLog::note(const Visit& visit, const Reply& reply, const Params& params,
                    FromCache from_cache) const {
  if (!writer_ || !is_visit(visit.request)) return;
  if (reply.search) {
    events::Search search = *reply.search;
    search.time = visit.now;
    search.served_from_cache = from_cache == FromCache::yes;
    search.from_query = query_before(visit, params, search.query);
    search.first = first(visit, "search", search.lang, search.query);
    writer_->add_search(std::move(search));
  }
  if (reply.contact) writer_->add_contact(*reply.contact);
  if (reply.article_id.empty()) return;
  if (is_from_contact(params))
    writer_->add_contact({visit.now, visit.lang, events::ContactStep::opened, "", reply.article_id});
  if (const auto link = result_link(params)) {
    events::Click click{visit.now, visit.lang, {link->query, kb::fold}, reply.article_id, link->rank};
    click.first = first(visit, "click", click.lang, click.query, click.article_id);
    writer_->add_click(std::move(click));
  }
}

// By what is stored of the words, so that texts that look alike in the file are one to us, too.
events::First EventLog::first(const Visit& visit, std::string_view kind, std::string_view lang,
                              const events::QueryText& query, std::string_view article_id) const {
  const std::string words = fmt::format("{}", fmt::join(words_of(query), " "));
  return firsts_->first(visit.guard.client_key(visit.request), {kind, lang, words, article_id}, visit.now);
}

Stored EventLog::store(const Visit& visit, events::Feedback feedback) const {
  feedback.first = first(visit, kFeedbackPurpose, feedback.lang, feedback.query, feedback.article_id);
  return store_with(visit.metrics, kFeedbackPurpose, [&] { return writer_->add_feedback(feedback); });
}

Stored EventLog::store(const Visit& visit, const events::ArticleRequest& request) const {
  return store_with(visit.metrics, kRequestPurpose, [&] { return writer_->add_request(request); });
}

}  // namespace searchd
