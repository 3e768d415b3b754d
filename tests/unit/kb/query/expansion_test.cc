#include "kb/query/expansion.h"

#include <doctest/doctest.h>

#include "kb/search/attempt.h"
#include "tests/unit/kb/search_fixture.h"

namespace kb {
namespace {

class ExpansionFixture : public SearchFixture {
 public:
  ExpandedQuery expanded(std::string_view text, Expansion expansion = Expansion::usual,
                         const std::string& lang = "en") {
    const Snapshot::Lease lease = snapshot().lease(lang);
    return expand(*lease, parse(*lease, text), expansion);
  }

  // What the words are corrected to, split into or taken apart as.
  std::string corrected(std::string_view text, Expansion expansion = Expansion::usual,
                        const std::string& lang = "en") {
    return shown(expanded(text, expansion, lang).interpretation.corrected);
  }

  std::string synonyms(std::string_view text) { return shown(expanded(text).interpretation.synonyms); }
};

std::string shown(const std::vector<Alternative>& alternatives) {
  std::string all;
  for (const Alternative& alternative : alternatives) {
    if (!all.empty()) all += ", ";
    for (const std::string& term : alternative.terms)
      all += (&term == &alternative.terms[0] ? "" : " ") + term;
  }
  return all;
}

struct Example {
  std::string_view typed;
  std::string_view understood;
};

TEST_CASE_FIXTURE(ExpansionFixture, "expansion: only words that the index lacks are corrected") {
  add("a", "Password", "lamb and lamp");
  CHECK(corrected("pasword ") == "pasword>password");
  CHECK(corrected("password ") == "");
  CHECK(corrected("lamb ") == "");
  CHECK(corrected("passwords ") == "");  // its stem is there
}

TEST_CASE_FIXTURE(ExpansionFixture, "expansion: nothing is corrected to a stop word") {
  add("a", "Letter and form", "");
  CHECK(corrected("frorm ") == "frorm>form");
  CHECK(corrected("andd ") == "");
}

TEST_CASE_FIXTURE(ExpansionFixture, "expansion: of many unknown words only the first eight are corrected") {
  add("a", "Password", "");
  std::string typed;
  for (int i = 0; i < 12; ++i) typed += "pasword ";
  CHECK(expanded(typed).interpretation.corrected.size() == 8);
}

TEST_CASE_FIXTURE(ExpansionFixture, "expansion: one error in a word of four letters, two from eight on") {
  add("a", "Invoice delivery pay lamp", "accommodation");
  for (const auto& [typed, understood] : {
           Example{"invioce ", "invioce>invoice"},
           Example{"imvoise ", ""},
           Example{"delivary ", "delivary>delivery"},
           Example{"delibety ", "delibety>delivery"},
           Example{"debibety ", ""},
           Example{"acommodaton ", "acommodaton>accommodation"},
           Example{"lamq ", "lamq>lamp"},
           Example{"laq ", ""},
           Example{"paz ", ""},
           Example{"payy ", "payy>pay"},
       }) {
    CAPTURE(typed);
    CHECK(corrected(typed) == understood);
  }
}

TEST_CASE_FIXTURE(ExpansionFixture, "expansion: a word with a digit is neither corrected nor a correction") {
  add("a", "E1043 iphone15 windows", "set up2");
  for (const std::string_view typed :
       {"E1042 ", "iphone16 ", "iphonex15 ", "windows1 ", "E1042", "iphone2"}) {
    CAPTURE(typed);
    const ExpandedQuery query = expanded(typed, Expansion::widest);
    REQUIRE(query.words.size() == 1);
    CHECK(query.interpretation.corrected.empty());
    CHECK(query.words[0].same.empty());
    CHECK(query.words[0].instead.empty());
  }
  CHECK(corrected("iphonea15 ") == "");
  CHECK(corrected("iphonexx ") == "");
}

TEST_CASE_FIXTURE(ExpansionFixture, "expansion: of equally near words the one in most articles is taken") {
  add("a", "A boat", "boat");
  add("b", "The coat", "coat");
  add("c", "More of coats", "coat");
  CHECK(corrected("zoat ") == "zoat>coat");
}

TEST_CASE_FIXTURE(ExpansionFixture,
                  "expansion: a correction stands beside the word typed, and for it when it is sure") {
  add("a", "Password", "coat boat");
  const ExpandedQuery sure = expanded("pasword ");
  CHECK(sure.words[0].corrected == "password");
  CHECK(sure.words[0].instead.empty());
  CHECK(sure.words[0].word.term == "password");
  for (const std::string_view doubtful : {"qassword ", "boit ", "passwrod2 ", "psawsord "})
    CHECK_FALSE(expanded(doubtful).words[0].sure);
  const ExpandedQuery query = expanded("qassword ");
  CHECK(query.words[0].corrected == "password");
  REQUIRE(query.words[0].instead.size() == 1);
  CHECK(query.words[0].word.term == "qassword");
  CHECK(term_of(query.words[0]) == "password");
}

TEST_CASE_FIXTURE(ExpansionFixture, "expansion: real words are doubted only with the most expansion") {
  add("a", "Lamp", "");
  add("b", "Lamb", "");
  CHECK(corrected("lamb ", Expansion::none) == "");
  CHECK(corrected("lamb ", Expansion::usual) == "");
  CHECK(corrected("lamb ", Expansion::widest) == "lamb>lamp");
  CHECK(corrected("lam ", Expansion::widest) == "");
}

TEST_CASE_FIXTURE(ExpansionFixture, "expansion: without expansion the query stays as typed") {
  site.synonyms["en"] = {{{"sofa"}, {"couch"}}};
  add("a", "Password couch login", "");
  for (const std::string_view typed : {"pasword", "passw", "sofa", "log in"}) {
    CAPTURE(typed);
    const ExpandedQuery query = expanded(typed, Expansion::none);
    CHECK(query.interpretation.corrected.empty());
    CHECK(query.interpretation.synonyms.empty());
    for (const ExpandedWord& word : query.words) CHECK((word.same.empty() && word.instead.empty()));
  }
}

TEST_CASE_FIXTURE(ExpansionFixture, "expansion: the last word is completed while it is unfinished") {
  add("a", "Password passport", "passenger");
  CHECK(shown(expanded("pass").words[0].same) == "passeng, passport, password");
  CHECK(shown(expanded("pass ").words[0].same) == "");
  CHECK(shown(expanded("pass now").words[0].same) == "");
  CHECK(shown(expanded("my passp").words[1].same) == "passport");
  CHECK(shown(expanded("p").words[0].same) == "");
  CHECK(corrected("passw") == "");
}

TEST_CASE_FIXTURE(ExpansionFixture,
                  "expansion: an unfinished word has 60 completions at most, the commonest") {
  std::string text;
  for (char a = 'a'; a <= 'j'; ++a) {
    for (char b = 'a'; b <= 'j'; ++b) text += std::string("zq") + a + b + "x ";
  }
  add("a", "Words", text);
  add("b", "Common", "zqjjx");
  const auto same = expanded("zq").words[0].same;
  CHECK(same.size() == 60);
  CHECK(same[0].terms[0] == "zqjjx");
}

TEST_CASE_FIXTURE(ExpansionFixture,
                  "expansion: a word is split where articles write it as two side by side") {
  add("a", "Log in", "set up the device");
  add("b", "Air", "an air bag, then a mail box. Box of mail, side of sea");
  for (const auto& [typed, understood] : {
           Example{"login ", "login>log in"}, Example{"setup ", "setup>set up"},
           Example{"Setup", "Setup>set up"}, Example{"airbag ", "airbag>air bag"},
           Example{"mailbox ", "mailbox>mail box"},
           Example{"bagair ", ""},   // never side by side in this order
           Example{"seaside ", ""},  // and short parts are no compound
       }) {
    CAPTURE(typed);
    CHECK(corrected(typed) == understood);
  }
  CHECK(shown(expanded("login ").words[0].instead) == "log in");
}

TEST_CASE_FIXTURE(ExpansionFixture, "expansion: two words are joined where articles write them as one") {
  add("a", "Login", "setup, e2e");
  CHECK(shown(expanded("log in ").words[0].instead) == "login");
  CHECK(shown(expanded("how to set up it").words[2].instead) == "setup");
  CHECK(shown(expanded("in log ").words[0].instead) == "");
  CHECK(shown(expanded("e 2e ").words[0].instead) == "e2e");
}

TEST_CASE_FIXTURE(ExpansionFixture, "expansion: a compound stands for its parts") {
  site.languages = {"de"};
  add("a", "Kabel", "für den Lautsprecher", "de");
  const ExpandedQuery query = expanded("Lautsprecherkabel ", Expansion::usual, "de");
  CHECK(shown(query.interpretation.corrected) == "Lautsprecherkabel>lautsprecher kabel");
  REQUIRE(query.words[0].instead.size() == 2);
}

TEST_CASE_FIXTURE(ExpansionFixture,
                  "expansion: an s may link the parts of a German compound, not of an English one") {
  site.languages = {"de", "en"};
  add("a", "Kosten", "der Lieferung", "de");
  add("a", "Costs", "kosten lieferung", "en");
  CHECK(corrected("Lieferungskosten ", Expansion::usual, "de") == "Lieferungskosten>lieferung kosten");
  CHECK(corrected("Lieferungskosten ", Expansion::usual, "en") == "");
}

TEST_CASE_FIXTURE(ExpansionFixture, "expansion: a compound that articles use is left whole") {
  site.languages = {"de"};
  add("a", "Lautsprecherkabel", "Kabel Lautsprecher", "de");
  CHECK(corrected("Lautsprecherkabel ", Expansion::usual, "de") == "");
}

TEST_CASE_FIXTURE(ExpansionFixture, "expansion: synonyms match the terms of the query in a row") {
  site.synonyms["en"] = {{{"money back"}, {"refund"}}};
  add("a", "Refunds", "money back");
  CHECK(synonyms("my money back ") == "money back>refund");
  CHECK(synonyms("moneys backed ") == "moneys backed>refund");
  CHECK(synonyms("money ") == "");
  CHECK(synonyms("money is back ") == "");
  CHECK(synonyms("back money ") == "");
}

TEST_CASE_FIXTURE(ExpansionFixture,
                  "expansion: synonyms work for corrected words, though no article has them") {
  site.synonyms["en"] = {{{"couch", "sofa"}, {"couch", "sofa"}}};
  add("a", "The sofa", "");
  const ExpandedQuery query = expanded("cuoch ");
  CHECK(shown(query.interpretation.corrected) == "cuoch>couch");
  CHECK(shown(query.interpretation.synonyms) == "cuoch>sofa");
}

TEST_CASE_FIXTURE(ExpansionFixture, "expansion: a synonym that no article has is not said") {
  site.synonyms["en"] = {{{"couch"}, {"divan", "day bed"}}};
  add("a", "The couch", "bed of the day");
  CHECK(synonyms("couch ") == "");
}

TEST_CASE_FIXTURE(ExpansionFixture, "expansion: synonyms are those of the query's language") {
  site.languages = {"en", "de"};
  site.synonyms["de"] = {{{"handy"}, {"phone"}}};
  add("a", "Phone", "");
  add("a", "Phone", "", "de");
  CHECK(synonyms("handy ") == "");
  CHECK(shown(expanded("handy ", Expansion::usual, "de").interpretation.synonyms) == "handy>phone");
}

TEST_CASE_FIXTURE(ExpansionFixture, "expansion: stop words and scripts without spaces are never corrected") {
  site.languages = {"de", "ja"};
  add("a", "Eines Tages", "dieser", "de");
  add("a", "注文の追跡", "", "ja");
  CHECK(corrected("einen ", Expansion::usual, "de") == "");
  CHECK(corrected("注文の追加 ", Expansion::widest, "ja") == "");
}

}  // namespace
}  // namespace kb
