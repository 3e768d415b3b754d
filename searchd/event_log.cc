#include "searchd/event_log.h"

#include <chrono>

#include "kb/text.h"
#include "searchd/search_params.h"

namespace searchd {

namespace {

std::chrono::sys_seconds now() {
  return std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
}

bool is_visit(const Request& request) {
  const bool prefetch = request.header("Sec-Purpose").find("prefetch") != std::string_view::npos ||
                        request.header("Purpose") == "prefetch" || request.header("X-Moz") == "prefetch";
  return request.method == "GET" && !prefetch;
}

// The position and query that result links carry; nothing when they are not ours.
std::optional<events::Click> click_of(const Visit& visit, const std::string& article_id,
                                      const Params& params) {
  const int rank = clamped_number(params.get("r"), 0, 0, kb::kMaxOffset + kb::kMaxLimit);
  const std::string query = params.get("q");
  if (rank == 0 || query.empty() || query.size() > kb::kMaxQueryBytes) return std::nullopt;
  return events::Click{now(), visit.lang, kb::fold(query), article_id, rank};
}

}  // namespace

void EventLog::note(const Visit& visit, const Reply& reply, const Params& params,
                    FromCache from_cache) const {
  if (!writer_ || !is_visit(visit.request)) return;
  if (reply.search) {
    events::Search search = *reply.search;
    search.time = now();
    search.served_from_cache = from_cache == FromCache::yes;
    writer_->add_search(std::move(search));
  }
  if (reply.article_id.empty()) return;
  if (auto click = click_of(visit, reply.article_id, params)) writer_->add_click(*std::move(click));
}

}  // namespace searchd
