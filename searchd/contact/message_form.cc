#include "searchd/contact/message_form.h"

#include <algorithm>

#include "kb/search/search.h"
#include "kb/text/ascii.h"
#include "kb/text/utf8.h"

namespace searchd {

namespace {

constexpr std::size_t kMaxAddress = 254;  // bytes; RFC 5321, 4.5.3.1, less the angle brackets
constexpr std::size_t kMaxLocalPart = 64;
constexpr std::size_t kMaxLabel = 63;

bool is_control(char c) { return static_cast<unsigned char>(c) < ' ' || c == '\x7F'; }

std::string one_line(std::string text) {
  std::replace_if(text.begin(), text.end(), is_control, ' ');
  return std::string(kb::trim(text, " "));
}

std::string plain_text(std::string text) {
  text = with_plain_newlines(std::move(text));
  std::erase_if(text, [](char c) { return is_control(c) && c != '\n' && c != '\t'; });
  return text;
}

bool has_no_words(std::string_view text) { return text.find_first_not_of(" \n\t") == text.npos; }

// RFC 5322's atom and the dots between; quoted local parts are not for people.
bool is_local_part(std::string_view text) {
  constexpr std::string_view kSigns = "!#$%&'*+-/=?^_`{|}~.";
  return !text.empty() && text.size() <= kMaxLocalPart &&
         std::all_of(text.begin(), text.end(),
                     [&](char c) { return kb::is_alnum(c) || kSigns.find(c) != kSigns.npos; }) &&
         text.front() != '.' && text.back() != '.' && text.find("..") == text.npos;
}

bool is_label(std::string_view text) {
  return !text.empty() && text.size() <= kMaxLabel && text.front() != '-' && text.back() != '-' &&
         std::all_of(text.begin(), text.end(), [](char c) { return kb::is_alnum(c) || c == '-'; });
}

// With a dot: a machine's own name is a typing error.
bool is_domain(std::string_view text) {
  if (text.find('.') == text.npos) return false;
  for (;;) {
    const auto dot = std::min(text.find('.'), text.size());
    if (!is_label(text.substr(0, dot))) return false;
    if (dot == text.size()) return true;
    text.remove_prefix(dot + 1);
  }
}

}  // namespace

MessageForm read_message(const Params& form) {
  return {one_line(form.get("subject")),
          plain_text(form.get("message")),
          one_line(form.get("reply_to")),
          one_line(form.get("order_number")),
          form.get("article"),
          plain_text(form.get("question"))};
}

bool is_mail_address(std::string_view text) {
  const auto at = text.rfind('@');
  return at != text.npos && text.size() <= kMaxAddress && is_local_part(text.substr(0, at)) &&
         is_domain(text.substr(at + 1));
}

std::vector<FieldProblem> problems_of(const MessageForm& form) {
  std::vector<FieldProblem> list;
  if (has_no_words(form.subject) || kb::length(form.subject) > kMaxSubject)
    list.push_back({"subject", "problem_subject"});
  if (has_no_words(form.text) || kb::length(form.text) > kMaxMessage)
    list.push_back({"message", "problem_message"});
  if (!is_mail_address(form.reply_to)) list.push_back({"reply-to", "problem_reply"});
  if (kb::length(form.order_number) > kMaxOrderNumber) list.push_back({"order-number", "problem_order"});
  if (form.question.size() > kb::kMaxQueryBytes) list.push_back({"", "problem_question_long"});
  return list;
}

}  // namespace searchd
