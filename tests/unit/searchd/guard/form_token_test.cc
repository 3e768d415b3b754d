#include "searchd/guard/form_token.h"

#include <doctest/doctest.h>

using namespace searchd;
using namespace std::chrono_literals;

namespace {

const std::chrono::sys_seconds kNow{std::chrono::seconds{1'800'000'000}};
const FormTokens kTokens("a secret");

}  // namespace

TEST_CASE("form token: is right for two hours, from two seconds on") {
  const std::string token = kTokens.issue("feedback", kNow, "00ff");
  CHECK(token.starts_with("1800000000.00ff."));
  CHECK(kTokens.check(token, "feedback", kNow - 1s) == TokenState::too_new);
  CHECK(kTokens.check(token, "feedback", kNow) == TokenState::too_new);
  CHECK(kTokens.check(token, "feedback", kNow + 1s) == TokenState::too_new);
  CHECK(kTokens.check(token, "feedback", kNow + 2s) == TokenState::valid);
  CHECK(kTokens.check(token, "feedback", kNow + 2h) == TokenState::valid);
  CHECK(kTokens.check(token, "feedback", kNow + 2h + 1s) == TokenState::expired);
  CHECK(kTokens.check(token, "feedback", kNow - 2min) == TokenState::wrong);
}

TEST_CASE("form token: is wrong with any other secret, purpose or character") {
  const std::string token = kTokens.issue("feedback", kNow, "00ff");
  const auto later = kNow + 5s;
  CHECK(kTokens.check(token, "request", later) == TokenState::wrong);
  CHECK(FormTokens("another secret").check(token, "feedback", later) == TokenState::wrong);
  for (std::size_t i = 0; i < token.size(); ++i) {
    std::string changed = token;
    changed[i] = changed[i] == '0' ? '1' : '0';
    CAPTURE(changed);
    CHECK(kTokens.check(changed, "feedback", later) == TokenState::wrong);
    CHECK(kTokens.check(token.substr(0, i), "feedback", later) == TokenState::wrong);
  }
  CHECK(kTokens.check(token + "0", "feedback", later) == TokenState::wrong);
}

TEST_CASE("form token: each has a hash of its own") {
  CHECK(token_hash(kTokens.issue("feedback", kNow, "01")) !=
        token_hash(kTokens.issue("feedback", kNow, "02")));
  CHECK(token_hash("a").size() == 64);
}
