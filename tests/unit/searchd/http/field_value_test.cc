#include "searchd/http/field_value.h"

#include <doctest/doctest.h>

#include <string>

using namespace searchd;

TEST_CASE("field value: tokens and values") {
  CHECK(is_token("Content-Type"));
  CHECK(is_token("!#$%&'*+-.^_`|~09azAZ"));
  for (const char* text : {"", "a b", "a:", "a/b", "a,b", "\"a\"", "caf\xc3\xa9"})
    CHECK_FALSE(is_token(text));
  CHECK(is_field_value(""));
  CHECK(is_field_value("a\tb \xc3\xa9"));
  for (const std::string& text : {std::string("a\rb"), std::string("a\nb"), std::string(1, '\0'),
                                  std::string("\x1b"), std::string("\x7f")})
    CHECK_FALSE(is_field_value(text));
}

TEST_CASE("field value: a list's items are trimmed, and an empty one stays") {
  using Items = std::vector<std::string_view>;
  CHECK(list_items("a") == Items{"a"});
  CHECK(list_items(" a ,\tb;q=0.5,c ") == Items{"a", "b;q=0.5", "c"});
  CHECK(list_items("") == Items{""});
  CHECK(list_items("a,,b,") == Items{"a", "", "b", ""});
}

TEST_CASE("field value: preferences have weights, and one that cannot be read is 0") {
  struct Case {
    std::string_view item;
    std::string_view name;
    double weight;
  };
  for (const Case& expected :
       {Case{"br", "br", 1}, Case{"br;q=0.5", "br", 0.5}, Case{" br ; q=0.125 ", "br", 0.125},
        Case{"br;q=1.000", "br", 1}, Case{"br;q=1.9", "br", 1}, Case{"br;q=0", "br", 0},
        Case{"br;q=", "br", 0}, Case{"br;q=2", "br", 0}, Case{"br;q=-1", "br", 0},
        Case{"br;q=0.1234", "br", 0}, Case{"br;q=0.x", "br", 0}, Case{"br;level=1", "br", 1},
        Case{"*;q=0.1", "*", 0.1}, Case{"", "", 1}}) {
    CAPTURE(expected.item);
    const auto list = preferences(expected.item);
    REQUIRE(list.size() == 1);
    CHECK(list[0].name == expected.name);
    CHECK(list[0].weight == doctest::Approx(expected.weight));
  }
}
