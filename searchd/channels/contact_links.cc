#include "searchd/channels/contact_links.h"

#include <algorithm>
#include <array>
#include <utility>

#include "kb/model/web_address.h"
#include "kb/text/ascii.h"
#include "kb/text/percent.h"

namespace searchd {

namespace {

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

constexpr auto kNetworks = std::to_array<std::pair<std::string_view, std::string_view>>({
    {"bsky.app", "Bluesky"},
    {"discord.com", "Discord"},
    {"discord.gg", "Discord"},
    {"facebook.com", "Facebook"},
    {"instagram.com", "Instagram"},
    {"linkedin.com", "LinkedIn"},
    {"reddit.com", "Reddit"},
    {"t.me", "Telegram"},
    {"threads.com", "Threads"},
    {"threads.net", "Threads"},
    {"tiktok.com", "TikTok"},
    {"twitter.com", "X"},
    {"wa.me", "WhatsApp"},
    {"whatsapp.com", "WhatsApp"},
    {"x.com", "X"},
    {"youtu.be", "YouTube"},
    {"youtube.com", "YouTube"},
});

bool is_within(std::string_view host, std::string_view domain) {
  if (!host.ends_with(domain)) return false;
  host.remove_suffix(domain.size());
  return host.empty() || host.ends_with('.');
}

}  // namespace

std::string phone_link(std::string_view number) {
  std::string text(number);
  if (const auto nought = text.find("(0)"); text.starts_with('+') && nought != std::string::npos)
    text.erase(nought, 3);
  std::string link = "tel:";
  for (const char c : text) {
    if (kb::is_digit(c) || (c == '+' && link.size() == 4)) link += c;
  }
  return link;
}

std::string mail_link(std::string_view address, std::string_view subject, std::string_view body) {
  const auto at = address.rfind('@');
  std::string link = "mailto:" + kb::percent_encode(address.substr(0, at), "");
  if (at != std::string_view::npos) link += "@" + kb::percent_encode(address.substr(at + 1), "");
  char mark = '?';
  const auto add = [&](std::string_view name, const std::string& value) {
    if (value.empty()) return;
    link += mark + std::string(name) + "=" + kb::percent_encode(value, "");
    mark = '&';
  };
  add("subject", on_one_line(subject));
  add("body", with_line_ends(body));
  return link;
}

std::string chat_link(std::string url, std::string_view message) {
  constexpr std::string_view kMessage = "{message}";
  const auto at = url.find(kMessage);
  return at == std::string::npos ? url : url.replace(at, kMessage.size(), kb::percent_encode(message, ""));
}

std::string network_name(std::string_view url) {
  const auto address = kb::parse_web_address(url);
  if (!address) return std::string(url);
  for (const auto& [domain, name] : kNetworks) {
    if (is_within(address->host, domain)) return std::string(name);
  }
  return address->host.starts_with("www.") ? address->host.substr(4) : address->host;
}

}  // namespace searchd
