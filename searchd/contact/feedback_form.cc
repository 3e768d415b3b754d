#include "searchd/contact/feedback_form.h"

#include <algorithm>

#include "kb/text/text.h"
#include "kb/text/utf8.h"
#include "searchd/guard/form_token.h"
#include "searchd/visit/search_trail.h"

namespace searchd {

FeedbackForm read_feedback(const Params& form) {
  return {form.get("id"), form.get("helpful"), form.get("reason"), with_plain_newlines(form.get("comment")),
          from_query(form)};
}

std::vector<FieldProblem> problems_of(const FeedbackForm& form) {
  std::vector<FieldProblem> list;
  const bool known =
      form.reason.empty() || std::find(kReasons.begin(), kReasons.end(), form.reason) != kReasons.end();
  if (form.helpful != "yes" && form.helpful != "no") list.push_back({"", "problem_helpful"});
  if (!known) list.push_back({"reason", "problem_reason"});
  if (kb::length(form.comment) > kMaxComment) list.push_back({"comment", "problem_comment"});
  return list;
}

events::Feedback to_event(const FeedbackForm& form, std::chrono::sys_seconds now, std::string_view lang,
                          std::string_view token) {
  events::Feedback event;
  event.time = now;
  event.lang = lang;
  event.article_id = form.article_id;
  event.helpful = form.helpful == "yes";
  event.reason = form.reason;
  event.comment = form.comment;
  event.token_hash = token_hash(token);
  event.query = {form.from, kb::fold};
  return event;
}

}  // namespace searchd
