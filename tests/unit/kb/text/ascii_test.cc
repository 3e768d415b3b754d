#include "kb/text/ascii.h"

#include <doctest/doctest.h>

#include <array>
#include <cctype>

namespace kb {
namespace {

TEST_CASE("ascii: kinds and case are those of the C locale, and bytes beyond ASCII have none") {
  for (int i = 0; i < 256; ++i) {
    CAPTURE(i);
    const char c = static_cast<char>(i);
    const bool ascii = i < 128;
    CHECK(is_digit(c) == (ascii && std::isdigit(i) != 0));
    CHECK(is_upper(c) == (ascii && std::isupper(i) != 0));
    CHECK(is_letter(c) == (ascii && std::isalpha(i) != 0));
    CHECK(is_alnum(c) == (ascii && std::isalnum(i) != 0));
    CHECK(is_blank(c) == (c == ' ' || c == '\t'));
    CHECK(is_space(c) == (ascii && std::isspace(i) != 0));
    CHECK(is_control(c) == (ascii && std::iscntrl(i) != 0));
    CHECK(to_lower(c) == (ascii ? static_cast<char>(std::tolower(i)) : c));
    CHECK(to_upper(c) == (ascii ? static_cast<char>(std::toupper(i)) : c));
    CHECK((hex_value(c) >= 0) == (ascii && std::isxdigit(i) != 0));
  }
  CHECK(to_lower("Ä ÉCOLE Z") == "Ä École z");
}

TEST_CASE("ascii: what surrounds a text is cut off") {
  CHECK(trim(" \t\r\n a b \f\v") == "a b");
  CHECK(trim("\n a \n", kBlanks) == "\n a \n");
  CHECK(trim(" \n ") == "");
  CHECK(trim("") == "");
  CHECK(trim_end(" a ") == " a");
  CHECK(trim_end("a\n", kBlanks) == "a\n");
}

TEST_CASE("ascii: a text on one line has single blanks") {
  CHECK(on_one_line("  two\r\n\twords  ") == "two words");
  CHECK(on_one_line(" \n") == "");
}

TEST_CASE("ascii: hexadecimal digits are read and written") {
  CHECK(hex_value('0') == 0);
  CHECK(hex_value('9') == 9);
  CHECK(hex_value('a') == 10);
  CHECK(hex_value('F') == 15);
  CHECK(to_hex(std::array<unsigned char, 4>{0x00, 0x0F, 0xA0, 0xFF}) == "000fa0ff");
}

}  // namespace
}  // namespace kb
