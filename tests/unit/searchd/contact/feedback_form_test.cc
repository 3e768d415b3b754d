#include "searchd/contact/feedback_form.h"

#include <doctest/doctest.h>

#include "searchd/guard/form_token.h"

using namespace searchd;

namespace {

FeedbackForm form(const std::string& helpful, const std::string& reason, const std::string& comment) {
  return {"orders/track", helpful, reason, comment, ""};
}

// Keys of the sentences that say what is wrong.
std::string wrong(const FeedbackForm& form) {
  std::string keys;
  for (const FieldProblem& problem : problems_of(form)) keys += std::string(problem.text_key) + " ";
  return keys;
}

std::string times(const char* text, int count) {
  std::string all;
  for (int i = 0; i < count; ++i) all += text;
  return all;
}

}  // namespace

TEST_CASE("feedback form: yes or no is needed, a reason and a comment are not") {
  CHECK(wrong(form("yes", "", "")).empty());
  CHECK(wrong(form("no", "", "")).empty());
  for (const std::string_view reason : kReasons) CHECK(wrong(form("no", std::string(reason), "")).empty());
  CHECK(wrong(form("", "", "")) == "problem_helpful ");
  CHECK(wrong(form("NO", "other", "")) == "problem_helpful problem_reason ");
}

TEST_CASE("feedback form: a comment is measured in characters") {
  CHECK(wrong(form("no", "", times("\U0001F600", 2000))).empty());
  CHECK(wrong(form("no", "", times("\U0001F600", 2001))) == "problem_comment ");
}

TEST_CASE("feedback form: a line end is one character, as it is for the browser") {
  Params params;
  params.set("comment", times("\r\n", 2000));
  CHECK(read_feedback(params).comment == times("\n", 2000));
  CHECK(read_feedback(Params()).article_id.empty());
}

TEST_CASE("feedback form: what is stored has no token anybody could use") {
  const std::chrono::sys_seconds now{std::chrono::seconds{1'800'000'000}};
  FeedbackForm sent = form("no", "failed", "why");
  sent.from = "Lost  Parcel, joe@shop.example";
  const events::Feedback event = to_event(sent, now, "en", "1.2.3");
  CHECK(event.time == now);
  CHECK(event.lang == "en");
  CHECK(event.article_id == "orders/track");
  CHECK_FALSE(event.helpful);
  CHECK(event.reason.text() == "failed");
  CHECK(event.comment.text() == "why");
  CHECK(event.token_hash == token_hash("1.2.3"));
  CHECK(event.query.text() == "lost parcel <email>");
}
