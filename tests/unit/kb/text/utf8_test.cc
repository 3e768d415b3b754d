#include "kb/text/utf8.h"

#include <doctest/doctest.h>

namespace kb {
namespace {

TEST_CASE("utf8: code points are read one by one and counted") {
  CHECK((to_code_points("aé水😀") == U"aé水😀"));
  CHECK(length("aé水😀") == 4);
  CHECK(length("") == 0);
  CHECK(length("e\u0301") == 2);
}

TEST_CASE("utf8: the first bad sequence is found") {
  const struct {
    std::string_view text;
    std::size_t bad;
  } cases[] = {
      {"", std::string_view::npos},
      {"aé水😀\u007F\uFFFF", std::string_view::npos},
      {"a\xFF", 1},
      {"a\x80", 1},
      {"aé\xC3", 3},            // cut off
      {"\xE6\xB0", 0},          // cut off
      {"\xC3(", 0},             // no continuation
      {"\xC0\xAF", 0},          // longer than needed
      {"a\xE0\x80\xAF", 1},     // longer than needed
      {"\xED\xA0\x80", 0},      // a surrogate
      {"\xF4\x90\x80\x80", 0},  // above U+10FFFF
      {"\xF5\x80\x80\x80", 0},
  };
  for (const auto& [text, bad] : cases) {
    CAPTURE(text);
    CHECK(find_bad_utf8(text) == bad);
    CHECK(is_valid_utf8(text) == (bad == std::string_view::npos));
  }
}

TEST_CASE("utf8: any bytes are read to their end and never past it") {
  for (const char* text : {"\xFF", "\xC3", "a\xE2\x82", "\xF0\x9F\x98", "\x80\x80 a", "\xC0\x80",
                           "\xFE\xFE\xFF\xFF", "a'\xE2"}) {
    const std::string exact(text);  // so that a read past the end is seen
    std::size_t at = 0;
    while (at < exact.size()) next_code_point(exact, at);
    CHECK(at == exact.size());
  }
  CHECK((to_code_points("a\xFF"
                        "b") == U"a\uFFFDb"));
}

TEST_CASE("utf8: a text is cut between characters") {
  CHECK(first_bytes("aé水", 0) == "");
  CHECK(first_bytes("aé水", 1) == "a");
  CHECK(first_bytes("aé水", 2) == "a");
  CHECK(first_bytes("aé水", 5) == "aé");
  CHECK(first_bytes("aé水", 6) == "aé水");
  CHECK(first_bytes("aé水", 99) == "aé水");
  CHECK(first_characters("aé水", 0) == "");
  CHECK(first_characters("aé水", 2) == "aé");
  CHECK(first_characters("aé水", 9) == "aé水");
}

TEST_CASE("utf8: a shortened text says that it goes on") {
  CHECK(shortened("caf\u00e9", 4) == "caf\u00e9");
  CHECK(shortened("caf\u00e9s", 4) == "caf\u00e9\u2026");
  CHECK(shortened("\U0001F600\U0001F600", 1) == "\U0001F600\u2026");
  CHECK(shortened("", 3).empty());
}

}  // namespace
}  // namespace kb
