#include "kb/text/percent.h"

#include <doctest/doctest.h>

namespace kb {
namespace {

TEST_CASE("percent: every byte of a path comes back the same") {
  CHECK(encode_path("/en/café au lait") == "/en/caf%C3%A9%20au%20lait");
  CHECK(encode_path("/a?b#c%d[1]") == "/a%3Fb%23c%25d%5B1%5D");
  CHECK(encode_path("/!$&'()*+,;=:@-._~") == "/!$&'()*+,;=:@-._~");
  for (int i = 1; i < 128; ++i) {
    CAPTURE(i);
    const std::string text = "/a" + std::string(1, static_cast<char>(i));
    CHECK(percent_decode(encode_path(text)) == text);
    CHECK(encode_path(percent_decode_leniently(encode_path(text))) == encode_path(text));
  }
}

TEST_CASE("percent: a query's blank is a plus") {
  CHECK(encode_query("a+b c&d=e#f/") == "a%2Bb+c%26d%3De%23f%2F");
}

TEST_CASE("percent: what is kept is for the caller to say") {
  CHECK(percent_encode("a b:c/d", "/") == "a%20b%3Ac/d");
  CHECK(percent_encode("a b:c/d", "") == "a%20b%3Ac%2Fd");
}

TEST_CASE("percent: decoding is strict about escapes, NUL and UTF-8") {
  CHECK(percent_decode("/en/caf%C3%A9") == "/en/café");
  CHECK(percent_decode("a+b") == "a+b");
  CHECK(percent_decode("%41%7a") == "Az");
  CHECK(percent_decode("%2541") == "%41");
  CHECK(percent_decode("") == "");
  for (const std::string text : {"%", "%4", "%zz", "a%", "%%41", "%C3", "%C3%28", "%00", "%ED%A0%80",
                                 "%F5%80%80%80", "%C0%AF", "\xFF"}) {
    CAPTURE(text);
    CHECK(percent_decode(text) == std::nullopt);
  }
}

TEST_CASE("percent: lenient decoding keeps malformed escapes") {
  CHECK(percent_decode_leniently("a%20b%2") == "a b%2");
  CHECK(percent_decode_leniently("%zz%C3%A9%") == "%zzé%");
  CHECK(percent_decode_leniently("%%41") == "%A");
}

}  // namespace
}  // namespace kb
