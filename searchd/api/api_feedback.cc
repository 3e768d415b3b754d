// Feedback for programs, in JSON. The checks are those of the page's form.
#include <nlohmann/json.hpp>

#include <variant>

#include "searchd/api/api.h"
#include "searchd/contact/feedback_form.h"
#include "searchd/guard/post_guard.h"
#include "searchd/metrics/metrics.h"
#include "searchd/visit/event_log.h"
#include "searchd/visit/search_params.h"

namespace searchd {

namespace {

using nlohmann::json;

constexpr std::size_t kMaxFields = 32;
constexpr std::string_view kNoForms = "this site stores no feedback";

// {"id": "...", "helpful": true} -> the fields of the form. nullopt unless it is an object of texts and
// booleans without NUL.
std::optional<Params> params_of_json(const std::string& body) {
  const json object = json::parse(body, nullptr, false);
  if (!object.is_object() || object.size() > kMaxFields) return std::nullopt;
  Params params;
  for (const auto& [name, value] : object.items()) {
    if (value.is_boolean()) {
      params.set(name, value.get<bool>() ? "yes" : "no");
      continue;
    }
    if (!value.is_string()) return std::nullopt;
    auto text = value.get<std::string>();
    if (text.find('\0') != std::string::npos) return std::nullopt;
    params.set(name, std::move(text));
  }
  return params;
}

std::string_view detail_of(Refusal refusal) {
  switch (refusal) {
    case Refusal::too_many:
      return "too many forms in a short time: wait as long as Retry-After says";
    case Refusal::too_soon:
      return "the token is younger than two seconds: send it again";
    case Refusal::expired_token:
      return "the token is older than two hours: get a new one with GET";
    case Refusal::trap:
      return "the field website has to be empty";
    default:
      return "the token is missing or wrong: get one with GET on this address";
  }
}

std::string_view detail_of(const FieldProblem& problem) {
  if (problem.field == "comment") return "comment has more than 2,000 characters";
  return problem.field == "reason" ? "reason is none of outdated, failed, unclear, off_topic"
                                   : "helpful is missing: yes or no, true or false";
}

Reply invalid(const Visit& visit, int status, std::string_view detail) {
  visit.metrics.count_form(kFeedbackPurpose, "invalid");
  return api_problem(status, detail);
}

Reply store(const Visit& visit, const Params& params, const FeedbackForm& form, std::string_view lang) {
  switch (visit.events.store(visit, to_event(form, visit.now, lang, params.get(kTokenField)))) {
    case Stored::yes:
      return api_json(R"({"stored":true})");
    case Stored::already:
      return api_problem(409, "this token was used before; what it came with is stored");
    case Stored::failed:
      break;
  }
  return api_problem(503, "it was not stored: send it again, with the same token, in a minute");
}

Reply accept(const Visit& visit, const Params& params) {
  const Refusal refusal = form_refusal(visit, params, kFeedbackPurpose);
  if (refusal != Refusal::none) return api_problem(status_of(refusal), detail_of(refusal));
  const FeedbackForm form = read_feedback(params);
  const auto problems = problems_of(form);
  if (!problems.empty()) return invalid(visit, 422, detail_of(problems.front()));
  const auto lang = api_language(params, visit.edition.site());
  if (const auto* problem = std::get_if<Problem>(&lang)) return invalid(visit, 422, problem->detail);
  if (!visit.snapshot().catalogue(std::get<std::string>(lang)).find_any(form.article_id))
    return invalid(visit, 422, "id is no article's in this language");
  return store(visit, params, form, std::get<std::string>(lang));
}

}  // namespace

Reply api_feedback_token(const Visit& visit) {
  if (!visit.edition.takes_forms()) return api_problem(404, kNoForms);
  Reply reply = api_json(json{{"token", visit.guard.issue(kFeedbackPurpose, visit.now)}}.dump());
  reply.freshness = Freshness::never;
  return reply;
}

Reply api_feedback(const Visit& visit) {
  if (!visit.edition.takes_forms()) return api_problem(404, kNoForms);
  const bool is_json = same_name(media_type(visit.request), "application/json");
  if (!is_json && !same_name(media_type(visit.request), kFormType))
    return invalid(visit, 415, "send application/json, or a form as browsers do");
  const auto params = is_json ? params_of_json(visit.request.body) : visit.form;
  if (!params)
    return invalid(visit, 422, "the body cannot be read: an object of texts, without NUL, in UTF-8");
  return accept(visit, *params);
}

}  // namespace searchd
