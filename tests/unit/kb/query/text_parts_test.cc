#include "kb/query/text_parts.h"

#include <doctest/doctest.h>

#include <string>

namespace kb {
namespace {

std::string shown(std::string_view text) {
  std::string all;
  for (const std::string_view part : text_parts(text)) all += "[" + std::string(part) + "]";
  return all;
}

std::string numbered(int words) {
  std::string text;
  for (int i = 1; i <= words; ++i) text += (i > 1 ? " w" : "w") + std::to_string(i);
  return text;
}

TEST_CASE("text parts: sentences end at their signs and at lines") {
  struct Row {
    const char* text;
    const char* parts;
  };
  const Row rows[] = {
      {"", ""},
      {" ... \n!?", ""},
      {"One two", "[One two]"},
      {"It is broken. Can you help? Now!", "[It is broken][Can you help][Now]"},
      {"Dear all,\nmy light is red\n\n-- \nAnn", "[Dear all][my light is red][Ann]"},
      {"Version 4.1.2 shows E10.2, why?", "[Version 4.1.2 shows E10.2, why]"},
      {"see https://shop.example/a.b?c=d today", "[see https://shop.example/a.b?c=d today]"},
      {"荷物はどこですか。返品したい！", "[荷物はどこですか][返品したい]"},
      {"أين طلبي؟ أريد المال", "[أين طلبي][أريد المال]"},
      {"“Really?” he said. Yes", "[Really][he said][Yes]"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    CHECK(shown(row.text) == row.parts);
  }
}

TEST_CASE("text parts: a sentence without an end is read in pieces that overlap") {
  CHECK(text_parts(numbered(25)).size() == 1);
  const std::string text = numbered(34);
  const auto parts = text_parts(text);
  REQUIRE(parts.size() == 3);
  CHECK(parts[0] == numbered(20));
  CHECK(parts[1].starts_with("w11 "));
  CHECK(parts[1].ends_with(" w30"));
  CHECK(parts[2].starts_with("w21 "));
  CHECK(parts[2].ends_with(" w34"));
}

TEST_CASE("text parts: a question mark may stand behind blanks, quotes and brackets") {
  for (const char* rest : {"?", " ?", "\"? Yes", ") ?!", "？", "؟", "**?**"}) {
    CAPTURE(rest);
    CHECK(is_question(rest));
  }
  for (const char* rest : {"", ".", "\n?", ". Really?", "!"}) {
    CAPTURE(rest);
    CHECK_FALSE(is_question(rest));
  }
}

TEST_CASE("text parts: more words than people type into a box are a long text") {
  CHECK_FALSE(is_long_text(numbered(16)));
  CHECK(is_long_text(numbered(17)));
  CHECK_FALSE(is_long_text("我的订单什么时候能送到我家里来"));
  std::string many;
  for (int i = 0; i < 4; ++i) many += "我的订单什么时候能送到我家里来";
  CHECK(is_long_text(many));
}

}  // namespace
}  // namespace kb
