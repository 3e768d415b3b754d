#include "searchd/visit/visit.h"

#include <fmt/ranges.h>

#include <chrono>

#include "kb/search/search.h"
#include "kb/text/text.h"
#include "searchd/guard/post_guard.h"
#include "searchd/http/security_headers.h"
#include "searchd/metrics/metrics.h"
#include "searchd/visit/search_params.h"

namespace searchd {

namespace {

events::Outcome outcome_of(const kb::SearchResult& result) {
  if (result.answer) return events::Outcome::answer;
  return result.total > 0 ? events::Outcome::hits : events::Outcome::nothing;
}

std::string kept_text(const Visit& visit, const kb::SearchQuery& query) {
  if (fits_address(query.text)) return query.text;
  return fmt::format("{}", fmt::join(kb::telling_words(visit.snapshot(), query.lang, query.text), " "));
}

}  // namespace

kb::SearchResult timed_search(const Visit& visit, const kb::SearchQuery& query) {
  const auto begin = std::chrono::steady_clock::now();
  kb::SearchResult result = kb::search(visit.snapshot(), query);
  visit.metrics.observe_search(std::chrono::steady_clock::now() - begin);
  return result;
}

std::optional<events::Search> search_event(const Visit& visit, const kb::SearchQuery& query,
                                           const kb::SearchResult& result, events::Source source) {
  // Narrowed by topic or type is what was searched before. A product may have been chosen first.
  if (query.offset > 0 || !query.filter.category.empty() || !query.filter.type.empty()) return std::nullopt;
  events::Search event;
  event.lang = query.lang;
  event.query = {kept_text(visit, query), kb::fold};
  if (event.query.text().empty()) return std::nullopt;
  event.result_count = result.total;
  event.confidence = result.confidence;
  event.outcome = outcome_of(result);
  event.source = source;
  return event;
}

Refusal form_refusal(const Visit& visit, const Params& form, std::string_view purpose, WithToken token) {
  Refusal refusal = visit.admission.refusal;
  if (refusal == Refusal::none)
    refusal =
        token == WithToken::yes ? visit.guard.check(form, purpose, visit.now) : visit.guard.check_trap(form);
  if (refusal != Refusal::none) visit.metrics.count_form(purpose, kb::to_string(refusal));
  return refusal;
}

Reply page_reply(const Visit& visit, TemplateName page, const View& view) {
  Reply reply;
  reply.response.set("Content-Type", "text/html; charset=utf-8");
  reply.response.set("Content-Language", visit.lang);
  reply.response.set("Content-Security-Policy", page_policy({visit.edition.site().image_hosts, {}}));
  reply.response.body = make_body(visit.edition.theme().render(page, visit.lang, view));
  return reply;
}

Reply redirect_reply(const Visit& visit, int status, std::string_view location) {
  Reply reply;
  reply.response.status = status;
  reply.response.set("Location", visit.edition.link(location));
  reply.freshness = Freshness::unkept;
  return reply;
}

}  // namespace searchd
