#include "events/scrub.h"

#include <doctest/doctest.h>

namespace events {
namespace {

struct Example {
  std::string_view typed;
  std::string_view kept;
};

TEST_CASE("scrub: e-mail addresses go") {
  for (const auto& [typed, kept] : {
           Example{"joe@example.com", "<email>"},
           Example{"order for joe.b+x@mail.example.co.uk please", "order for <email> please"},
           Example{"I am joe@example.com.", "I am <email>."},
           Example{"mailto:joe@example.com", "mailto:<email>"},
           Example{"(joe@example.com)", "(<email>)"},
           Example{"a@b.de,c@d.de", "<email>,<email>"},
           Example{"joe12345678@example.com", "<email>"},
           Example{"joe@gmail", "<email>"},
           Example{"jürgen@müller.de", "<email>"},
           Example{"joe\x01@example.com", "<email>"},
       }) {
    CAPTURE(typed);
    CHECK(scrub(typed) == kept);
  }
}

TEST_CASE("scrub: an at sign alone is no address") {
  for (const std::string_view typed : {"@firstline", "meet @ 5pm", "joe@", "@", "@@", "@."}) {
    CAPTURE(typed);
    CHECK(scrub(typed) == typed);
  }
}

TEST_CASE("scrub: phone numbers go, however they are written") {
  for (const auto& [typed, kept] : {
           Example{"5551234", "<number>"},
           Example{"call +49 170 1234567 now", "call <number> now"},
           Example{"+1 (555) 123-4567", "<number>"},
           Example{"(555) 123-4567", "<number>"},
           Example{"(5551234567)", "(<number>)"},
           Example{"555.123.4567", "<number>"},
           Example{"06.12.34.56.78", "<number>"},
           Example{"0170/123 45-67", "<number>"},
           Example{"(0170) - 123456", "<number>"},
           Example{"0170\t123\n4567", "<number>"},
           Example{"tel:+491701234567", "tel:<number>"},
           Example{"555 123 4567x89", "<number>"},
           Example{"0 1 7 0 1 2 3 4", "<number>"},
           Example{"0170\u00A0123\u20114567", "<number>"},
           Example{"٠١٧٠١٢٣٤٥٦", "<number>"},
           Example{"０１７０１２３４", "<number>"},
           Example{"０１７０　１２３４", "<number>"},
           Example{"我的电话01701234567谢谢", "我的电话<number>谢谢"},
       }) {
    CAPTURE(typed);
    CHECK(scrub(typed) == kept);
  }
}

TEST_CASE("scrub: card, account and order numbers go") {
  for (const auto& [typed, kept] : {
           Example{"4111 1111 1111 1111", "<number>"},
           Example{"card 4111-1111-1111-1111 refused", "card <number> refused"},
           Example{"DE89370400440532013000", "<number>"},
           Example{"iban de89 3704 0044 0532 0130 00", "iban <number>"},
           Example{"GB29 NWBK 6016 1331 9268 19", "<number>"},
           Example{"GB29NWBK60161331926819", "<number>"},
           Example{"FR1420041010050500013M02606", "<number>"},
           Example{"where is AB12345678", "where is <number>"},
           Example{"order #12345678", "order #<number>"},
           Example{"E1042 0170 1234567", "E1042 <number>"},
           Example{"1234567 and 7654321", "<number> and <number>"},
           Example{"XDE89 1234567", "XDE89 <number>"},
           Example{"wallet 0x1234567890abcdef", "wallet <number>"},
           Example{"0x12345678z", "<number>"},
           Example{"AB0x12345678", "<number>"},
       }) {
    CAPTURE(typed);
    CHECK(scrub(typed) == kept);
  }
}

TEST_CASE("scrub: codes, versions and short numbers stay") {
  for (const std::string_view typed : {
           "E1042",
           "error e1042 after update 4.1.1.2",
           "E1042 4.1.1.2",
           "E1042, E1043 and E1044",
           "123456",
           "iphone 13 and 14",
           "1920x1080",
           "error 0x80070057 on start",
           "0XC000021A",
           "windows 11 0x80070057",
           "10     20     30     40",
           "wie lange dauert die rückgabe",
           "コード E1042",
           "",
       }) {
    CAPTURE(typed);
    CHECK(scrub(typed) == typed);
  }
}

TEST_CASE("scrub: control bytes go, and whitespace becomes a space") {
  using namespace std::string_literals;
  CHECK(scrub("a\tb\r\nc"s) == "a b  c");
  CHECK(scrub("a\0b\x1b[31mc\x7f"s) == "ab[31mc");
  CHECK(scrub("123\0"
              "4567"s) == "<number>");
}

TEST_CASE("scrub: malformed UTF-8 is passed through, not read past") {
  for (const std::string_view typed : {"\xE2", "\xE2\x80", "a\xFF\xC3", "\xF0\x9F\x98", "\x80\x80"}) {
    CHECK(scrub(std::string(typed)) == typed);
  }
  CHECK(scrub("\xE2"
              "1234567") == "\xE2<number>");
}

TEST_CASE("scrub: the result is cut between two characters") {
  CHECK(scrub(std::string(500, 'a')) == std::string(200, 'a'));
  CHECK(scrub(std::string(200, 'a')) == std::string(200, 'a'));
  CHECK(scrub(std::string(199, 'a') + "é") == std::string(199, 'a'));
  CHECK(scrub(std::string(198, 'a') + "é") == std::string(198, 'a') + "é");
  CHECK(scrub("abc", 2) == "ab");
}

TEST_CASE("scrub: a number over the cut is not kept in part") {
  CHECK(scrub(std::string(196, ' ') + "1234567890") == std::string(196, ' ') + "<num");
}

}  // namespace
}  // namespace events
