#include <doctest/doctest.h>

#include <set>

#include "kb/search/search.h"
#include "tests/unit/kb/search_fixture.h"

namespace kb {
namespace {

class SuggestFixture : public SearchFixture {
 public:
  // "title (kind)" of each, joined by "; ".
  std::string suggested(std::string_view text, int limit = 5, std::string_view lang = "en") {
    std::string all;
    for (const Suggestion& one : suggest(snapshot(), lang, text, limit)) {
      all += (all.empty() ? "" : "; ") + one.title + " (" + one.kind + ")";
    }
    return all;
  }
};

TEST_CASE_FIXTURE(SuggestFixture, "suggest: titles, questions and headings, each with its link") {
  Article& article = add("orders/track", "Track a parcel", "The voucher in the text");
  article.questions = {"Where is my delivery?"};
  article.sections.push_back(make_section("late", "When the courier is late", "Wait"));
  struct Example {
    std::string_view typed;
    std::string_view title;
    std::string_view kind;
    std::string_view url;
  };
  for (const auto& [typed, title, kind, url] : {
           Example{"track", "Track a parcel", "article", "/en/orders/track"},
           Example{"delivery", "Where is my delivery?", "question", "/en/orders/track"},
           Example{"courier", "When the courier is late", "section", "/en/orders/track#late"},
       }) {
    CAPTURE(typed);
    const auto suggestions = suggest(snapshot(), "en", typed, 5);
    REQUIRE(suggestions.size() == 1);
    CHECK(suggestions[0].id == "orders/track");
    CHECK(suggestions[0].title == title);
    CHECK(suggestions[0].kind == kind);
    CHECK(suggestions[0].url == url);
  }
  CHECK(suggested("voucher") == "");
}

TEST_CASE_FIXTURE(SuggestFixture, "suggest: from two letters on") {
  add("a", "Password", "");
  CHECK(suggested("pa") == "Password (article)");
  for (const std::string_view typed : {"", "p", " ", "p ", " p", "?p!", "é"}) {
    CAPTURE(typed);
    CHECK(suggested(typed) == "");
  }
}

TEST_CASE_FIXTURE(SuggestFixture, "suggest: the last word may be unfinished, the others not") {
  add("a", "Reset your password", "");
  add("b", "Resell a ticket", "");
  CHECK(suggested("reset pass") == "Reset your password (article)");
  CHECK(suggested("RESET PASS") == "Reset your password (article)");
  CHECK(suggested("res").find("; ") != std::string::npos);
  CHECK(suggested("pass ") == "");
  CHECK(suggested("tick your") == "Reset your password (article)");
}

TEST_CASE_FIXTURE(SuggestFixture, "suggest: typing errors are forgiven, digits are not") {
  add("a", "Reset your password", "");
  add("b", "Error E1043", "");
  CHECK(suggested("pasword") == "Reset your password (article)");
  CHECK(suggested("rest pasword") == "Reset your password (article)");
  CHECK(suggested("E1042") == "");
  CHECK(suggested("E104 ") == "");
  CHECK(suggested("E104") == "Error E1043 (article)");
  CHECK(suggested("E1043") == "Error E1043 (article)");
}

TEST_CASE_FIXTURE(SuggestFixture, "suggest: synonyms are suggested for") {
  site.synonyms["en"] = {{{"couch"}, {"sofa"}}};
  add("a", "Clean the sofa", "");
  CHECK(suggested("couch") == "Clean the sofa (article)");
}

TEST_CASE_FIXTURE(SuggestFixture, "suggest: an article comes once, with what matches best") {
  Article& article = add("a", "Parcels and letters that we send", "");
  article.questions = {"Where is my lost parcel?"};
  article.sections.push_back(make_section("x", "Parcel sizes", ""));
  add("b", "Parcel", "");
  const auto suggestions = suggest(snapshot(), "en", "lost parcel ", 10);
  REQUIRE(suggestions.size() == 2);
  CHECK(suggestions[0].title == "Where is my lost parcel?");
  CHECK(suggestions[1].id == "b");
}

TEST_CASE_FIXTURE(SuggestFixture, "suggest: a title is shown rather than its own sections") {
  Article& article = add("a", "Parcels and letters that we send to you", "");
  article.sections.push_back(make_section("x", "Parcel", ""));
  article.sections.push_back(make_section("y", "Parcel sizes", ""));
  CHECK(suggested("parc") == "Parcels and letters that we send to you (article)");
  CHECK(suggested("parcel siz") == "Parcel sizes (section)");
}

TEST_CASE_FIXTURE(SuggestFixture, "suggest: titles that begin with the word come first") {
  add("a", "Claim a refund", "");
  add("b", "Refund to another card of yours", "");
  CHECK(suggested("ref", 1) == "Refund to another card of yours (article)");
}

TEST_CASE_FIXTURE(SuggestFixture, "suggest: a stop word counts only when nothing else matches") {
  site.languages = {"en", "de"};
  add("a", "Von der Bestellung und der Zahlung", "", "de");
  add("b", "Undichte Stelle", "", "de");
  CHECK(suggested("und", 5, "de") == "Undichte Stelle (article)");
  CHECK(suggested("der", 5, "de") == "Von der Bestellung und der Zahlung (article)");
}

TEST_CASE_FIXTURE(SuggestFixture, "suggest: keywords and pins take part, and featured articles come first") {
  site.pins = {{"refund", "en", "d"}, {"refund", "", "nope"}};
  add("a", "Connect to the network", "").keywords = {"wireless"};
  add("b", "Return a product", "");
  add("c", "Return a gift back", "").featured = true;
  add("d", "Money", "");
  CHECK(suggested("wirel") == "Connect to the network (article)");
  CHECK(suggested("refu") == "Money (article)");
  CHECK(suggested("ret", 1) == "Return a gift back (article)");
}

MemoryEntry helped(std::string query, std::string article, std::string lang = "en") {
  return {std::move(lang), std::move(query), std::move(article), 10, 9, 0, 0, 0, 900};
}

TEST_CASE_FIXTURE(SuggestFixture, "suggest: what helped after past searches that have these words") {
  site.languages = {"en", "de"};
  add("a", "Connect to the network", "");
  add("b", "Money", "");
  add("c", "Überweisung", "", "de");
  memory = {helped("my wlan drops", "a"), helped("gimme café cash", "b"),
            helped("Geld überweisen", "c", "de"), helped("wlan", "nope")};
  for (const std::string_view typed : {"wl", "WLA", "wlan", "wlan dro", "drops wl", "the wlan "}) {
    CAPTURE(typed);
    CHECK(suggested(typed) == "Connect to the network (article)");
  }
  CHECK(suggested("cafe") == "Money (article)");
  CHECK(suggested("cash café g") == "Money (article)");
  CHECK(suggested("geld", 5, "de") == "Überweisung (article)");
  for (const std::string_view typed : {"geld", "wla ", "wlan cash", "lan", "my "}) {
    CAPTURE(typed);
    CHECK(suggested(typed) == "");
  }
}

TEST_CASE_FIXTURE(SuggestFixture, "suggest: past searches count as corrected and with synonyms, too") {
  site.synonyms["en"] = {{{"couch"}, {"sofa"}}};
  add("a", "Furniture", "A sofa and a warranty.");
  memory = {helped("warranty ends", "a"), helped("sofa dirty", "a")};
  CHECK(suggested("waran") == "Furniture (article)");
  CHECK(suggested("couch") == "Furniture (article)");
}

TEST_CASE_FIXTURE(SuggestFixture,
                  "suggest: titles stand above what helped, which those have most who were helped") {
  add("a", "Money", "");
  add("b", "Refunds", "");
  add("c", "Coins", "");
  memory = {helped("refund please", "a"), helped("refund now", "a"), helped("refund coins", "c")};
  CHECK(suggested("refu") == "Refunds (article); Money (article); Coins (article)");
  CHECK(suggested("refund n") == "Refunds (article); Money (article)");
  CHECK(suggested("refu", 2) == "Refunds (article); Money (article)");
}

TEST_CASE_FIXTURE(SuggestFixture, "suggest: half a word may have an error") {
  add("a", "Warranty terms", "");
  for (const std::string_view typed : {"waran", "warrran", "warsan"}) {
    CAPTURE(typed);
    CHECK(suggested(typed) == "Warranty terms (article)");
  }
  CHECK(suggested("xarran") == "");
}

TEST_CASE_FIXTURE(SuggestFixture, "suggest: each has its article's title and its category") {
  site.categories = {{"money", {{"en", "Your money"}}, {}, ""}};
  Article& article = add("money/ombudsman", "The ombudsman", "");
  article.category = "money";
  article.sections.push_back(make_section("go", "When you can go", ""));
  const auto suggestions = suggest(snapshot(), "en", "when you", 5);
  REQUIRE(suggestions.size() == 1);
  CHECK(suggestions[0].title == "When you can go");
  CHECK(suggestions[0].article_title == "The ombudsman");
  CHECK(suggestions[0].category_title == "Your money");
}

TEST_CASE_FIXTURE(SuggestFixture, "suggest: at most as many as asked for, 1 to 20") {
  for (int i = 0; i < 30; ++i) add(std::to_string(100 + i), "Parcel", "");
  for (const auto& [limit, count] : std::vector<std::pair<int, std::size_t>>{
           {-3, 1}, {0, 1}, {1, 1}, {7, 7}, {20, 20}, {21, 20}, {100000, 20}}) {
    CAPTURE(limit);
    CHECK(suggest(snapshot(), "en", "parc", limit).size() == count);
  }
}

TEST_CASE_FIXTURE(SuggestFixture, "suggest: equal ones stand in order of id, the same every time") {
  for (const char* id : {"c", "a", "b"}) add(id, "Parcel", "");
  for (int i = 0; i < 2; ++i) {
    const auto suggestions = suggest(snapshot(), "en", "parc", 3);
    REQUIRE(suggestions.size() == 3);
    CHECK(suggestions[0].id == "a");
    CHECK(suggestions[1].id == "b");
    CHECK(suggestions[2].id == "c");
  }
}

TEST_CASE_FIXTURE(SuggestFixture, "suggest: in the language asked for, in any script") {
  site.languages = {"en", "ja", "de"};
  add("a", "Parcel", "");
  add("a", "注文の追跡", "", "ja");
  add("a", "Größe ändern", "", "de");
  CHECK(suggested("parcel", 5, "ja") == "");
  CHECK(suggested("追跡", 5, "ja") == "注文の追跡 (article)");
  CHECK(suggested("gross", 5, "de") == "Größe ändern (article)");
  CHECK(suggested("GRÖSSE and", 5, "de") == "Größe ändern (article)");
}

TEST_CASE_FIXTURE(SuggestFixture, "suggest: stop words order what is suggested") {
  add("a", "The bill is to pay", "");
  add("b", "Who pays for it", "");
  CHECK(suggested("who pay", 1) == "Who pays for it (article)");
  CHECK(suggested("to pay", 1) == "The bill is to pay (article)");
}

TEST_CASE_FIXTURE(SuggestFixture, "suggest: a text longer than can be typed is cut") {
  add("a", "Parcel", "");
  CHECK(suggested("parcel " + std::string(5000, 'x')) == "Parcel (article)");
  CHECK_NOTHROW(suggested("a" + std::string("注", 3) + std::string(1022, 'x') + "注文"));
}

}  // namespace
}  // namespace kb
