#include "searchd/contact/contact_links.h"

#include <algorithm>

#include "kb/text/text.h"
#include "searchd/http/url.h"

namespace searchd {

namespace {

// Only forms take a plus for a blank.
std::string encoded(std::string_view text) {
  std::string out;
  for (const char c : encode_query(text)) {
    if (c == '+')
      out += "%20";
    else
      out += c;
  }
  return out;
}

std::string with_line_ends(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '\n')
      out += "\r\n";
    else if (c != '\r')
      out += c;
  }
  return out;
}

std::string on_one_line(std::string_view text) {
  std::string out(text);
  std::replace_if(
      out.begin(), out.end(), [](char c) { return c == '\n' || c == '\r'; }, ' ');
  return out;
}

}  // namespace

std::string phone_link(std::string_view number) {
  std::string text(number);
  if (const auto nought = text.find("(0)"); text.starts_with('+') && nought != std::string::npos)
    text.erase(nought, 3);
  std::string link = "tel:";
  for (const char c : text) {
    if ((c >= '0' && c <= '9') || (c == '+' && link.size() == 4)) link += c;
  }
  return link;
}

std::string mail_link(std::string_view address, std::string_view subject, std::string_view body) {
  const auto at = address.rfind('@');
  std::string link = "mailto:" + encoded(address.substr(0, at));
  if (at != std::string_view::npos) link += "@" + encoded(address.substr(at + 1));
  char mark = '?';
  const auto add = [&](std::string_view name, const std::string& value) {
    if (value.empty()) return;
    link += mark + std::string(name) + "=" + encoded(value);
    mark = '&';
  };
  add("subject", on_one_line(subject));
  add("body", with_line_ends(body));
  return link;
}

std::string shortened(std::string_view text, std::size_t characters) {
  std::size_t end = 0;
  for (; characters > 0 && end < text.size(); --characters) kb::next_code_point(text, end);
  return std::string(text.substr(0, end)) + (end < text.size() ? "\u2026" : "");
}

}  // namespace searchd
