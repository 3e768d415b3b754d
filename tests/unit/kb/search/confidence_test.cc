#include "kb/search/confidence.h"

#include <doctest/doctest.h>

#include "tests/unit/kb/search_fixture.h"

namespace kb {
namespace {

class ConfidenceFixture : public SearchFixture {
 public:
  ConfidenceFixture() {
    add("a", "Reset your password", "Open the settings, then follow the link");
    add("b", "Track a parcel", "Open the order, then follow the link");
    add("c", "Late parcel", "Open the order, then wait for the courier");
    add("d", "Gift cards", "They are valid for a year");
  }

  double of(std::string_view text) { return find(text).confidence; }
};

TEST_CASE_FIXTURE(ConfidenceFixture, "confidence: nothing found is none at all") {
  CHECK(of("") == 0);
  CHECK(of("qqqq ") == 0);
  CHECK(of("?!") == 0);
}

TEST_CASE_FIXTURE(ConfidenceFixture, "confidence: it is a probability") {
  for (const std::string_view text :
       {"reset your password", "parcel", "link", "reset password parcel gift", "a year"}) {
    CAPTURE(text);
    CHECK(of(text) > 0);
    CHECK(of(text) < 1);
  }
}

TEST_CASE_FIXTURE(ConfidenceFixture, "confidence: it falls with every word the index does not know") {
  CHECK(of("reset password ") > of("reset password xylophone "));
  CHECK(of("reset password xylophone ") > of("reset password xylophone quagmire "));
}

TEST_CASE_FIXTURE(ConfidenceFixture, "confidence: a clear lead tells more than a tie") {
  CHECK(of("gift cards ") > of("parcel "));
  CHECK(of("parcel ") > of("link "));
}

TEST_CASE_FIXTURE(ConfidenceFixture, "confidence: a match in the title tells more than one in the text") {
  add("e", "Courier service", "Valid all day");
  CHECK(of("gift ") > of("settings "));
}

TEST_CASE_FIXTURE(ConfidenceFixture, "confidence: a word typed right tells more than a doubtful correction") {
  CHECK(of("reset password ") > of("reset qassword "));
  CHECK(of("reset qassword ") > of("reset xylophone "));
  CHECK(of("reset password ") == doctest::Approx(of("reset pasword ")));
}

TEST_CASE("confidence: a clear winner among many articles is above the answer's threshold, a tie far below") {
  SearchFixture index;
  for (int i = 0; i < 30; ++i) index.add("same/" + std::to_string(i), "Parcel", "about parcels");
  index.add("gift", "How to return gift cards", "Send them back");
  CHECK(index.find("how to return gift cards").confidence >= kAnswerFrom);
  CHECK(index.find("parcel ").confidence < kAnswerFrom);
}

}  // namespace
}  // namespace kb
