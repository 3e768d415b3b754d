#include "tests/faults/daily_mix.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "tests/faults/load_client.h"

namespace faults {

namespace {

constexpr long kEvery = 100;  // so many requests hold one form
// The daemon takes 20 forms a second from all visitors together.
constexpr auto kBetweenForms = std::chrono::microseconds(1'000'000 / 16);
constexpr std::chrono::seconds kTokenAge{4};  // a form that comes back after less than two seconds is refused
constexpr std::size_t kMostTokens = 200;      // so that none gets old
constexpr std::string_view kTokenBegin = "{\"token\":\"";

// Half of them is asked again and again, so that the page cache takes part, half is new each time.
std::vector<std::string> what_is_read() {
  const std::vector<std::string> pages{"/en/",         "/de/",    "/en/orders/", "/en/nothing/here",
                                       "/sitemap.xml", "/healthz"};
  const std::vector<std::string> words{
      "track+order", "refnd",          "delivery+adress",     "invoice", "return",
      "warranty",    "password+reset", "kann+nicht+bezahlen", "E1042",   "where+is+my+parcel"};
  std::vector<std::string> requests;
  for (std::size_t i = 0; i < 60'000; ++i) {
    const std::string& word = words[i % words.size()];
    const std::string number = std::to_string(i);
    requests.push_back(get_request(pages[i % pages.size()]));
    requests.push_back(get_request("/en/search?q=" + word));
    requests.push_back(get_request("/en/search?q=" + word + "+" + number));
    requests.push_back(get_request("/api/v1/search?q=" + word + "+" + number));
    requests.push_back(get_request("/api/v1/suggest?q=" + word.substr(0, 2 + i % 5)));
  }
  return requests;
}

// Each visitor has an address of their own, as a proxy tells it.
std::string post_request(std::string_view target, std::string_view type, std::string_view body,
                         long visitor) {
  return fmt::format(
      "POST {} HTTP/1.1\r\nHost: localhost\r\nX-Forwarded-For: 10.{}.{}.{}\r\nContent-Type: {}\r\n"
      "Content-Length: {}\r\n\r\n{}",
      target, visitor >> 16 & 255, visitor >> 8 & 255, visitor & 255, type, body.size(), body);
}

}  // namespace

DailyMix::DailyMix() : reading_(what_is_read()) {}

std::string DailyMix::next(long number) {
  if (number % kEvery == 0 && tokens_.size() < kMostTokens) return get_request("/api/v1/feedback");
  if (number % kEvery == kEvery / 2 && may_send()) return send_form();
  return reading_[static_cast<std::size_t>(number) % reading_.size()];
}

bool DailyMix::may_send() const {
  const auto now = Clock::now();
  return !tokens_.empty() && now - tokens_.front().received >= kTokenAge && now >= next_form_;
}

// In turn as a program sends it and as a browser does.
std::string DailyMix::send_form() {
  next_form_ = std::max(next_form_ + kBetweenForms, Clock::now() - 10 * kBetweenForms);
  const std::string token = std::move(tokens_.front().text);
  tokens_.pop_front();
  ++forms_;
  if (forms_ % 2 == 0)
    return post_request("/api/v1/feedback", "application/json",
                        fmt::format(R"({{"id":"account-and-app/reset-password","helpful":true,)"
                                    R"("comment":"Number {}","token":"{}"}})",
                                    forms_, token),
                        forms_);
  return post_request("/en/feedback", "application/x-www-form-urlencoded",
                      fmt::format("id=account-and-app%2Freset-password&helpful=no&reason=outdated&"
                                  "comment=Number+{}&website=&token={}",
                                  forms_, token),
                      forms_);
}

bool DailyMix::is_right(int status, std::string_view body) {
  if (status == 200 && body.starts_with(kTokenBegin)) {
    const auto rest = body.substr(kTokenBegin.size());
    tokens_.push_back({std::string(rest.substr(0, rest.find('"'))), Clock::now()});
  }
  const bool is_stored = status == 303 || (status == 200 && body == "{\"stored\":true}\n");
  if (is_stored) ++acknowledged_;
  return is_stored || status == 200 || status == 404;
}

}  // namespace faults
