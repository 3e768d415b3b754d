#include "searchd/contact/feedback_page.h"

#include "searchd/contact/feedback_form.h"
#include "searchd/contact/form_view.h"
#include "searchd/guard/post_guard.h"
#include "searchd/metrics/metrics.h"
#include "searchd/pages/error_page.h"
#include "searchd/pages/layout.h"
#include "searchd/visit/event_log.h"

namespace searchd {

namespace {

// The page is one of these. `counted`: the vote is stored, and the form adds a reason to it.
enum class Part { form, counted, thanks, already };

Params address_of(const FeedbackForm& form) {
  Params params;
  params.set("id", form.article_id);
  params.set("helpful", form.helpful);
  return params;
}

View base_view(const Visit& visit, const FeedbackForm& form, std::string_view title_key) {
  const kb::Card* card = visit.catalogue().find_any(form.article_id);
  Layout layout;
  layout.title = visit.strings().text(title_key);
  layout.noindex = true;
  layout.article = card ? card->id : "";
  if (card) {
    layout.crumbs = category_crumbs(visit, "");
    layout.crumbs.push_back({card->title, card->url});
    layout.crumbs.push_back({layout.title, ""});
  }
  View view = layout_view(visit, layout);
  view.set("title", layout.title);
  view.set("article_id", form.article_id);
  view.set("article_title", card ? card->title : "");
  view.set("article_url", card ? visit.edition.link(card->url) : "");
  view.set("helpful", form.helpful);
  view.set("from", form.from);
  view.set("is_yes", form.helpful == "yes");
  view.set("is_no", form.helpful == "no");
  return view;
}

std::vector<View> reason_views(const Visit& visit, const FeedbackForm& form) {
  std::vector<View> list;
  for (const std::string_view reason : kReasons) {
    View view;
    view.set("value", reason);
    view.set("text", visit.strings().text("reason_" + std::string(reason)));
    view.set("checked", form.reason == reason);
    list.push_back(std::move(view));
  }
  return list;
}

std::string_view title_key(const FeedbackForm& form, Part part) {
  if (part == Part::thanks) return "thanks_title";
  if (part == Part::already) return "already_title";
  return form.helpful == "yes" ? "feedback_yes_title" : "feedback_no_title";
}

Reply feedback_reply(const Visit& visit, const FeedbackForm& form, Part part, int status,
                     const std::vector<FormMessage>& messages = {}) {
  View view = base_view(visit, form, title_key(form, part));
  view.set("show_form", part == Part::form || part == Part::counted);
  view.set("is_counted", part == Part::counted);
  view.set("is_already", part == Part::already);
  view.set("action", visit.edition.link("/" + visit.lang + "/feedback"));
  view.set("comment", form.comment);
  view.set("comment_wrong", status == 422 && !messages.empty() && messages.back().url == "#fb-comment");
  view.set_list("reasons", reason_views(visit, form));
  set_guard_fields(view, visit, kFeedbackPurpose, part == Part::counted ? visit.params.get(kTokenField) : "");
  set_problems(view, messages);
  Reply reply = page_reply(visit, "feedback", view);
  reply.response.status = status;
  reply.freshness = Freshness::never;
  return reply;
}

std::vector<FormMessage> messages_of(const Visit& visit, const FeedbackForm& form) {
  std::vector<FormMessage> list;
  for (const FieldProblem& problem : problems_of(form)) {
    list.push_back({visit.strings().text(problem.text_key),
                    problem.field.empty() ? "" : "#fb-" + std::string(problem.field)});
  }
  if (!visit.catalogue().find_any(form.article_id))
    list.push_back({visit.strings().text("problem_article"), ""});
  return list;
}

// A page of its own, so that loading it again sends nothing again.
Reply see(const Visit& visit, const FeedbackForm& form, std::string_view name, const std::string& value) {
  Params params = address_of(form);
  params.set(std::string(name), value);
  return redirect_reply(visit, 303, with_query("/" + visit.lang + "/feedback", params));
}

Reply not_stored(const Visit& visit, const FeedbackForm& form) {
  return feedback_reply(visit, form, Part::form, 503, {{visit.strings().text("problem_not_stored"), ""}});
}

// A click below an article. The token that names the vote lets its sender add a reason, and change it by
// another click. Where it has a reason already, this may be somebody else behind the same address.
Reply store_click(const Visit& visit, const FeedbackForm& form) {
  const std::string what = visit.lang + "\n" + form.article_id;
  std::string token = visit.guard.issue_once(kFeedbackPurpose, visit.request, what, visit.now);
  Stored stored = visit.events.store(visit, to_event(form, visit.now, visit.lang, token));
  if (stored == Stored::already) {
    token = visit.guard.issue(kFeedbackPurpose, visit.now);
    stored = visit.events.store(visit, to_event(form, visit.now, visit.lang, token));
  }
  return stored == Stored::yes ? see(visit, form, kTokenField, token) : not_stored(visit, form);
}

Reply store(const Visit& visit, const FeedbackForm& form) {
  const std::string token = visit.form->get(kTokenField);
  switch (visit.events.store(visit, to_event(form, visit.now, visit.lang, token))) {
    case Stored::yes:
      return see(visit, form, "sent", "1");
    case Stored::already:
      return says_more(form) ? feedback_reply(visit, form, Part::already, 409)
                             : see(visit, form, "sent", "1");
    case Stored::failed:
      break;
  }
  return not_stored(visit, form);
}

// The answer to a click, while its token is good.
bool is_counted(const Visit& visit) {
  const Refusal refusal = visit.guard.check(visit.params, kFeedbackPurpose, visit.now);
  return refusal == Refusal::none || refusal == Refusal::too_soon;
}

}  // namespace

Reply feedback_page(const Visit& visit) {
  const FeedbackForm form = read_feedback(visit.params);
  const kb::Card* card = visit.catalogue().find_any(form.article_id);
  if (!visit.edition.takes_forms() || !card) return error_page(visit, 404);
  if (form.helpful != "yes" && form.helpful != "no") return redirect_reply(visit, 303, card->url);
  if (visit.params.get("sent") == "1") return feedback_reply(visit, form, Part::thanks, 200);
  return feedback_reply(visit, form, is_counted(visit) ? Part::counted : Part::form, 200);
}

Reply feedback_post(const Visit& visit) {
  if (!visit.edition.takes_forms()) return error_page(visit, 404);
  if (!visit.form) {
    visit.metrics.count_form(kFeedbackPurpose, "invalid");
    return error_page(visit, 422);
  }
  const FeedbackForm form = read_feedback(*visit.form);
  const bool is_click = !visit.form->has(kTokenField);
  const Refusal refusal =
      form_refusal(visit, *visit.form, kFeedbackPurpose, is_click ? WithToken::no : WithToken::yes);
  if (refusal != Refusal::none)
    return feedback_reply(visit, form, Part::form, status_of(refusal), {refusal_message(visit, refusal)});
  const auto messages = messages_of(visit, form);
  // Without a word of where it comes from, a click needs a form with a token after all.
  if (messages.empty() && is_click && !says_page(visit.request))
    return feedback_reply(visit, form, Part::form, 200);
  if (messages.empty()) return is_click ? store_click(visit, form) : store(visit, form);
  visit.metrics.count_form(kFeedbackPurpose, "invalid");
  return feedback_reply(visit, form, Part::form, 422, messages);
}

}  // namespace searchd
