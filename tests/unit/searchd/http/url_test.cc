#include "searchd/http/url.h"

#include <doctest/doctest.h>

using namespace searchd;

TEST_CASE("params: what goes out comes back the same") {
  for (const std::string text : {"\"><script>", "a\r\nb", "100%", "\xE4\xB8\xAD", "a+b c&d=e#f"}) {
    CAPTURE(text);
    Params params;
    params.set("q", text);
    CHECK(Params::parse(params.to_query())->get("q") == text);
  }
}

TEST_CASE("params: a value may hold an equals sign, a plus is a blank, the first of a name counts") {
  const auto params = Params::parse("q=a=b=c&empty=&flag&&q=second&x=1%2B1+2");
  REQUIRE(params);
  CHECK(params->get("q") == "a=b=c");
  CHECK(params->has("empty"));
  CHECK(params->has("flag"));
  CHECK(params->get("flag") == "");
  CHECK(params->get("x") == "1+1 2");
  CHECK_FALSE(params->has("missing"));
  CHECK(Params::parse("q=%") == std::nullopt);
  CHECK(Params::parse("%ff=1") == std::nullopt);
}

TEST_CASE("params: two spellings of one request become the same") {
  const auto one = Params::parse("page=2&q=a%20b&utm=x")->only({"q", "page"});
  const auto other = Params::parse("q=a+b&page=2")->only({"q", "page"});
  CHECK(one.to_query() == "q=a+b&page=2");
  CHECK(one.to_query() == other.to_query());
  CHECK(with_query("/en/search", one) == "/en/search?q=a+b&page=2");
  CHECK(with_query("/en/search", {}) == "/en/search");
}

TEST_CASE("params: what is set again is replaced") {
  Params params;
  params.set("q", "a");
  params.set("q", "b");
  params.set("page", "2");
  CHECK(params.to_query() == "q=b&page=2");
}

TEST_CASE("below_base: with the base, without it, and what only begins alike") {
  CHECK(below_base("/help/en/", "/help") == "/en/");
  CHECK(below_base("/help", "/help") == "/");
  CHECK(below_base("/en/", "/help") == "/en/");
  CHECK(below_base("/helpful/en/", "/help") == "/helpful/en/");
  CHECK(below_base("/en/", "") == "/en/");
}
