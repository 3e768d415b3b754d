#include "tests/relevance/noise.h"

#include <doctest/doctest.h>

#include <algorithm>

namespace relevance {
namespace {

JudgedSet two_queries() {
  JudgedSet set;
  set.clean = {{"q1", "late parcel"}, {"q2", "late parcel", "de"}};
  return set;
}

std::size_t words(const std::string& text) {
  return static_cast<std::size_t>(
             std::count_if(text.begin(), text.end(), [](char c) { return c == ' ' || c == '\n'; })) +
         1;
}

TEST_CASE("noise: without any the queries are as they were") {
  CHECK(with_noise(two_queries(), 0).clean.at(0).text == "late parcel");
}

TEST_CASE("noise: so many words stand around the query, half of them before it") {
  for (const std::size_t count : {2U, 20U, 100U, 500U, 2000U}) {
    CAPTURE(count);
    const std::string text = with_noise(two_queries(), count).clean.at(0).text;
    const std::size_t at = text.find("\nlate parcel\n");
    REQUIRE(at != std::string::npos);
    CHECK(words(text.substr(0, at)) == count / 2);
    CHECK(words(text) == count + 2);
  }
}

TEST_CASE("noise: it is the same in every run, and another for every query") {
  const JudgedSet set = with_noise(two_queries(), 20);
  CHECK(set.clean[0].text == with_noise(two_queries(), 20).clean[0].text);
  CHECK(set.clean[0].text != set.clean[1].text);
  CHECK(set.clean[1].lang == "de");
  CHECK(set.clean[0].text.starts_with("We live at the end of the village,"));
}

}  // namespace
}  // namespace relevance
