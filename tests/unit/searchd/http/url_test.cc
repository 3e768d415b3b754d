#include "searchd/http/url.h"

#include <doctest/doctest.h>

using namespace searchd;

TEST_CASE("percent_decode: strict about escapes, NUL and UTF-8") {
  CHECK(percent_decode("/en/caf%C3%A9") == "/en/caf\xC3\xA9");
  CHECK(percent_decode("a+b") == "a+b");
  CHECK(percent_decode("%41%7a") == "Az");
  CHECK(percent_decode("") == "");
  for (const std::string text :
       {"%", "%4", "%zz", "a%", "%C3", "%C3%28", "%00", "%ED%A0%80", "%F5%80%80%80", "%C0%AF", "\xFF"}) {
    CAPTURE(text);
    CHECK(percent_decode(text) == std::nullopt);
  }
}

TEST_CASE("encode_path and encode_query: what goes out comes back the same") {
  CHECK(encode_path("/en/caf\xC3\xA9 au lait") == "/en/caf%C3%A9%20au%20lait");
  CHECK(encode_path("/a?b#c%d") == "/a%3Fb%23c%25d");
  CHECK(encode_query("a+b c&d=e#f") == "a%2Bb+c%26d%3De%23f");
  for (const std::string text : {"\"><script>", "a\r\nb", "100%", "\xE4\xB8\xAD"}) {
    CAPTURE(text);
    CHECK(percent_decode(encode_path(text)) == text);
    CHECK(Params::parse("q=" + encode_query(text))->get("q") == text);
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
