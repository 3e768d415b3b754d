#include "searchd/visit/search_params.h"

#include <doctest/doctest.h>

using namespace searchd;

namespace {

kb::Site two_languages() {
  kb::Site site;
  site.languages = {"en", "de"};
  return site;
}

kb::SearchQuery query_for(std::string_view text) {
  return std::get<kb::SearchQuery>(api_query(*Params::parse(text), two_languages()));
}

std::string problem_with(std::string_view text) {
  const auto query = api_query(*Params::parse(text), two_languages());
  const auto* problem = std::get_if<Problem>(&query);
  return problem ? problem->detail : "";
}

}  // namespace

TEST_CASE("search params: numbers are clamped, never refused") {
  struct Case {
    const char* text;
    int limit;
    int offset;
  };
  for (const Case& c : {Case{"", 10, 0}, Case{"limit=5&offset=7", 5, 7}, Case{"limit=0", 0, 0},
                        Case{"limit=-1&offset=-1", 0, 0}, Case{"limit=51&offset=1001", 50, 1000},
                        Case{"limit=99999999999999999999&offset=-99999999999999999999", 50, 0},
                        Case{"limit=abc&offset=1x", 10, 0}, Case{"limit=&offset=+3", 10, 0}}) {
    CAPTURE(std::string(c.text));
    CHECK(query_for(c.text).limit == c.limit);
    CHECK(query_for(c.text).offset == c.offset);
  }
}

TEST_CASE("search params: page becomes an offset") {
  const auto offset = [](std::string_view text) { return page_query(*Params::parse(text), "en").offset; };
  CHECK(offset("page=1") == 0);
  CHECK(offset("page=3") == 20);
  CHECK(offset("page=-3") == 0);
  CHECK(offset("page=100000") == kb::kMaxOffset);
}

TEST_CASE("search params: everything else arrives as sent") {
  const auto query = query_for("q=pasword+reset&lang=de&category=account&product=heron&type=faq&exact=1");
  CHECK(query.text == "pasword reset");
  CHECK(query.lang == "de");
  CHECK(query.filter.category == "account");
  CHECK(query.filter.product == "heron");
  CHECK(query.filter.type == "faq");
  CHECK(query.exact);
  CHECK(query_for("").lang == "en");
  CHECK_FALSE(query_for("exact=0").exact);
}

TEST_CASE("search params: what cannot be meant is a problem") {
  CHECK(problem_with("lang=xx") == "lang is not one of this site's languages: en, de");
}

TEST_CASE("search params: a text of any size is a query, cut between two characters") {
  CHECK(query_for("q=" + std::string(5000, 'a')).text.size() == 5000);
  CHECK(query_for("q=" + std::string(kb::kMaxTextBytes, 'a')).text.size() == kb::kMaxTextBytes);
  CHECK(query_for("q=a" + std::string(kb::kMaxTextBytes, 'a')).text.size() == kb::kMaxTextBytes);
  CHECK(query_for("q=" + std::string(kb::kMaxTextBytes - 1, 'a') + "%C3%A9").text.size() ==
        kb::kMaxTextBytes - 1);
  CHECK(suggestion_text(*Params::parse("q=" + std::string(1023, 'a') + "%C3%A9")).size() == 1023);
  CHECK(fits_address(std::string(1024, 'a')));
  CHECK_FALSE(fits_address(std::string(1025, 'a')));
  CHECK_FALSE(fits_address("my parcel\nis late"));
}
