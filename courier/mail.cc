#include "courier/mail.h"

#include <fmt/chrono.h>
#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "kb/text/ascii.h"
#include "kb/text/base64.h"
#include "kb/text/percent.h"
#include "kb/text/utf8.h"

namespace courier {

namespace {

constexpr std::size_t kMaxPlain = 60;      // characters of a header's text that need no folding
constexpr std::size_t kIdCharacters = 40;  // of an id, enough to tell one from another
constexpr std::size_t kEncodedBytes = 42;  // make 56 characters, with what stands around them 68 of 76
constexpr std::size_t kLine = 57;          // bytes that make 76 characters
constexpr std::size_t kPiece = 16;         // bytes of a name that make 48 characters at most

bool is_plain(std::string_view text) {
  return text.size() <= kMaxPlain && text.find("=?") == text.npos &&
         std::all_of(text.begin(), text.end(), [](char c) { return c >= ' ' && c <= '~'; });
}

// "Sat, 28 Nov 2026 22:00:00 +0000"
std::string mail_date(std::chrono::sys_seconds time) {
  static constexpr std::array kDays{"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
  static constexpr std::array kMonths{"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                      "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
  const auto day = std::chrono::floor<std::chrono::days>(time);
  const std::chrono::year_month_day date(day);
  const std::chrono::hh_mm_ss clock(time - day);
  return fmt::format("{}, {:02} {} {} {:02}:{:02}:{:02} +0000", kDays[std::chrono::weekday(day).c_encoding()],
                     static_cast<unsigned>(date.day()), kMonths[static_cast<unsigned>(date.month()) - 1],
                     static_cast<int>(date.year()), clock.hours().count(), clock.minutes().count(),
                     clock.seconds().count());
}

std::string body_of(const outbox::Message& message) {
  std::string body = message.text + "\n\n-- \n";
  const auto add = [&](std::string_view name, const std::string& value) {
    if (!value.empty()) body += std::string(name) + ": " + value + "\n";
  };
  add("From", message.reply_to);
  add("Order", message.order_number);
  add("Question", message.question);
  add("Article", message.article_title);
  add("Address", message.article_url);
  add("Language", message.lang);
  return body;
}

// A part's or a mail's headers about its content, and the content in base64.
std::string encoded_part(std::string_view type, std::string_view disposition, std::string_view bytes) {
  std::string out = "Content-Type: " + std::string(type) + "\nContent-Transfer-Encoding: base64\n" +
                    std::string(disposition) + "\n";
  out.reserve(out.size() + bytes.size() * 3 / 2);
  for (std::size_t i = 0; i < bytes.size(); i += kLine)
    out += kb::base64_encode(bytes.substr(i, kLine)) + "\n";
  return out;
}

// CRLF, since what is encoded is read as it stands.
std::string text_part(const outbox::Message& message) {
  std::string lines;
  for (const char c : body_of(message)) lines += c == '\n' ? std::string("\r\n") : std::string(1, c);
  return encoded_part("text/plain; charset=utf-8", "", lines);
}

// "image/png"; whatever else stands in the outbox must not become a header.
bool is_media_type(std::string_view text) {
  const auto fits = [](char c) {
    return kb::is_alnum(c) || std::string_view("/+-.").find(c) != std::string_view::npos;
  };
  return !text.empty() && std::count(text.begin(), text.end(), '/') == 1 &&
         std::all_of(text.begin(), text.end(), fits);
}

std::string file_part(const outbox::Message& message) {
  const std::string type = is_media_type(message.file_type) ? message.file_type : "application/octet-stream";
  return encoded_part(type,
                      "Content-Disposition: attachment;\n " + file_name_parameter(message.file_name) + "\n",
                      message.file);
}

// No line of base64 or of a part's headers begins as the boundary does: base64 has no "-" and no "_".
std::string with_file(const outbox::Message& message) {
  const std::string boundary = "=_" + message.id.substr(0, kIdCharacters);
  return "Content-Type: multipart/mixed; boundary=\"" + boundary + "\"\n\n--" + boundary + "\n" +
         text_part(message) + "--" + boundary + "\n" + file_part(message) + "--" + boundary + "--\n";
}

}  // namespace

bool is_header_address(std::string_view text) {
  constexpr std::string_view kSpecial = "()<>[]:;,\\\"";
  const auto fits = [&](char c) { return c > ' ' && c <= '~' && kSpecial.find(c) == kSpecial.npos; };
  return std::count(text.begin(), text.end(), '@') == 1 && text.front() != '@' && text.back() != '@' &&
         text.front() != '-' && text.size() <= 254 && std::all_of(text.begin(), text.end(), fits);
}

std::string encoded_header(std::string_view text) {
  if (is_plain(text)) return std::string(text);
  std::string out;
  while (!text.empty()) {
    const std::string_view part = kb::first_bytes(text, kEncodedBytes);
    text.remove_prefix(part.size());
    out += (out.empty() ? "=?UTF-8?B?" : "\n =?UTF-8?B?") + kb::base64_encode(part) + "?=";
  }
  return out;
}

std::string file_name_parameter(std::string_view name) {
  const bool needs_no_escape = name.find_first_of("\"\\") == name.npos;
  if (is_plain(name) && needs_no_escape) return "filename=\"" + std::string(name) + "\"";
  if (name.size() <= kPiece) return "filename*=UTF-8''" + kb::percent_encode(name, "");
  std::string out;
  for (std::size_t number = 0; !name.empty(); ++number) {
    const std::string_view piece = kb::first_bytes(name, kPiece);
    name.remove_prefix(piece.size());
    out += fmt::format("{}filename*{}*={}{}", number == 0 ? "" : ";\n ", number, number == 0 ? "UTF-8''" : "",
                       kb::percent_encode(piece, ""));
  }
  return out;
}

std::string to_mail(const outbox::Message& message, const MailCommand& mail) {
  std::string out = "From: " + mail.from + "\nTo: " + mail.to + "\n";
  if (is_header_address(message.reply_to)) out += "Reply-To: " + message.reply_to + "\n";
  out += "Subject: " + encoded_header(message.subject) + "\n";
  out += "Date: " + mail_date(message.time) + "\n";
  // The same for the same message, so that whoever gets it twice can tell.
  out +=
      "Message-ID: <" + message.id.substr(0, kIdCharacters) + mail.from.substr(mail.from.find('@')) + ">\n";
  out += "MIME-Version: 1.0\n";
  return out + (message.file.empty() ? text_part(message) : with_file(message));
}

}  // namespace courier
