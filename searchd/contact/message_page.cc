#include "searchd/contact/message_page.h"

#include <algorithm>

#include "kb/model/error.h"
#include "kb/search/search.h"
#include "kb/text/utf8.h"
#include "outbox/outbox.h"
#include "searchd/contact/attachment.h"
#include "searchd/contact/form_view.h"
#include "searchd/contact/message_form.h"
#include "searchd/guard/kept_texts.h"
#include "searchd/guard/post_guard.h"
#include "searchd/metrics/metrics.h"
#include "searchd/pages/error_page.h"
#include "searchd/pages/layout.h"
#include "searchd/visit/event_log.h"
#include "searchd/visit/search_params.h"
#include "service/log.h"

namespace searchd {

namespace {

constexpr std::string_view kFileUrl = "#message-file";

std::string contact_path(const Visit& visit) { return "/" + visit.lang + "/contact"; }

std::string message_path(const Visit& visit) { return contact_path(visit) + "/message"; }

View page_view(const Visit& visit, std::string_view title_key, const MessageForm& form) {
  const kb::Card* article = visit.catalogue().find_any(form.article_id);
  Layout layout;
  layout.title = visit.strings().text(title_key);
  layout.noindex = true;
  layout.article = article ? article->id : "";
  layout.crumbs = category_crumbs(visit, "");
  layout.crumbs.push_back({visit.strings().text("contact_us"), contact_path(visit)});
  layout.crumbs.push_back({layout.title, ""});
  layout.translations = in_all_languages(visit.edition.site(), with_query("/contact/message", visit.params));
  View view = layout_view(visit, layout);
  view.set("title", layout.title);
  view.set("contact_page_url", visit.edition.link(contact_path(visit)));
  view.set("article_id", layout.article);
  view.set("article_title", article ? article->title : "");
  view.set("article_url", article ? visit.edition.link(article->url) : "");
  return view;
}

Reply uncached_page(const Visit& visit, const View& view, int status) {
  Reply reply = page_reply(visit, "message", view);
  reply.response.status = status;
  reply.freshness = Freshness::never;
  return reply;
}

// Some of the texts name the largest file.
std::string text_with_size(const Visit& visit, std::string_view key) {
  return visit.strings().text(key, {{"size", std::to_string(kMaxFileMegabytes)}});
}

void set_file_field(View& view, const Visit& visit) {
  view.set("takes_file", visit.edition.takes_files());
  view.set("file_types", accepted_file_types());
  view.set("file_max", std::to_string(kMaxFileBytes));
  view.set("file_too_large", text_with_size(visit, "problem_file_large"));
  view.set("file_hint", text_with_size(visit, "message_file_hint"));
}

// Browsers fill in again what was typed, but no file.
void add_file_reminder(const Visit& visit, std::vector<FormMessage>& problems) {
  const bool is_said = std::any_of(problems.begin(), problems.end(),
                                   [](const FormMessage& problem) { return problem.url == kFileUrl; });
  if (visit.file && !is_said)
    problems.push_back({visit.strings().text("problem_file_again"), std::string(kFileUrl)});
}

// A token that a form came with is kept: sent once more, the message is the same.
Reply form_reply(const Visit& visit, const MessageForm& form, int status,
                 std::vector<FormMessage> problems = {}, const std::string& token = "") {
  add_file_reminder(visit, problems);
  View view = page_view(visit, "message_title", form);
  view.set("show_form", true);
  view.set("action", visit.edition.link(message_path(visit)));
  view.set("subject", form.subject);
  view.set("message", form.text);
  view.set("reply_to", form.reply_to);
  view.set("order_number", form.order_number);
  view.set("question", form.question);
  view.set("asks_order", visit.edition.site().contact_form.order_number);
  set_file_field(view, visit);
  for (const std::string field : {"subject", "message", "reply-to", "order-number", "file"}) {
    const bool wrong = std::any_of(problems.begin(), problems.end(),
                                   [&](const auto& problem) { return problem.url == "#message-" + field; });
    view.set(field + "_wrong", wrong);
  }
  set_guard_fields(view, visit, kMessagePurpose, token);
  set_problems(view, problems);
  return uncached_page(visit, view, status);
}

Reply sent_reply(const Visit& visit, const std::string& address) {
  View view = page_view(visit, "message_sent_title", {});
  view.set("show_form", false);
  view.set("sent_text", visit.strings().text("message_sent_text", {{"address", address}}));
  return uncached_page(visit, view, 200);
}

// A page of its own, so that loading it again sends nothing again. The address stands in no address.
Reply sent_redirect(const Visit& visit, const MessageForm& form) {
  Params params;
  params.set("sent", visit.kept_texts.keep(form.reply_to, visit.now));
  return redirect_reply(visit, 303, with_query(message_path(visit), params));
}

outbox::Message message_of(const Visit& visit, const MessageForm& form) {
  outbox::Message message;
  message.time = visit.now;
  message.lang = visit.lang;
  message.subject = form.subject;
  message.text = form.text;
  message.reply_to = form.reply_to;
  if (visit.edition.site().contact_form.order_number) message.order_number = form.order_number;
  message.question = form.question;
  if (const FileType* type = visit.file ? file_type_of(visit.file->bytes) : nullptr) {
    message.file_name = attachment_name(visit.file->name, *type);
    message.file_type = type->media_type;
    message.file = visit.file->bytes;
  }
  if (const kb::Card* article = visit.catalogue().find_any(form.article_id)) {
    message.article_title = article->title;
    message.article_url = visit.edition.absolute(article->url);
  }
  // Sent again it is the same message, but not when it was changed before.
  message.id = token_hash(visit.form->get(kTokenField) + "\n" + form.reply_to + "\n" + form.order_number +
                          "\n" + form.subject + "\n" + form.text + "\n" + message.file);
  return message;
}

// What became of it, as the metrics call it: "stored", "duplicate" or "failed".
std::string_view hand_on(const Visit& visit, const MessageForm& form) try {
  switch (visit.outbox->put(message_of(visit, form))) {
    case outbox::Outbox::Put::stored:
      return "stored";
    case outbox::Outbox::Put::already:
      return "duplicate";
    case outbox::Outbox::Put::full:
      break;
  }
  service::log_event("message_not_stored", {{"why", "the outbox is full"},
                                            {"hint", "look at the courier's log, or raise --outbox-max"}});
  return "failed";
} catch (const kb::Error& error) {
  service::log_event("message_not_stored", {{"why", error.what()}, {"hint", error.hint()}});
  return "failed";
}

Reply store_message(const Visit& visit, const MessageForm& form) {
  const std::string_view outcome = hand_on(visit, form);
  visit.metrics.count_form(kMessagePurpose, outcome);
  if (outcome != "failed") return sent_redirect(visit, form);
  return form_reply(visit, form, 503, {{visit.strings().text("problem_not_stored"), ""}},
                    visit.form->get(kTokenField));
}

std::vector<FormMessage> texts_of(const Visit& visit, const std::vector<FieldProblem>& problems) {
  std::vector<FormMessage> list;
  for (const FieldProblem& problem : problems) {
    list.push_back({text_with_size(visit, problem.text_key),
                    problem.field.empty() ? "" : "#message-" + std::string(problem.field)});
  }
  return list;
}

std::vector<FieldProblem> all_problems(const Visit& visit, const MessageForm& form) {
  std::vector<FieldProblem> list = problems_of(form);
  const std::string_view problem = visit.file ? file_problem(visit.file->bytes) : "";
  if (!problem.empty()) list.push_back({"file", problem});
  return list;
}

// The question that was asked before is the subject, as far as it fits.
MessageForm begun_form(const Visit& visit) {
  MessageForm form;
  form.question = visit.kept_texts.find(visit.params.get("question"), visit.now);
  if (form.question.empty()) form.question = visit.params.get("q");
  Params params;
  params.set("subject", kb::shortened(form.question, kMaxSubject - 1));
  form.subject = read_message(params).subject;
  form.article_id = visit.params.get("article");
  return form;
}

}  // namespace

Reply message_page(const Visit& visit) {
  if (!visit.edition.takes_messages()) return error_page(visit, 404);
  if (!fits_address(visit.params.get("q"))) return error_page(visit, 400);
  if (!visit.params.has("sent")) return form_reply(visit, begun_form(visit), 200);
  const std::string address = visit.kept_texts.find(visit.params.get("sent"), visit.now);
  return address.empty() ? redirect_reply(visit, 303, contact_path(visit)) : sent_reply(visit, address);
}

Reply message_post(const Visit& visit) {
  if (!visit.edition.takes_messages()) return error_page(visit, 404);
  if (!visit.form) {
    visit.metrics.count_form(kMessagePurpose, "invalid");
    return error_page(visit, 422);
  }
  const MessageForm form = read_message(*visit.form);
  const Refusal refusal = form_refusal(visit, *visit.form, kMessagePurpose);
  if (refusal != Refusal::none)
    return form_reply(visit, form, status_of(refusal), {refusal_message(visit, refusal)});
  const auto problems = all_problems(visit, form);
  if (problems.empty()) return store_message(visit, form);
  visit.metrics.count_form(kMessagePurpose, "invalid");
  return form_reply(visit, form, 422, texts_of(visit, problems));
}

}  // namespace searchd
