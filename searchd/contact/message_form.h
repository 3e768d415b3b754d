// A message to people, as it was sent: read, checked, and made into what is handed on. No HTTP.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "searchd/contact/feedback_form.h"
#include "searchd/http/url.h"

namespace searchd {

// In characters.
inline constexpr std::size_t kMaxSubject = 150;
inline constexpr std::size_t kMaxMessage = 10'000;
inline constexpr std::size_t kMaxOrderNumber = 100;

struct MessageForm {
  std::string subject;       // one line
  std::string text;          // lines end in \n
  std::string reply_to;      // an email address
  std::string order_number;  // one line, may be ""
  std::string article_id;    // the visitor comes from, may be ""
  std::string question;      // asked on the contact page before, may be ""
};

MessageForm read_message(const Params& form);

// In the order of the fields.
std::vector<FieldProblem> problems_of(const MessageForm& form);

// Whether mail could be sent there, in plain ASCII: nothing that ends a header's line or adds a second
// address.
bool is_mail_address(std::string_view text);

}  // namespace searchd
