#include "searchd/guard/post_guard.h"

#include <doctest/doctest.h>

using namespace searchd;
using namespace std::chrono_literals;

namespace {

constexpr std::string_view kSite = "https://shop.example/help";
const std::chrono::sys_seconds kNow{std::chrono::seconds{1'800'000'000}};

Request post(std::vector<Header> headers, std::string client = "192.0.2.1") {
  Request request;
  request.method = "POST";
  request.headers = std::move(headers);
  request.client = std::move(client);
  return request;
}

PostGuard guard(const PostLimits& limits = {}) {
  return PostGuard("a secret", TrustedProxies(), limits, [] { return "id"; });
}

Params form(const std::string& token, const std::string& trap = "") {
  Params params;
  params.set(kTokenField, token);
  params.set(kTrapField, trap);
  return params;
}

}  // namespace

TEST_CASE("post guard: only this site's pages, as far as a browser says") {
  struct Case {
    std::vector<Header> headers;
    bool own;
  };
  const std::vector<Case> cases{
      {{}, true},
      {{{"Origin", "https://shop.example"}}, true},
      {{{"Origin", "https://SHOP.example"}}, true},
      {{{"Origin", "http://shop.example"}}, false},
      {{{"Origin", "https://shop.example.evil"}}, false},
      {{{"Origin", "https://evil.example"}}, false},
      {{{"Origin", "https://evil.example"}, {"Sec-Fetch-Site", "same-origin"}}, false},
      {{{"Origin", "https://[::1]:3000"}, {"Host", "[::1]:3000"}}, false},
      {{{"Origin", "https://help.example"}, {"Host", "help.example:443"}}, false},
      {{{"Origin", "null"}}, false},
      {{{"Origin", "null"}, {"Host", ""}}, false},
      {{{"Origin", "http://127.0.0.1:8080"}, {"Host", "127.0.0.1:8080"}}, false},
      {{{"Origin", "https://evil.example"}, {"Host", "evil.example"}}, false},
      {{{"Sec-Fetch-Site", "same-origin"}}, true},
      {{{"Sec-Fetch-Site", "none"}}, true},
      {{{"Sec-Fetch-Site", "same-site"}}, false},
      {{{"Sec-Fetch-Site", "cross-site"}}, false},
  };
  for (const Case& expected : cases) {
    CAPTURE(expected.headers.empty() ? "no header" : expected.headers[0].value);
    CHECK(is_own_page(post(expected.headers), kSite) == expected.own);
    const bool admitted = guard().admit(post(expected.headers), kSite, kNow).refusal == Refusal::none;
    CHECK(admitted == expected.own);
  }
}

TEST_CASE("post guard: without base_url a page may be ours by an IP address or localhost, never by a name") {
  struct Case {
    std::string site;
    std::string origin;
    std::string host;
    bool own;
  };
  const std::vector<Case> cases{
      {"http://127.0.0.1:8080/", "http://127.0.0.1:8080", "127.0.0.1:8080", true},
      {"http://127.0.0.1:8080/", "http://localhost:8080", "localhost:8080", true},
      {"http://127.0.0.1:8080/", "http://LOCALHOST:8080", "localhost:8080", true},
      {"http://127.0.0.1:8080/", "http://localhost:3000", "localhost:8080", false},
      {"http://127.0.0.1:8080/", "http://127.0.0.1:9999", "127.0.0.1:8080", false},
      {"http://127.0.0.1:8080/", "http://rebound.example:8080", "rebound.example:8080", false},
      {"http://127.0.0.1:8080/", "http://localhost.example:8080", "localhost.example:8080", false},
      {"http://127.0.0.1:8080/", "http://127.0.0.1.example:8080", "127.0.0.1.example:8080", false},
      {"http://0.0.0.0:8080/", "http://192.0.2.7:8080", "192.0.2.7:8080", true},
      {"http://[::]:8080/", "http://[2001:db8::7]:8080", "[2001:db8::7]:8080", true},
      {"http://[::1]:3000/", "https://[::1]:3000", "[0:0::1]:3000", true},
      {"http://192.0.2.7/", "https://192.0.2.7", "192.0.2.7:443", true},
      {"http://192.0.2.7/", "https://192.0.2.7", "192.0.2.7:80", false},
      {"http://192.0.2.7/", "https://192.0.2.7", "192.0.2.7/x", false},
      {"http://localhost/", "https://192.0.2.7", "192.0.2.7", true},
      {"http://localhost/", "https://rebound.example", "rebound.example", false},
      {"https://shop.example/", "http://127.0.0.1:8080", "127.0.0.1:8080", false},
      {"https://shop.example/", "http://localhost", "localhost", false},
  };
  for (const Case& expected : cases) {
    CAPTURE(expected.site);
    CAPTURE(expected.origin);
    CHECK(is_own_page(post({{"Origin", expected.origin}, {"Host", expected.host}}), expected.site) ==
          expected.own);
  }
}

TEST_CASE("post guard: who sends too often waits, others do not") {
  PostGuard guard = ::guard({.client = {2, 0.1}, .all = {5, 1}});
  for (int i = 0; i < 2; ++i) CHECK(guard.admit(post({}), kSite, kNow).refusal == Refusal::none);
  for (int i = 0; i < 9; ++i) {
    const Admission late = guard.admit(post({}), kSite, kNow);
    CHECK(late.refusal == Refusal::too_many);
    CHECK(late.retry_after == 10s);
  }
  for (const char* client : {"192.0.2.2", "192.0.2.3", "192.0.2.4"})
    CHECK(guard.admit(post({}, client), kSite, kNow).refusal == Refusal::none);
  const Admission all = guard.admit(post({}, "192.0.2.5"), kSite, kNow);
  CHECK(all.refusal == Refusal::too_many);
  CHECK(all.retry_after == 1s);
  CHECK(guard.admit(post({}), kSite, kNow + 10s).refusal == Refusal::none);
}

TEST_CASE("post guard: pasted texts and forms do not count against each other, and typing not at all") {
  PostGuard guard = ::guard({.client = {1, 0.1}, .all = {9, 1}, .text_client = {1, 0.5}, .text_all = {9, 1}});
  const auto admit = [&](PostKind kind) { return guard.admit(post({}), kSite, kNow, kind); };
  CHECK(admit(PostKind::text).refusal == Refusal::none);
  CHECK(admit(PostKind::text).retry_after == 2s);
  CHECK(admit(PostKind::form).refusal == Refusal::none);
  CHECK(admit(PostKind::form).retry_after == 10s);
  for (int i = 0; i < 9; ++i) CHECK(admit(PostKind::typing).refusal == Refusal::none);
  const Request foreign = post({{"Origin", "https://evil.example"}});
  CHECK(guard.admit(foreign, kSite, kNow, PostKind::typing).refusal == Refusal::foreign);
}

TEST_CASE("post guard: what another site sends does not count against the visitor") {
  PostGuard guard = ::guard({.client = {1, 0.1}, .all = {1, 0.1}});
  for (int i = 0; i < 5; ++i)
    CHECK(guard.admit(post({{"Origin", "https://evil.example"}}), kSite, kNow).refusal == Refusal::foreign);
  CHECK(guard.admit(post({}), kSite, kNow).refusal == Refusal::none);
}

TEST_CASE("post guard: a form needs its token, and robots fall into the trap") {
  const PostGuard guard = ::guard();
  const std::string token = guard.issue("feedback", kNow);
  CHECK(guard.check(form(token), "feedback", kNow + 5s) == Refusal::none);
  CHECK(guard.check(form(token, "http://spam.example"), "feedback", kNow + 5s) == Refusal::trap);
  CHECK(guard.check(form(token), "feedback", kNow + 1s) == Refusal::too_soon);
  CHECK(guard.check(form(token), "feedback", kNow + 3h) == Refusal::expired_token);
  CHECK(guard.check(form(token), "request", kNow + 5s) == Refusal::wrong_token);
  CHECK(guard.check(Params(), "feedback", kNow + 5s) == Refusal::wrong_token);
}

TEST_CASE("post guard: every refusal has its status and name") {
  CHECK(status_of(Refusal::foreign) == 403);
  CHECK(status_of(Refusal::wrong_token) == 403);
  CHECK(status_of(Refusal::expired_token) == 403);
  CHECK(status_of(Refusal::too_soon) == 403);
  CHECK(status_of(Refusal::trap) == 422);
  CHECK(status_of(Refusal::too_many) == 429);
  CHECK(kb::to_string(Refusal::foreign) == "foreign");
}
