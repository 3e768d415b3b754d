#include "courier/mail.h"

#include <fmt/chrono.h>
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstdint>

#include "kb/text/utf8.h"

namespace courier {

namespace {

constexpr std::size_t kMaxPlain = 60;      // characters of a header's text that need no folding
constexpr std::size_t kEncodedBytes = 42;  // make 56 characters, with what stands around them 68 of 76
constexpr std::size_t kLine = 57;          // bytes that make 76 characters

std::string base64(std::string_view bytes) {
  constexpr std::string_view kDigits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  std::string out;
  for (std::size_t i = 0; i < bytes.size(); i += 3) {
    const std::string_view part = bytes.substr(i, 3);
    std::uint32_t bits = 0;
    for (std::size_t j = 0; j < 3; ++j)
      bits = bits << 8U | (j < part.size() ? static_cast<unsigned char>(part[j]) : 0U);
    for (std::size_t j = 0; j < 4; ++j)
      out += j <= part.size() ? kDigits[bits >> (18U - 6U * j) & 0x3FU] : '=';
  }
  return out;
}

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

// CRLF, since what is encoded is read as it stands.
std::string encoded_body(const std::string& text) {
  std::string lines;
  for (const char c : text) lines += c == '\n' ? std::string("\r\n") : std::string(1, c);
  std::string out;
  for (std::size_t i = 0; i < lines.size(); i += kLine)
    out += base64(std::string_view(lines).substr(i, kLine)) + "\n";
  return out;
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
    out += (out.empty() ? "=?UTF-8?B?" : "\n =?UTF-8?B?") + base64(part) + "?=";
  }
  return out;
}

std::string to_mail(const outbox::Message& message, const MailCommand& mail) {
  std::string out = "From: " + mail.from + "\nTo: " + mail.to + "\n";
  if (is_header_address(message.reply_to)) out += "Reply-To: " + message.reply_to + "\n";
  out += "Subject: " + encoded_header(message.subject) + "\n";
  out += "Date: " + mail_date(message.time) + "\n";
  // The same for the same message, so that whoever gets it twice can tell.
  out += "Message-ID: <" + message.id.substr(0, 40) + mail.from.substr(mail.from.find('@')) + ">\n";
  out += "MIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: base64\n\n";
  return out + encoded_body(body_of(message));
}

}  // namespace courier
