// Codes and numbers as people write them find each other, and other digits never match.
#include "kb/query/code_spellings.h"

#include <doctest/doctest.h>

#include "kb/search/explain.h"
#include "tests/unit/kb/search_fixture.h"

namespace kb {
namespace {

class CodeFixture : public SearchFixture {
 public:
  std::string suggested(std::string_view text) {
    std::string all;
    for (const Suggestion& one : suggest(snapshot(), "en", text, 9)) all += (all.empty() ? "" : " ") + one.id;
    return all;
  }

  // Articles that no query of these tests is about.
  void add_others() {
    add("y", "Orders", "Where they are");
    add("z", "Returns", "How they go");
  }
};

TEST_CASE_FIXTURE(CodeFixture,
                  "code spellings: letters around the digits may differ where only one code has them") {
  add_others();
  add("a", "Error E1043", "Voltage 240 volts, chip ATmega16U2, postcode SW1A 1AA");
  for (const std::string_view typed :
       {"err1043", "E1043x", "errorcode1043", "Fehlernummer1043", "240V", "16u2", "sw1a1aa", "SW1A-1AA"}) {
    CAPTURE(typed);
    CHECK(ids(typed) == "a");
  }
  for (const std::string_view typed : {"err1044", "241V", "16u3", "error10430"}) {
    CAPTURE(typed);
    CHECK(find(typed).hits.empty());
  }
}

TEST_CASE_FIXTURE(CodeFixture, "code spellings: a letter that looks like a digit is one in an unknown code") {
  add_others();
  add("a", "Error E1042", "Chip ATmega1O");
  for (const std::string_view typed : {"E1O42", "e1o42", "EIO42", "El042", "ATmega1O"}) {
    CAPTURE(typed);
    CHECK(ids(typed) == "a");
  }
  CHECK(find("E1O43").hits.empty());
}

TEST_CASE_FIXTURE(CodeFixture, "code spellings: a phone number with 0 is the one with its country's") {
  add_others();
  add("a", "Call us", "+49 30 23125 321");
  for (const std::string_view typed : {"030 23125 321", "03023125321", "030 2312 5321", "0302312 5321"}) {
    CAPTURE(typed);
    CHECK(ids(typed) == "a");
  }
  CHECK(find("03023125322").hits.empty());
}

TEST_CASE_FIXTURE(CodeFixture,
                  "code spellings: an unknown code of a family is named, and the list comes nearest") {
  add_others();
  add("a", "Error codes", "E1001 E1002 E1003 E1004");
  add("b", "Restart", "After E1001");
  const SearchResult result = find("E1099");
  CHECK(result.total == 0);
  REQUIRE(result.hits.size() == 2);
  CHECK(result.hits[0].id == "a");
  CHECK(result.hits[0].nearest);
  CHECK(find("E10011").interpretation.unknown_codes == std::vector<std::string>{"E10011"});
  CHECK(find("E100").interpretation.unknown_codes.empty());  // an unfinished one
  CHECK(result.interpretation.unknown_codes == std::vector<std::string>{"E1099"});
  CHECK(find("E1001").interpretation.unknown_codes.empty());
  CHECK(find("E109911").hits.empty());
  CHECK(find("X1099").interpretation.unknown_codes.empty());
}

TEST_CASE("code spellings: a code is found however it is written, in text and query") {
  struct Group {
    std::vector<std::string> spellings;
  };
  for (const auto& [spellings] : {
           Group{{"E1042", "E 1042", "E-1042", "e-1042", "e1042", "E.1042", "E_1042"}},
           Group{{"60Hz", "60 Hz", "60-Hz", "60 hz"}},
           Group{{"80W", "80 W"}},
           Group{{"14days", "14 days", "14-days"}},
           Group{{"12kg", "12 kg"}},
           Group{{"IP67", "IP 67", "IP-67"}},
           Group{{"AES128", "AES 128", "AES-128"}},
           Group{{"HTTP404", "HTTP 404", "HTTP-404"}},
           Group{{"v4.2.1", "4.2.1", "V4.2.1"}},
           Group{{"0xC0000142", "C0000142", "0XC0000142"}},
           Group{{"KLD114520", "KLD.1145-20", "KLD-1145-20", "KLD 1145-20"}},
           Group{{"0301234567", "030 1234567", "030 123 45 67", "(030) 123-4567", "030/1234567"}},
       }) {
    for (const std::string& written : spellings) {
      SearchFixture index;
      index.add("a", "Fault " + written, "What it is");
      index.add("z", "Returns", "How they go");
      for (const std::string& typed : spellings) {
        CAPTURE(written);
        CAPTURE(typed);
        CHECK(index.ids(typed + " ") == "a");
        CHECK(index.ids("fault " + typed).starts_with("a"));
      }
    }
  }
}

TEST_CASE("code spellings: the spelling typed comes first") {
  const std::vector<std::vector<std::string>> groups{
      {"E1042", "E 1042", "E-1042"}, {"60Hz", "60 Hz"},
      {"4.2.1", "v4.2.1"},           {"C0000142", "0xC0000142"},
      {"KLD114520", "KLD.1145-20"},  {"0301234567", "030 123 4567"}};
  for (const auto& spellings : groups) {
    SearchFixture index;
    for (std::size_t i = 0; i < spellings.size(); ++i)
      index.add(std::string(1, static_cast<char>('a' + i)), "Fault", "It is " + spellings[i] + " here");
    index.add("z", "Returns", "How they go");
    for (std::size_t i = 0; i < spellings.size(); ++i) {
      CAPTURE(spellings[i]);
      const std::string found = index.ids(spellings[i] + " ");
      // "E 1042" and "E-1042" are the same words.
      const bool first = found.front() == static_cast<char>('a' + i) || (i == 2 && found.front() == 'b');
      CHECK(first);
      CHECK(found.size() == 2 * spellings.size() - 1);
    }
  }
}

TEST_CASE("code spellings: an amount is found whatever its separators, as typed first") {
  const std::vector<std::vector<std::string>> groups{
      {"9.90", "9,90"}, {"1000", "1,000", "1.000"}, {"1000.50", "1,000.50"}};
  for (const auto& spellings : groups) {
    SearchFixture index;
    for (std::size_t i = 0; i < spellings.size(); ++i)
      index.add(std::string(1, static_cast<char>('a' + i)), "Delivery", "It costs " + spellings[i] + " here");
    index.add("y", "Numbers", "9 steps, 90 days, 1 of 000, 9.9 and 1.0");
    index.add("z", "Returns", "How they go");
    for (std::size_t i = 0; i < spellings.size(); ++i) {
      for (const std::string_view unit : {" ", " \u20AC", " EUR"}) {
        CAPTURE(spellings[i]);
        CAPTURE(unit);
        const std::string found = index.ids(spellings[i] + std::string(unit));
        CHECK(found.size() == 2 * spellings.size() - 1);
        CHECK(found.front() == static_cast<char>('a' + i));
      }
    }
  }
}

TEST_CASE_FIXTURE(CodeFixture, "code spellings: the sign of a currency stands on either side of an amount") {
  add("a", "Delivery", "It costs 9,90 \u20AC");
  add("b", "Packing", "It costs $1,000");
  add_others();
  for (const std::string_view typed :
       {"9.90", "9,90", "\u20AC9.90", "9,90 \u20AC", "9.90\u20AC", "9.90 eur "})
    CHECK(ids(typed) == "a");
  for (const std::string_view typed : {"1000", "$1000", "$1,000", "1.000 $", "1'000 "})
    CHECK(ids(typed) == "b");
}

TEST_CASE_FIXTURE(CodeFixture,
                  "code spellings: an amount that no article has is the numbers it is written in") {
  add("a", "Ports", "Open 80 and 443");
  add_others();
  CHECK(ids("ports 80,443 ") == "a");
  CHECK(find("9,90 ").hits.empty());
}

TEST_CASE_FIXTURE(CodeFixture, "code spellings: other digits never match") {
  add("a", "Fault E1042", "60Hz, IP67, v4.2.1, 12 kg, 14 days, KLD.1145-20");
  add("b", "Call", "030 123 45 67 or 0xC0000142; rooms 4 2, M6x20");
  add_others();
  for (const std::string_view typed :
       {"E1043 ", "E 1043 ", "E-1043 ",    "1043 ",       "E10421 ",     "F1042 ",    "50Hz ",
        "50 Hz ", "IP68 ",   "IP 68 ",     "4.2.2 ",      "v4.2.2 ",     "42.1 ",     "421 ",
        "13kg ",  "15days ", "KLD114521 ", "0301234568 ", "0xC0000143 ", "C0000143 ", "42 ",
        "104 ",   "042 ",    "E104 ",      "err1043x ",   "M6x21 ",      "67Hz "}) {
    CAPTURE(typed);
    CHECK(ids(typed) == "");
  }
}

TEST_CASE_FIXTURE(CodeFixture,
                  "code spellings: digits alone stand for a code that is the only one with them") {
  add("a", "Fault E1042", "");
  add("b", "Fault E2000", "and F2000");
  add("c", "Fault KX-777", "");
  add("d", "Office365suite", "");
  add_others();
  CHECK(ids("1042 ") == "a");
  CHECK(ids("777 ") == "c");
  CHECK(ids("2000 ") == "");
  CHECK(ids("42 ") == "");
  CHECK(ids("365 ") == "");
}

TEST_CASE_FIXTURE(CodeFixture, "code spellings: a number that an article has stands for itself only") {
  add("a", "Fault E1042", "");
  add("b", "The 1042 rule", "");
  add_others();
  CHECK(ids("1042 ") == "b");
  CHECK(ids("1042") == "b");
}

TEST_CASE_FIXTURE(CodeFixture, "code spellings: codes are completed from two characters on") {
  add("a", "Fault E1042", "");
  add("b", "Fault E-1057", "");
  add("c", "Part 311920", "");
  add("d", "Screw M6x20", "");
  add("f", "Fault F 3001", "");
  add_others();
  struct Example {
    std::string_view typed;
    std::string_view found;
  };
  for (const auto& [typed, found] : {
           Example{"E1", "a b"},
           Example{"e10", "a b"},
           Example{"E104", "a"},
           Example{"E 104", "a b"},
           Example{"E-105", "b"},
           Example{"E105", "b"},
           Example{"3119", "c"},
           Example{"M6", "d"},
           Example{"F30", "f"},
           Example{"F 30", "f"},
           Example{"E2", ""},
           Example{"E1 ", ""},
           Example{"9", ""},
       }) {
    CAPTURE(typed);
    CHECK(ids(typed) == found);
    CHECK(suggested(typed) == found);
  }
}

TEST_CASE_FIXTURE(CodeFixture, "code spellings: with the word itself there, a longer code comes after it") {
  add("a", "Fault E10421", "");
  add("b", "Fault E1042", "");
  add_others();
  CHECK(ids("E1042") == "b a");
  CHECK(ids("E1042 ") == "b");
}

TEST_CASE_FIXTURE(CodeFixture, "code spellings: an exact search takes codes as typed") {
  add("a", "Fault E1042", "");
  add("b", "Fault E 1042", "");
  add_others();
  CHECK(ids_of(find_exactly("E1042")) == "a");
}

TEST_CASE_FIXTURE(CodeFixture, "code spellings: a code written apart is a term of its own beside its words") {
  add("a", "Fault E-1042", "KLD.1145-20");
  add_others();
  const Snapshot::Lease lease = snapshot().lease("en");
  for (const Xapian::Database* database :
       {&lease->articles, &lease->heads, &lease->sections, &lease->suggest}) {
    CHECK(database->term_exists("XJe1042"));
    CHECK(database->term_exists("1042"));
    CHECK_FALSE(database->term_exists("e1042"));
  }
  CHECK_FALSE(lease->grams.term_exists("XJe1042"));
  CHECK(lease->articles.term_exists("XJkld114520"));
  CHECK(lease->vocabulary().find("e1042") != nullptr);
  CHECK(term_in_index(*lease, "e1042") == "XJe1042");
  CHECK(term_in_index(*lease, "1042") == "1042");
  CHECK(term_in_index(*lease, "e1043") == "");
}

TEST_CASE_FIXTURE(CodeFixture, "code spellings: an explanation names them as people would write them") {
  add("a", "Fault E-1042", "It is E1042");
  add_others();
  const Explanation explanation = explain(snapshot(), query_for("E1042 "), "");
  REQUIRE(explanation.words.size() == 1);
  CHECK(explanation.words[0].instead == std::vector<std::string>{"e1042", "e 1042"});
  CHECK(explanation.words[0].corrected == "");
}

}  // namespace
}  // namespace kb
