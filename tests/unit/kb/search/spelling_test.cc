// What is never taken for a typing error: contractions, and words that customers use every day.
#include <doctest/doctest.h>

#include "kb/search/attempt.h"
#include "kb/search/explain.h"
#include "tests/unit/kb/search_fixture.h"

namespace kb {
namespace {

class SpellingFixture : public SearchFixture {
 public:
  SpellingFixture() { site.languages = {"en", "fr", "it", "de", "es"}; }

  std::string corrected(std::string_view text, std::string_view lang, Expansion expansion) {
    const Snapshot::Lease lease = snapshot().lease(lang);
    return shown(expand(*lease, parse(*lease, text), expansion).interpretation.corrected);
  }

  // The terms that a query is ranked by; those of stop words in brackets.
  std::string terms(std::string_view text, std::string_view lang) {
    const Snapshot::Lease lease = snapshot().lease(lang);
    std::string all;
    for (const QueryWord& word : parse(*lease, text).words)
      all += (all.empty() ? "" : " ") + (word.stop ? "(" + word.term + ")" : word.term);
    return all;
  }
};

struct Example {
  std::string_view lang;
  std::string_view typed;
  std::string_view meant;
};

TEST_CASE_FIXTURE(SpellingFixture, "spelling: contractions and everyday words are never corrected") {
  add("a", "Want cans ist in me vive done, a phone", "spam, the stage");
  add("a", "Ai ces le lappe", "jais", "fr");
  add("a", "Un ordino", "ordini", "it");
  add("a", "Gehen und geht rechts", "Hafts, die Offnung der Zeiten", "de");
  add("a", "Conecto", "no contracto", "es");
  for (const auto& [lang, typed, meant] : {
           Example{"en", "wont ", ""},          Example{"en", "won't ", ""},
           Example{"en", "cant ", ""},          Example{"en", "can’t ", ""},
           Example{"en", "isnt ", ""},          Example{"en", "ive ", ""},
           Example{"en", "dont ", ""},          Example{"en", "iphone ", ""},
           Example{"en", "iPhones ", ""},       Example{"en", "scam ", ""},
           Example{"fr", "jai ", ""},           Example{"fr", "cest ", ""},
           Example{"fr", "c'est ", ""},         Example{"de", "gehts ", ""},
           Example{"de", "hab's ", ""},         Example{"de", "habs ", ""},
           Example{"de", "Öffnungszeiten", ""}, Example{"es", "contacto ", ""},
           Example{"en", "iphonne ", ""},       Example{"en", "phonne ", "phonne>phone"},
       }) {
    CAPTURE(typed);
    CHECK(corrected(typed, lang, Expansion::usual) == meant);
    CHECK(corrected(typed, lang, Expansion::widest) == meant);
  }
}

TEST_CASE_FIXTURE(SpellingFixture, "spelling: the commonest words of a language are never corrected") {
  add("a", "Over, such, said", "monday");
  add("a", "Mehl", "oder Tanne", "de");
  for (const auto& [lang, typed] :
       {std::pair("en", "ever "), std::pair("en", "much "), std::pair("en", "money "),
        std::pair("de", "mehr "), std::pair("de", "kann ")}) {
    CAPTURE(typed);
    CHECK(corrected(typed, lang, Expansion::usual).empty());
    CHECK(corrected(typed, lang, Expansion::widest).empty());
  }
}

TEST_CASE_FIXTURE(SpellingFixture, "spelling: with and without apostrophe a contraction means the same") {
  add("a", "What to do when it won't turn on", "");
  add("a", "L'application", "et l'app, est ce heure", "fr");
  add("a", "Dell'ordine", "un altra", "it");
  add("a", "Es geht", "", "de");
  for (const auto& [lang, bare, typed] : {
           Example{"en", "wont turn on ", "won't turn on "},
           Example{"en", "whats ", "what's "},
           Example{"en", "im in ", "I'm in "},
           Example{"fr", "lapp ", "l'app "},
           Example{"fr", "cest lheure ", "c'est l'heure "},
           Example{"fr", "jai lapplication ", "j'ai l'application "},
           Example{"it", "dellordine ", "dell'ordine "},
           Example{"it", "lordine ", "l'ordine "},
           Example{"it", "unaltra ", "un'altra "},
           Example{"de", "wie gehts ", "wie geht's "},
           Example{"de", "habs ", "hab's "},
       }) {
    CAPTURE(bare);
    CHECK(terms(bare, lang) == terms(typed, lang));
    CHECK(ids(bare, lang) == ids(typed, lang));
  }
  CHECK(terms("cest ", "fr") == "(est)");
  CHECK(terms("lapp ", "fr") == "app");
}

TEST_CASE_FIXTURE(SpellingFixture, "spelling: what articles write as one word is read so") {
  add("a", "Lapp Kabel", "app", "fr");
  add("a", "Cest", "", "fr").id = "b";
  CHECK(terms("lapp ", "fr") == "lapp");
  CHECK(terms("cest ", "fr") == "cest");
}

TEST_CASE_FIXTURE(SpellingFixture, "spelling: a negation that no article has in this form is read as not") {
  add("a", "Turn on the alarm", "Choose a time");
  add("b", "The charger", "It may be dead").questions = {"Why does my speaker not turn on?"};
  add("c", "Returns", "How they go");
  for (const std::string_view typed :
       {"wont turn on", "won't turn on", "doesnt turn on", "it does not turn on"}) {
    CAPTURE(typed);
    CHECK(find(typed).hits.at(0).id == "b");
  }
  CHECK(find("turn on").hits.at(0).id == "a");
}

TEST_CASE_FIXTURE(SpellingFixture, "spelling: a contraction that no article has is no reason for doubt") {
  add("a", "Turn on the speaker", "Press the button");
  add("b", "Turn the dial", "Set the hour");
  add("c", "Orders", "Where they are");
  const double plain = find("speaker turn on ").confidence;
  CHECK(find("speaker wont turn on ").confidence == plain);
  CHECK(find("speaker won't turn on ").confidence == plain);
  CHECK(find("speaker iphone turn on ").confidence < plain);
}

TEST_CASE_FIXTURE(SpellingFixture, "spelling: nothing is split into stop words") {
  add("a", "This is it", "", "en");
  add("a", "Eine und diese meine Sache", "", "de");
  CHECK(corrected("isit ", "en", Expansion::usual) == "");
  CHECK(corrected("diesemeine ", "de", Expansion::usual) == "");
}

}  // namespace
}  // namespace kb
