#include "searchd/contact/contact_page.h"

#include <algorithm>

#include "kb/search/search.h"
#include "kb/text/text.h"
#include "kb/text/utf8.h"
#include "searchd/channels/contact_channels.h"
#include "searchd/channels/contact_links.h"
#include "searchd/contact/form_view.h"
#include "searchd/guard/kept_texts.h"
#include "searchd/guard/post_guard.h"
#include "searchd/metrics/metrics.h"
#include "searchd/pages/error_page.h"
#include "searchd/pages/layout.h"
#include "searchd/pages/search_page.h"
#include "searchd/visit/event_log.h"
#include "searchd/visit/search_params.h"

namespace searchd {

namespace {

constexpr int kAnswers = 5;
constexpr std::size_t kSubject = 80;  // characters of the question

enum class Asked { no, yes, already };

// What the page is made from.
struct Enquiry {
  std::string question;
  const kb::Card* article = nullptr;  // the visitor comes from, may be null
  Asked asked = Asked::no;
  int status = 200;
  std::vector<FormMessage> problems = {};
};

std::vector<kb::Hit> answers_to(const Visit& visit, const std::string& question) {
  if (kb::fold(question).empty()) return {};
  kb::SearchQuery query;
  query.text = question;
  query.lang = visit.lang;
  query.limit = kAnswers;
  return timed_search(visit, query).hits;
}

// Says to the event log that the contact page led there.
std::string from_contact(std::string_view url) {
  const auto hash = std::min(url.find('#'), url.size());
  return std::string(url.substr(0, hash)) + "?from=contact" + std::string(url.substr(hash));
}

std::vector<View> answer_views(const Visit& visit, const std::vector<kb::Hit>& hits) {
  std::vector<View> list;
  for (const kb::Hit& hit : hits) list.push_back(hit_view(hit, visit.edition.link(from_contact(hit.url))));
  return list;
}

Letter letter_of(const Visit& visit, const Enquiry& enquiry, const std::vector<kb::Hit>& hits) {
  const Strings& strings = visit.strings();
  Letter letter;
  if (!enquiry.question.empty())
    letter.subject = strings.text("mail_subject", {{"question", kb::shortened(enquiry.question, kSubject)}});
  std::string seen;
  const auto add = [&](const std::string& title, const std::string& url) {
    seen += "- " + title + "\n  " + visit.edition.absolute(url) + "\n";
  };
  if (enquiry.article) add(enquiry.article->title, enquiry.article->url);
  for (const kb::Hit& hit : hits) {
    if (!enquiry.article || hit.id != enquiry.article->id) add(hit.title, hit.url);
  }
  letter.body = enquiry.question;
  if (!seen.empty()) letter.body += "\n\n" + strings.text("mail_articles") + "\n" + seen;
  return letter;
}

View base_view(const Visit& visit, const Enquiry& enquiry) {
  Layout layout;
  layout.title = visit.strings().text("contact_us");
  layout.description = visit.strings().text("contact_intro");
  layout.path = "/" + visit.lang + "/contact";
  // What came in the address may be in addresses again; a question that was sent may not.
  layout.query = visit.params.get("q");
  layout.article = enquiry.article ? enquiry.article->id : "";
  layout.noindex = !enquiry.question.empty() || enquiry.article;
  layout.crumbs = category_crumbs(visit, "");
  layout.crumbs.push_back({layout.title, ""});
  layout.translations =
      in_all_languages(visit.edition.site(), with_query("/contact", visit.params.only({"q", "question"})));
  View view = layout_view(visit, layout);
  view.set("title", layout.title);
  view.set("query", enquiry.question);
  view.set("contact_form_url", visit.edition.link(layout.path));
  view.set("article_id", layout.article);
  view.set("article_title", enquiry.article ? enquiry.article->title : "");
  view.set("article_url", enquiry.article ? visit.edition.link(enquiry.article->url) : "");
  return view;
}

void set_ask_form(View& view, const Visit& visit, const Enquiry& enquiry) {
  const bool already = enquiry.asked == Asked::already;
  const Strings& strings = visit.strings();
  view.set("show_form", visit.edition.takes_forms() && enquiry.asked == Asked::no);
  view.set("is_asked", enquiry.asked != Asked::no);
  view.set("asked_title", strings.text(already ? "already_title" : "asked_title"));
  view.set("asked_text", strings.text(already ? "already_text" : "asked_text"));
  view.set("question_wrong", enquiry.status == 422 && enquiry.problems.front().url == "#ask-question");
  set_guard_fields(view, visit, kRequestPurpose);
  set_problems(view, enquiry.problems);
}

// The form for a message, which begins with the question. What came in no address is in none now.
std::string message_form_path(const Visit& visit, const Enquiry& enquiry) {
  Params params = visit.params.only({"q", "question"});
  if (enquiry.article) params.set("article", enquiry.article->id);
  return with_query("/" + visit.lang + "/contact/message", params);
}

Reply contact_reply(const Visit& visit, const Enquiry& enquiry) {
  const bool searched = !enquiry.question.empty() && enquiry.status == 200;
  const auto hits = searched ? answers_to(visit, enquiry.question) : std::vector<kb::Hit>{};
  View view = base_view(visit, enquiry);
  view.set_list("answers", answer_views(visit, hits));
  view.set("nothing", searched && hits.empty());
  const Letter letter = letter_of(visit, enquiry, hits);
  view.set_list("channels", channel_views(visit, letter));
  view.set("mail_hint", letter.body.empty() ? "" : visit.strings().text("mail_hint"));
  view.set("message_url",
           visit.edition.takes_messages() ? visit.edition.link(message_form_path(visit, enquiry)) : "");
  set_ask_form(view, visit, enquiry);
  Reply reply = page_reply(visit, "contact", view);
  reply.response.status = enquiry.status;
  reply.freshness = Freshness::never;
  if (!hits.empty()) {
    reply.contact = events::Contact{visit.now, visit.lang, events::ContactStep::shown, "",
                                    enquiry.article ? enquiry.article->id : ""};
  }
  return reply;
}

Reply problem_reply(const Visit& visit, Enquiry enquiry, int status, FormMessage message) {
  enquiry.status = status;
  enquiry.problems = {std::move(message)};
  return contact_reply(visit, enquiry);
}

Reply asked_redirect(const Visit& visit, const Enquiry& enquiry) {
  Params params;
  params.set("asked", visit.kept_texts.keep(enquiry.question, visit.now));
  return redirect_reply(visit, 303, with_query("/" + visit.lang + "/contact", params));
}

Reply store(const Visit& visit, Enquiry enquiry) {
  const events::ArticleRequest request{
      visit.now, visit.lang, {enquiry.question, kb::fold}, token_hash(visit.form->get(kTokenField))};
  switch (visit.events.store(visit, request)) {
    case Stored::yes:
      return asked_redirect(visit, enquiry);
    case Stored::already:
      enquiry.asked = Asked::already;
      enquiry.status = 409;
      return contact_reply(visit, enquiry);
    case Stored::failed:
      break;
  }
  return problem_reply(visit, enquiry, 503, {visit.strings().text("problem_not_stored"), ""});
}

// Leads to the answers.
Reply question_redirect(const Visit& visit, const Enquiry& enquiry) {
  Params params;
  params.set("question", visit.kept_texts.keep(enquiry.question, visit.now));
  if (enquiry.article) params.set("article", enquiry.article->id);
  return redirect_reply(visit, 303, with_query("/" + visit.lang + "/contact", params));
}

// Needs no token: nothing is stored.
Reply show_answers(const Visit& visit) {
  const Enquiry enquiry{.question = visit.form->get("q"),
                        .article = visit.catalogue().find_any(visit.form->get("article"))};
  const Refusal refusal = visit.admission.refusal;
  if (refusal != Refusal::none)
    return problem_reply(visit, enquiry, status_of(refusal), refusal_message(visit, refusal));
  if (enquiry.question.size() > kb::kMaxQueryBytes)
    return problem_reply(visit, enquiry, 422, {visit.strings().text("problem_question_long"), "#q"});
  return question_redirect(visit, enquiry);
}

std::string_view problem_of(const std::string& question) {
  if (kb::fold(question).empty()) return "problem_question_missing";
  return question.size() > kb::kMaxQueryBytes ? "problem_question_long" : "";
}

}  // namespace

Reply contact_page(const Visit& visit) {
  const std::string question = visit.params.get("q");
  if (!fits_address(question)) return error_page(visit, 400);
  const std::string asked = visit.params.get("asked");
  const std::string name = asked.empty() ? visit.params.get("question") : asked;
  Enquiry enquiry{.question = visit.kept_texts.find(name, visit.now),
                  .article = visit.catalogue().find_any(visit.params.get("article")),
                  .asked = asked.empty() ? Asked::no : Asked::yes};
  if (enquiry.question.empty()) enquiry.question = question;
  return contact_reply(visit, enquiry);
}

Reply contact_post(const Visit& visit) {
  if (visit.form && visit.form->has("q")) return show_answers(visit);
  if (!visit.edition.takes_forms()) return error_page(visit, 404);
  if (!visit.form) {
    visit.metrics.count_form(kRequestPurpose, "invalid");
    return error_page(visit, 422);
  }
  const Enquiry enquiry{.question = visit.form->get("question"),
                        .article = visit.catalogue().find_any(visit.form->get("article"))};
  const Refusal refusal = form_refusal(visit, *visit.form, kRequestPurpose);
  if (refusal != Refusal::none)
    return problem_reply(visit, enquiry, status_of(refusal), refusal_message(visit, refusal));
  const std::string_view problem = problem_of(enquiry.question);
  if (problem.empty()) return store(visit, enquiry);
  visit.metrics.count_form(kRequestPurpose, "invalid");
  return problem_reply(visit, enquiry, 422, {visit.strings().text(problem), "#ask-question"});
}

Reply contact_chosen(const Visit& visit) {
  const auto channel = channel_name(visit.edition.site(), visit.params.get("channel"));
  if (!channel) return error_page(visit, 404);
  Reply reply;
  reply.response.status = visit.admission.refusal == Refusal::none ? 204 : 429;
  reply.freshness = Freshness::never;
  if (visit.admission.refusal == Refusal::none)
    reply.contact = events::Contact{visit.now, visit.lang, events::ContactStep::chosen, *channel, ""};
  return reply;
}

}  // namespace searchd
