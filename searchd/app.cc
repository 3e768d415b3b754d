#include "searchd/app.h"

#include <fmt/format.h>

#include <algorithm>

#include "kb/model/error.h"
#include "kb/text/percent.h"
#include "outbox/outbox.h"
#include "searchd/api/api.h"
#include "searchd/http/compression.h"
#include "searchd/http/cors.h"
#include "searchd/http/security_headers.h"
#include "searchd/net/request_parser.h"
#include "searchd/pages/error_page.h"
#include "searchd/visit/search_trail.h"
#include "service/log.h"

namespace searchd {

namespace {

constexpr std::string_view kRetryAfter = "5";  // seconds
constexpr std::ptrdiff_t kMaxFields = 32;      // of a form

bool is_api(std::string_view path) { return path.starts_with("/api/"); }

std::string_view api_detail(int status) {
  switch (status) {
    case 400:
      return "the address is malformed: percent-encoding, UTF-8 or a NUL";
    case 403:
      return "this comes from a page of another site";
    case 405:
      return "this address can only be read: use GET or HEAD";
    case 413:
      return "the body is too long: 64 KiB are the most";
    case 503:
      return "the index cannot be read at the moment: try again in a few seconds";
    default:
      return "something went wrong on our side";
  }
}

// Errors of the API are JSON, others are pages for people.
Reply error_reply(const Visit& visit, int status) {
  const std::string request_id = status >= 500 ? visit.request_id : "";
  Reply reply =
      is_api(visit.path) ? api_problem(status, api_detail(status), request_id) : error_page(visit, status);
  if (status == 503) reply.response.set("Retry-After", std::string(kRetryAfter));
  return reply;
}

// When not even the error page can be made.
Reply last_resort(int status, std::string_view request_id) {
  Reply reply;
  reply.freshness = Freshness::never;
  reply.response.status = status;
  reply.response.set("Content-Type", "text/plain; charset=utf-8");
  reply.response.body = make_body(fmt::format(
      "Something went wrong on our side. Please try again in a moment.\nReference: {}\n", request_id));
  return reply;
}

std::string cache_key(const Visit& visit, const Route& route, Encoding encoding) {
  return fmt::format("{} {} {} {} {}?{}", visit.edition.tag(), to_string(encoding), route.name, visit.lang,
                     visit.path, visit.params.to_query());
}

bool is_kept(const Reply& reply) {
  const bool keepable = reply.freshness == Freshness::edition || reply.freshness == Freshness::immutable;
  return keepable && reply.response.status == 200;
}

// The form in the body, and its file; nothing when it is none. Ours have few fields; thousands would take
// long to tell apart.
void read_form(Visit& visit, const Route& route) {
  const Request& request = visit.request;
  if (takes_file(route, visit.edition, request)) {
    auto form = parse_multipart(request.header("Content-Type"), request.body);
    if (!form) return;
    visit.form = std::move(form->fields);
    visit.file = std::move(form->file);
  } else if (same_name(media_type(request), kFormType)) {
    if (std::count(request.body.begin(), request.body.end(), '&') < kMaxFields)
      visit.form = Params::parse(request.body);
  }
}

std::size_t max_body(const Visit& visit, const Route& route) {
  return takes_file(route, visit.edition, visit.request) ? kMaxFormWithFile : route.max_body;
}

std::optional<Backlog> backlog_of(const outbox::Outbox* outbox, std::chrono::sys_seconds now) {
  if (!outbox) return std::nullopt;
  const auto waiting = outbox->list();
  const auto counts = outbox->counts();
  return Backlog{waiting.size(), waiting.empty() ? std::chrono::seconds{0} : now - waiting.front().time,
                 counts.delivered, counts.expired};
}

}  // namespace

WallClock system_clock() {
  return [] { return std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now()); };
}

App::App(const LiveIndex& live, const ThemeStore& themes, Metrics& metrics, EventLog events,
         AppOptions options)
    : live_(live),
      themes_(themes),
      metrics_(metrics),
      events_(std::move(events)),
      options_(std::move(options)),
      guard_(options_.form_secret, options_.proxies, options_.post_limits),
      cache_(options_.cache_bytes),
      id_prefix_(random_hex(4)) {}

std::string App::next_request_id() { return fmt::format("{}-{}", id_prefix_, ++requests_); }

// Made anew only when the index, the theme or votes have changed since the last request, or a notice has
// ended.
std::shared_ptr<const Edition> App::edition() {
  auto snapshot = live_.current();
  auto theme = themes_.current();
  auto votes = options_.votes ? options_.votes->current() : nullptr;
  const std::lock_guard lock(mutex_);
  const auto now = options_.clock();
  const bool is_same = snapshot == edition_snapshot_ && theme == edition_theme_ && votes == edition_votes_;
  if (!edition_ || !is_same || edition_->is_outdated(now)) {
    edition_ = std::make_shared<const Edition>(snapshot, theme, options_.listen_url, now,
                                               events_.has_writer() ? Forms::on : Forms::off,
                                               options_.outbox ? Messages::on : Messages::off, votes.get());
    edition_snapshot_ = std::move(snapshot);
    edition_theme_ = std::move(theme);
    edition_votes_ = std::move(votes);
  }
  return edition_;
}

Visit App::make_visit(const Edition& edition, const Request& request) {
  return {.edition = edition,
          .metrics = metrics_,
          .request = request,
          .guard = guard_,
          .events = events_,
          .kept_texts = kept_texts_,
          .outbox = options_.outbox,
          .now = options_.clock(),
          .path = std::string(below_base(request.path, edition.base())),
          .lang = edition.site().languages.front(),
          .rest = "",
          .params = {},
          .request_id = next_request_id()};
}

