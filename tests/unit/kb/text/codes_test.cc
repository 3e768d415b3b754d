#include "kb/text/codes.h"

#include <doctest/doctest.h>

namespace kb {
namespace {

std::string joined(const std::vector<std::string>& words) {
  std::string all;
  for (const std::string& word : words) all += (all.empty() ? "" : " ") + word;
  return all;
}

struct Example {
  std::string_view text;
  std::string_view codes;
};

TEST_CASE("codes: a code written in several words is joined") {
  for (const auto& [text, codes] : {
           Example{"E-1042", "e1042"},
           Example{"Error E 1042.", "e1042"},
           Example{"KLD.1145-20", "kld114520"},
           Example{"KLD 1145-20", "kld114520"},
           Example{"IP 67, AES-128 and HTTP 404", "ip67 aes128 http404"},
           Example{"HL\u2011L2350DW", "hll2350dw"},
           Example{"IP\u00A067", "ip67"},
           Example{"v4.2.1-beta", "v4.2.1beta"},
           Example{"call 030 123 45 67", "0301234567"},
           Example{"(030) 1234-567", "0301234567"},
           Example{"030/1234567", "0301234567"},
           Example{"030.123 4567", "0301234567"},
           Example{"2026-11-27", "20261127"},
       }) {
    CAPTURE(text);
    CHECK(joined(codes_apart(text, tokenize(text, Bigrams::index))) == codes);
  }
}

TEST_CASE("codes: what is one word, has no digit or is several numbers is not joined") {
  for (const std::string_view text :
       {"", "E1042", "wi-fi", "4.2.1", "within 14 days", "Step 3", "12-14 days", "1,000", "24/7",
        "E1042, E1043", "E1042/E1043", "PLEASE 1042", "E\n1042", "E  1042", "a-b-c-d-e-f-1",
        "1 2 3 4 5 6 7 8 9", "state_of_a-very-very-very-long-thing-in-2026", "電話-1042"}) {
    CAPTURE(text);
    CHECK(joined(codes_apart(text, tokenize(text, Bigrams::index))) == "");
  }
}

TEST_CASE("codes: parts are joined where they are a code, numbers alone only when they are long") {
  CHECK(join_code({"kld", "1145", "20"}) == "kld114520");
  CHECK(join_code({"60", "hz"}) == "60hz");
  CHECK(join_code({"030", "1234567"}) == "0301234567");
  CHECK(join_code({"030.123", "4567"}) == "0301234567");
  CHECK(join_code({"4", "2"}) == "");
  CHECK(join_code({"wi", "fi"}) == "");
  CHECK(join_code({std::string(40, 'a'), "1"}) == "");
  CHECK(join_code({}) == "");
}

TEST_CASE("codes: an amount has one plain form, whatever its separators") {
  for (const auto& [text, plain] : {
           Example{"9,90 or 0,5", "9.90 0.5"},
           Example{"1,000 and 1.000", "1000 1000"},
           Example{"1,000,000", "1000000"},
           Example{"12.345.678", "12345678"},
           Example{"1.000,50", "1000.50"},
           Example{"1,000.50", "1000.50"},
           Example{"1\u00A0000,50", "1000.50"},
           Example{"1\u202F000", "1000"},
           Example{"9.90", ""},
           Example{"1000", ""},
           Example{"1,2,3 and 24/7 and 4.2.1", ""},
           Example{"1, 000 or 1 000 or 10-000", ""},
           Example{"0,125", ""},
           Example{"1234,567", ""},
           Example{"E1,000", ""},
           Example{"1,000,00", ""},
           Example{"1,000,000,000,000,000", ""},
       }) {
    CAPTURE(text);
    std::vector<std::string> found;
    for (const Amount& amount : amounts(text, tokenize(text, Bigrams::index))) found.push_back(amount.plain);
    CHECK(joined(found) == plain);
  }
}

TEST_CASE("codes: whole numbers from 1000 on are written in groups") {
  CHECK(in_groups("1000") == "1.000");
  CHECK(in_groups("1234567") == "1.234.567");
  for (const std::string_view digits : {"", "999", "0301", "1000.50"}) CHECK(in_groups(digits) == "");
}

TEST_CASE("codes: a code comes apart where letters meet digits") {
  for (const auto& [text, codes] : {
           Example{"14days", "14 days"},
           Example{"e1042", "e 1042"},
           Example{"v4.2.1", "v 4.2.1"},
           Example{"m6x20", "m 6 x 20"},
           Example{"4.2.1", "4.2.1"},
           Example{"größe5", "größe 5"},
           Example{"", ""},
       }) {
    CAPTURE(text);
    CHECK(joined(code_parts(text)) == codes);
  }
}

}  // namespace
}  // namespace kb
