#include "searchd/visit/event_log.h"

#include <chrono>

#include "kb/search/search.h"
#include "kb/text/text.h"
#include "searchd/metrics/log.h"
#include "searchd/visit/search_params.h"

namespace searchd {

namespace {

bool is_visit(const Request& request) {
  const bool prefetch = request.header("Sec-Purpose").find("prefetch") != std::string_view::npos ||
                        request.header("Purpose") == "prefetch" || request.header("X-Moz") == "prefetch";
  return request.method != "HEAD" && !prefetch;
}

// The position and query that result links carry; nothing when they are not ours.
std::optional<events::Click> click_of(const Visit& visit, const std::string& article_id,
                                      const Params& params) {
  const int rank = clamped_number(params.get("r"), 0, 0, kb::kMaxOffset + kb::kMaxLimit);
  const std::string query = params.get("q");
  if (rank == 0 || query.empty() || query.size() > kb::kMaxQueryBytes) return std::nullopt;
  return events::Click{visit.now, visit.lang, {query, kb::fold}, article_id, rank};
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
    log_event("form_not_stored", {{"why", error.what()}, {"hint", error.hint()}});
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
    writer_->add_search(std::move(search));
  }
  if (reply.contact) writer_->add_contact(*reply.contact);
  if (reply.article_id.empty()) return;
  if (is_from_contact(params))
    writer_->add_contact({visit.now, visit.lang, events::ContactStep::opened, "", reply.article_id});
  if (auto click = click_of(visit, reply.article_id, params)) writer_->add_click(*std::move(click));
}

Stored EventLog::store(Metrics& metrics, const events::Feedback& feedback) const {
  return store_with(metrics, kFeedbackPurpose, [&] { return writer_->add_feedback(feedback); });
}

Stored EventLog::store(Metrics& metrics, const events::ArticleRequest& request) const {
  return store_with(metrics, kRequestPurpose, [&] { return writer_->add_request(request); });
}

}  // namespace searchd
