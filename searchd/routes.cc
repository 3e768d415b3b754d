#include "searchd/routes.h"

#include <algorithm>

#include "kb/search/search.h"
#include "kb/text/percent.h"
#include "searchd/api/api.h"
#include "searchd/contact/contact_page.h"
#include "searchd/contact/feedback_page.h"
#include "searchd/contact/message_page.h"
#include "searchd/discovery/feed.h"
#include "searchd/discovery/llms_text.h"
#include "searchd/discovery/site_files.h"
#include "searchd/discovery/sitemap.h"
#include "searchd/http/language_choice.h"
#include "searchd/metrics/metrics.h"
#include "searchd/pages/article_page.h"
#include "searchd/pages/asset_route.h"
#include "searchd/pages/category_page.h"
#include "searchd/pages/content_lookup.h"
#include "searchd/pages/error_page.h"
#include "searchd/pages/home_page.h"
#include "searchd/pages/search_page.h"
#include "searchd/pages/status_page.h"
#include "searchd/visit/search_params.h"
#include "searchd/widget/widget_page.h"
#include "searchd/widget/widget_script.h"

namespace searchd {

namespace {

Reply to_language(const Visit& visit) {
  const auto& languages = visit.edition.site().languages;
  const std::string lang = choose_language(visit.request.header("Accept-Language"), languages);
  Reply reply = redirect_reply(visit, 302, "/" + lang + "/");
  reply.response.set("Vary", "Accept-Language");
  return reply;
}

Reply search_route(const Visit& visit) {
  const kb::SearchQuery query = page_query(visit.params, visit.lang);
  return search_page(visit, query, visit.params.get("long") == "1" ? BoxSize::text : box_for(query.text));
}

// Needs no token: nothing is changed. What was pasted stands in no address.
Reply search_post(const Visit& visit) {
  if (visit.admission.refusal != Refusal::none) {
    visit.metrics.count_form("search", kb::to_string(visit.admission.refusal));
    return error_page(visit, status_of(visit.admission.refusal));
  }
  if (!visit.form) return error_page(visit, 422);
  Reply reply = search_page(visit, page_query(*visit.form, visit.lang), BoxSize::text,
                            visit.form->get("q").size() > kb::kMaxTextBytes ? Cut::yes : Cut::no);
  reply.noindex = true;
  return reply;
}

// "/en/search/?q=x" -> "/en/search?q=x": one of our pages, asked for with a slash too many. "" for all
// others.
std::string without_slash(const Visit& visit) {
  std::string_view path = visit.path;
  while (path.ends_with('/')) path.remove_suffix(1);
  const Match match = match_route(path, visit.edition.site().languages);
  if (path.size() == visit.path.size() || match.lang.empty() || !match.rest.empty()) return "";
  return kb::encode_path(path) + (visit.request.query.empty() ? "" : "?" + visit.request.query);
}

Reply content_route(const Visit& visit) {
  const Found found = look_up(visit.snapshot(), visit.path, visit.request.query);
  switch (found.kind) {
    case Found::Kind::article:
      return article_page(visit, *found.card);
    case Found::Kind::markdown:
      return article_markdown(visit, *found.card);
    case Found::Kind::category:
      return category_page(visit, *found.category);
    case Found::Kind::moved:
      return redirect_reply(visit, 301, found.to);
    case Found::Kind::gone:
      return error_page(visit, 410);
    case Found::Kind::nothing:
      break;
  }
  if (const std::string to = without_slash(visit); !to.empty()) return redirect_reply(visit, 301, to);
  return error_page(visit, 404);
}

Reply plain_text(int status, std::string text) {
  Reply reply;
  reply.response.status = status;
  reply.response.set("Content-Type", "text/plain; charset=utf-8");
  reply.response.body = make_body(std::move(text));
  reply.freshness = Freshness::never;
  return reply;
}

Reply alive(const Visit&) { return plain_text(200, "ok\n"); }

Reply ready(const Visit& visit) {
  if (!visit.edition.snapshot()) return plain_text(503, "no generation is live\n");
  return plain_text(200, visit.edition.generation() + "\n");
}

Reply unknown_api(const Visit&) { return api_problem(404, "the API has no such address; see /openapi.json"); }

}  // namespace

std::span<const Route> all_routes() {
  static const std::vector<Route> routes{
      {.name = "root", .pattern = "/", .handler = to_language},
      {.name = "healthz", .pattern = "/healthz", .handler = alive, .needs_index = false},
      {.name = "readyz", .pattern = "/readyz", .handler = ready, .needs_index = false},
      {.name = "openapi", .pattern = "/openapi.json", .handler = api_description, .needs_index = false},
      {.name = "api_search",
       .pattern = "/api/v1/search",
       .handler = api_search,
       .params = {"q", "lang", "category", "product", "type", "limit", "offset", "exact"}},
      {.name = "api_suggest",
       .pattern = "/api/v1/suggest",
       .handler = api_suggest,
       .params = {"q", "lang", "limit"},
       .post = api_suggest_post,
       .post_kind = PostKind::typing,
       .allow = "GET, HEAD, POST"},
      {.name = "api_opensearch",
       .pattern = "/api/v1/opensearch",
       .handler = api_opensearch,
       .params = {"q", "lang"}},
      {.name = "api_article",
       .pattern = "/api/v1/articles/{rest}",
       .handler = api_article,
       .params = {"lang"}},
      {.name = "api_feedback",
       .pattern = "/api/v1/feedback",
       .handler = api_feedback_token,
       .post = api_feedback,
       .allow = "GET, HEAD, POST"},
      {.name = "api_unknown", .pattern = "/api/{rest}", .handler = unknown_api, .needs_index = false},
      {.name = "sitemap", .pattern = "/sitemap.xml", .handler = sitemap},
      {.name = "sitemap_part", .pattern = "/sitemap-{rest}", .handler = sitemap_part},
      {.name = "robots", .pattern = "/robots.txt", .handler = robots},
      {.name = "llms", .pattern = "/llms.txt", .handler = llms_text},
      {.name = "llms", .pattern = "/{lang}/llms.txt", .handler = llms_text},
      {.name = "opensearch", .pattern = "/opensearch.xml", .handler = opensearch},
      {.name = "opensearch", .pattern = "/{lang}/opensearch.xml", .handler = opensearch},
      {.name = "feed", .pattern = "/{lang}/feed.atom", .handler = feed},
      {.name = "status", .pattern = "/{lang}/status", .handler = status_page},
      {.name = "status_feed", .pattern = "/{lang}/status.atom", .handler = status_feed},
      {.name = "security_txt", .pattern = "/.well-known/security.txt", .handler = security_text},
      {.name = "favicon", .pattern = "/favicon.ico", .handler = favicon, .needs_index = false},
      {.name = "asset", .pattern = "/assets/{rest}", .handler = asset_route, .needs_index = false},
      {.name = "home", .pattern = "/{lang}/", .handler = home_page},
      {.name = "search",
       .pattern = "/{lang}/search",
       .handler = search_route,
       .params = {"q", "category", "product", "type", "page", "exact", "long"},
       .post = search_post,
       .post_kind = PostKind::text,
       .max_body = kMaxRequestBody,
       .allow = "GET, HEAD, POST"},
      {.name = "contact",
       .pattern = "/{lang}/contact",
       .handler = contact_page,
       .params = {"q", "article", "question", "asked"},
       .post = contact_post,
       .allow = "GET, HEAD, POST"},
      {.name = "contact_chosen",
       .pattern = "/{lang}/contact/chosen",
       .handler = nullptr,
       .params = {"channel"},
       .post = contact_chosen,
       .allow = "POST"},
      {.name = "contact_message",
       .pattern = "/{lang}/contact/message",
       .handler = message_page,
       .params = {"q", "article", "question", "sent"},
       .post = message_post,
       .max_body = kMaxRequestBody,
       .takes_file = true,
       .allow = "GET, HEAD, POST"},
      {.name = "feedback",
       .pattern = "/{lang}/feedback",
       .handler = feedback_page,
       .params = {"id", "helpful", "from", "sent", "token"},
       .post = feedback_post,
       .allow = "GET, HEAD, POST"},
      {.name = "widget_script", .pattern = "/widget.js", .handler = widget_script},
      {.name = "widget", .pattern = "/{lang}/widget", .handler = widget_search, .params = {"q", "exact"}},
      {.name = "widget_suggest",
       .pattern = "/{lang}/widget/suggest.json",
       .handler = widget_suggest,
       .params = {"q", "lang", "limit"}},
      {.name = "widget_content", .pattern = "/{lang}/widget/{rest}", .handler = widget_content},
      {.name = "content", .pattern = "/{lang}/{rest}", .handler = content_route, .params = {"page"}},
      {.name = "other", .pattern = "{rest}", .handler = content_route},
  };
  return routes;
}

namespace {

// Removes `text` from the front of `path`. False when it is not there.
bool take(std::string_view& path, std::string_view text) {
  if (!path.starts_with(text)) return false;
  path.remove_prefix(text.size());
  return true;
}

bool fits(const Route& route, std::string_view path, const std::vector<std::string>& languages,
          Match& match) {
  std::string_view pattern = route.pattern;
  while (!pattern.empty()) {
    if (pattern == "{rest}") {
      match.rest = path;
      return !path.empty();
    }
    if (take(pattern, "{lang}")) {
      match.lang = path.substr(0, path.find('/'));
      if (std::find(languages.begin(), languages.end(), match.lang) == languages.end()) return false;
      path.remove_prefix(match.lang.size());
      continue;
    }
    const auto literal = pattern.substr(0, pattern.find('{'));
    if (!take(path, literal)) return false;
    pattern.remove_prefix(literal.size());
  }
  return path.empty();
}

}  // namespace

Match match_route(std::string_view path, const std::vector<std::string>& languages) {
  for (const Route& route : all_routes()) {
    Match match{&route, "", ""};
    if (fits(route, path, languages, match)) return match;
  }
  return {&all_routes().back(), "", std::string(path)};
}

bool takes_file(const Route& route, const Edition& edition, const Request& request) {
  return route.takes_file && edition.takes_files() && same_name(media_type(request), kMultipartType);
}

bool allows(const Route& route, std::string_view method) {
  std::string_view list = route.allow;
  while (!list.empty()) {
    const auto end = std::min(list.find(", "), list.size());
    if (list.substr(0, end) == method) return true;
    list.remove_prefix(std::min(end + 2, list.size()));
  }
  return false;
}

}  // namespace searchd
