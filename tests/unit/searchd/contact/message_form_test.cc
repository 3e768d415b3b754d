#include "searchd/contact/message_form.h"

#include <doctest/doctest.h>

using namespace searchd;

namespace {

MessageForm filled_in() {
  MessageForm form;
  form.subject = "My parcel";
  form.text = "Where is it?";
  form.reply_to = "ann@shop.example";
  return form;
}

std::string wrong(const MessageForm& form) {
  std::string keys;
  for (const FieldProblem& problem : problems_of(form)) keys += std::string(problem.text_key) + " ";
  return keys;
}

}  // namespace

TEST_CASE("message form: subject, message and address are needed, an order number is not") {
  CHECK(wrong(filled_in()) == "");
  CHECK(wrong({}) == "problem_subject problem_message problem_reply ");
  MessageForm form = filled_in();
  form.subject = std::string(151, 'a');
  form.text = std::string(10'001, 'a');
  form.order_number = std::string(101, 'a');
  form.question = std::string(2000, 'a');
  CHECK(wrong(form) == "problem_subject problem_message problem_order problem_question_long ");
  form = filled_in();
  form.text = " \n\t\n";
  CHECK(wrong(form) == "problem_message ");
}

TEST_CASE("message form: a field of one line has one, a text no control characters") {
  Params params;
  params.set("subject", " a\r\nBcc: b\tc\x7f ");
  params.set("message", "one\r\ntwo\x1b[31m\tthree");
  params.set("reply_to", " ann@shop.example\r\n");
  params.set("order_number", "1\n2");
  const MessageForm form = read_message(params);
  CHECK(form.subject == "a  Bcc: b c");
  CHECK(form.text == "one\ntwo[31m\tthree");
  CHECK(form.reply_to == "ann@shop.example");
  CHECK(form.order_number == "1 2");
}

TEST_CASE("message form: addresses that mail can be sent to") {
  for (const char* good :
       {"ann@shop.example", "a.b+c@x.co", "o'neil@sub.shop.example", "x_1@xn--bcher-kva.example"}) {
    CAPTURE(good);
    CHECK(is_mail_address(good));
  }
  for (const char* bad :
       {"", "ann", "ann@", "@shop.example", "ann@shop", "ann@shop..example", "ann@-shop.example",
        ".ann@shop.example", "a..b@shop.example", "ann@shop.example,bob@shop.example", "ann @shop.example",
        "<ann@shop.example>", "ann@shop.example\nBcc: x@y.example", "\"ann\"@shop.example",
        "ann@shop.example.", "a@b@shop.example", "ann@sh\u00f6p.example"}) {
    CAPTURE(bad);
    CHECK_FALSE(is_mail_address(bad));
  }
  CHECK_FALSE(is_mail_address(std::string(65, 'a') + "@shop.example"));
}
