#include "searchd/api/api.h"

#include <nlohmann/json.hpp>

#include <algorithm>

#include "kb/model/article.h"
#include "kb/model/date.h"
#include "kb/model/version.h"
#include "kb/search/result_json.h"
#include "kb/search/search.h"
#include "searchd/api/openapi.h"
#include "searchd/channels/contact_card.h"
#include "searchd/http/status_title.h"
#include "searchd/visit/search_params.h"

namespace searchd {

namespace {

using Json = nlohmann::ordered_json;

constexpr int kSuggestions = 8;
constexpr std::string_view kContactKind = "contact";

Reply json_reply(const Json& json) {
  return api_json(json.dump(-1, ' ', false, Json::error_handler_t::replace));
}

Json optional_date(const std::optional<std::chrono::sys_days>& date) {
  return date ? Json(kb::format_date(*date)) : Json(nullptr);
}

Json sections(const kb::Article& article) {
  Json out = Json::array();
  for (const kb::Section& section : article.sections) {
    out.push_back({{"anchor", section.anchor},
                   {"heading", section.heading},
                   {"level", section.level},
                   {"html", section.html}});
  }
  return out;
}

Json article_json(const Visit& visit, const kb::Article& article) {
  return {{"id", article.id},
          {"lang", article.lang},
          {"url", visit.edition.link(article.url)},
          {"title", article.title},
          {"description", article.description},
          {"type", kb::to_string(article.type)},
          {"category", article.category},
          {"products", article.products},
          {"unlisted", article.unlisted},
          {"tags", article.tags},
          {"updated", optional_date(article.updated)},
          {"generation", visit.edition.generation()},
          {"sections", sections(article)}};
}

using Suggestions = std::vector<kb::Suggestion>;

// Who types "phone" sees the way to people first; who may type it sees it after the best articles.
void add_contact(const Visit& visit, const std::string& lang, std::string_view text, Suggestions& list) {
  using Typed = kb::ContactWords::Typed;
  constexpr std::size_t kAfter = 2;
  const Typed typed = visit.edition.contact_words(lang).typed(text);
  if (visit.edition.site().contact.empty() || typed == Typed::other) return;
  const auto place =
      list.begin() + (typed == Typed::asked ? 0 : std::ptrdiff_t(std::min(kAfter, list.size())));
  list.insert(place, {.id = std::string(kContactKind),
                      .title = visit.edition.theme().strings(lang).text("contact_us"),
                      .url = "/" + lang + "/contact",
                      .kind = std::string(kContactKind),
                      .article_title = "",
                      .category_title = ""});
}

std::variant<Suggestions, Problem> suggestions(const Visit& visit) {
  const auto lang = api_language(visit.params, visit.edition.site());
  if (const auto* problem = std::get_if<Problem>(&lang)) return *problem;
  const int limit = clamped_number(visit.params.get("limit"), kSuggestions, 1, kb::kMaxSuggestions);
  const std::string text = suggestion_text(visit.params);
  Suggestions list = kb::suggest(visit.snapshot(), std::get<std::string>(lang), text, limit);
  add_contact(visit, std::get<std::string>(lang), text, list);
  list.resize(std::min(list.size(), static_cast<std::size_t>(limit)));
  return list;
}

}  // namespace

Reply api_json(std::string json) {
  Reply reply;
  reply.response.set("Content-Type", "application/json");
  reply.response.body = make_body(std::move(json) + "\n");
  return reply;
}

Reply api_problem(int status, std::string_view detail, std::string_view request_id) {
  Json problem{
      {"type", "about:blank"}, {"title", status_title(status)}, {"status", status}, {"detail", detail}};
  if (!request_id.empty()) problem["request"] = request_id;
  Reply reply = json_reply(problem);
  reply.response.set("Content-Type", "application/problem+json");
  reply.response.status = status;
  reply.freshness = Freshness::never;
  return reply;
}

Reply api_search(const Visit& visit) {
  const auto query = api_query(visit.params, visit.edition.site());
  if (const auto* problem = std::get_if<Problem>(&query)) return api_problem(400, problem->detail);
  const auto& valid = std::get<kb::SearchQuery>(query);
  const kb::SearchResult result = timed_search(visit, valid);
  const auto address = [&](std::string_view path) { return visit.edition.link(path); };
  std::optional<kb::ContactCard> contact;
  if (shows_contact(visit, valid, result)) contact = contact_card(visit, valid);
  Reply reply =
      api_json(kb::result_json(visit.snapshot(), valid, result, address, kb::JsonStyle::compact, contact));
  if (contact) reply.freshness = Freshness::never;
  reply.search = search_event(visit, valid, result, events::Source::api);
  return reply;
}

Reply suggestion_reply(const Visit& visit, std::string (*address)(const std::string& path)) {
  const auto found = suggestions(visit);
  if (const auto* problem = std::get_if<Problem>(&found)) return api_problem(400, problem->detail);
  Json list = Json::array();
  for (const auto& s : std::get<Suggestions>(found)) {
    list.push_back({{"id", s.id},
                    {"title", s.title},
                    {"url", visit.edition.link(s.kind == kContactKind ? s.url : address(s.url))},
                    {"kind", s.kind},
                    {"article_title", s.article_title},
                    {"category_title", s.category_title}});
  }
  return json_reply({{"suggestions", std::move(list)}});
}

Reply api_suggest(const Visit& visit) {
  return suggestion_reply(visit, [](const std::string& url) { return url; });
}

Reply api_suggest_post(const Visit& visit) {
  if (!visit.form)
    return api_problem(422, "the body cannot be read: a form with q, lang and limit, in UTF-8");
  Visit typed = visit;
  typed.params = *visit.form;
  return api_suggest(typed);
}

Reply api_opensearch(const Visit& visit) {
  const auto found = suggestions(visit);
  if (const auto* problem = std::get_if<Problem>(&found)) return api_problem(400, problem->detail);
  Json titles = Json::array();
  Json urls = Json::array();
  for (const auto& s : std::get<Suggestions>(found)) {
    titles.push_back(s.title);
    urls.push_back(visit.edition.absolute(s.url));
  }
  Reply reply = json_reply(Json::array({visit.params.get("q"), titles, Json::array(), urls}));
  reply.response.set("Content-Type", "application/x-suggestions+json");
  return reply;
}

Reply api_article(const Visit& visit) {
  const auto lang = api_language(visit.params, visit.edition.site());
  if (const auto* problem = std::get_if<Problem>(&lang)) return api_problem(400, problem->detail);
  const auto article = visit.snapshot().article(std::get<std::string>(lang), visit.rest);
  if (!article) return api_problem(404, "no article has this id in this language");
  Reply reply = json_reply(article_json(visit, *article));
  reply.noindex = article->unlisted;
  return reply;
}

Reply api_description(const Visit& visit) {
  Json description = Json::parse(kOpenApi);
  description["info"]["version"] = kb::program_version();
  description["servers"] = Json::array({{{"url", visit.edition.absolute("")}}});
  return json_reply(description);
}

}  // namespace searchd