Reply App::answer(Visit& visit, std::string_view& route_name) {
  const auto path = kb::percent_decode(visit.path);
  const auto params = Params::parse(visit.request.query);
  if (!path || !params || !path->starts_with('/')) return error_reply(visit, 400);
  visit.path = *path;
  Match match = match_route(visit.path, visit.edition.site().languages);
  const Route& route = *match.route;
  route_name = route.name;
  if (!match.lang.empty()) visit.lang = std::move(match.lang);
  visit.rest = std::move(match.rest);
  visit.params = params->only(route.params);
  if (!allows(route, visit.request.method)) {
    Reply reply = error_reply(visit, 405);
    reply.response.set("Allow", std::string(route.allow));
    return reply;
  }
  if (visit.request.body.size() > max_body(visit, route)) return error_reply(visit, 413);
  if (route.needs_index && !visit.edition.snapshot()) return failure(visit, 503, "no generation is live");
  if (visit.request.method == "POST") return answer_post(visit, route, *params);
  return answer_route(visit, route, *params);
}

// Never cached, neither here nor by anybody else.
Reply App::answer_post(Visit& visit, const Route& route, const Params& all_params) {
  const std::string site = visit.edition.absolute("");
  visit.admission = guard_.admit(visit.request, site, visit.now, route.post_kind);
  if (visit.admission.refusal == Refusal::foreign) {
    metrics_.count_form(route.name, kb::to_string(Refusal::foreign));
    return error_reply(visit, 403);
  }
  read_form(visit, route);
  Reply reply = route.post(visit);
  reply.freshness = Freshness::never;
  if (visit.admission.refusal == Refusal::too_many)
    reply.response.set("Retry-After", std::to_string(visit.admission.retry_after.count()));
  encode_body(reply, choose_encoding(visit.request.header("Accept-Encoding")));
  events_.note(visit, reply, all_params, FromCache::no);
  return reply;
}

Reply App::answer_route(Visit& visit, const Route& route, const Params& all_params) {
  const Encoding encoding = choose_encoding(visit.request.header("Accept-Encoding"));
  const auto link = result_link(all_params);
  // The page is the same for all; what the query that led to it changes is done after the cache.
  auto [reply, from_cache] = kept_or_made(visit, route, link ? Encoding::identity : encoding);
  events_.note(visit, reply, all_params, from_cache);
  if (link && !reply.article_id.empty()) {
    hand_on(reply, link->query);
    mark_words(visit, reply, link->query);
    reply.freshness = Freshness::personal;
  }
  encode_body(reply, encoding);
  return std::move(reply);
}

std::pair<Reply, FromCache> App::kept_or_made(const Visit& visit, const Route& route, Encoding encoding) {
  const std::string key = cache_key(visit, route, encoding);
  auto kept = cache_.find(key);
  metrics_.count_cache(kept.has_value());
  if (kept) return {*std::move(kept), FromCache::yes};
  Reply reply = route.handler(visit);
  encode_body(reply, encoding);
  if (is_kept(reply)) cache_.store(key, reply);
  return {std::move(reply), FromCache::no};
}

Reply App::failure(const Visit& visit, int status, std::string_view what) noexcept try {
  service::log_event("request_failed",
                     {{"status", std::to_string(status)}, {"request", visit.request_id}, {"why", what}});
  return error_reply(visit, status);
} catch (const std::exception& error) {
  service::log_event("error_page_failed", {{"request", visit.request_id}, {"why", error.what()}});
  return last_resort(status, visit.request_id);
}

Response App::respond(const Request& request) {
  const auto current = edition();
  Visit visit = make_visit(*current, request);
  std::string_view route = "invalid";
  Reply reply;
  try {
    reply = answer(visit, route);
  } catch (const kb::Error& error) {
    reply = failure(visit, 503, error.what());
  } catch (const std::exception& error) {
    reply = failure(visit, 500, error.what());
  }
  Response response = deliver(std::move(reply), request, current->tag(), options_.caching);
  if (is_api(visit.path)) add_cors(response, request, options_.cors_origins);
  metrics_.count_request(route, response.status);
  return response;
}

std::size_t App::body_limit(const Request& head) {
  const std::lock_guard lock(mutex_);
  if (head.method != "POST" || !edition_) return kMaxRequestBody;
  const auto path = kb::percent_decode(below_base(head.path, edition_->base()));
  if (!path || !path->starts_with('/')) return kMaxRequestBody;
  const Match match = match_route(*path, edition_->site().languages);
  return takes_file(*match.route, *edition_, head) ? kMaxFormWithFile : kMaxRequestBody;
}

Response App::respond_admin(const Request& request) {
  const auto current = edition();
  if (request.path != "/metrics") {
    const bool health = request.path == "/healthz" || request.path == "/readyz";
    if (health) return respond(request);
    Request unknown = request;
    unknown.path = "/api/";
    return respond(unknown);
  }
  Reply reply;
  reply.freshness = Freshness::never;
  reply.response.set("Content-Type", "text/plain; version=0.0.4; charset=utf-8");
  reply.response.body =
      make_body(metrics_.text({current->generation(), events_.counts(), cache_.bytes(), events_.uncounted(),
                               backlog_of(options_.outbox, options_.clock())}));
  return deliver(std::move(reply), request, current->tag(), options_.caching);
}

}  // namespace searchd
