// Whatever is typed, searching answers.
#include <doctest/doctest.h>

#include <algorithm>

#include "kb/text/text.h"
#include "tests/unit/kb/search_fixture.h"

namespace kb {
namespace {

std::string repeated(std::string_view part, std::size_t times) {
  std::string all;
  for (std::size_t i = 0; i < times; ++i) all += part;
  return all;
}

std::vector<std::string> nasty_texts() {
  return {
      "",
      " ",
      "\t\r\n",
      "?",
      "?!?!",
      "\"",
      "\"\"",
      "\"\"\"\"",
      "\" \"",
      "\"password",
      "password\"",
      "\"reset \"password\" now\"",
      "“reset",
      "”reset“",
      "«»",
      "'",
      "'''",
      "-",
      "--",
      "-password",
      "- password",
      "--password",
      "-password -reset",
      "reset -",
      "reset -\"password\"",
      "+password",
      "+",
      "*",
      "pass*",
      "*word",
      "pass?word",
      "AND",
      "AND OR NOT",
      "password AND",
      "NOT password",
      "OR",
      "XOR NEAR ADJ",
      "reset NEAR/3 password",
      "password~2",
      "password^10",
      "title:password",
      "XCaccount",
      "XC",
      "(reset",
      "reset)",
      "((((((((((",
      "[a TO z]",
      "{!lucene}",
      "a..z",
      "..",
      "/.*/",
      "\\",
      "\\\"",
      "%00%0a",
      "'; DROP TABLE articles; --",
      "<script>alert(1)</script>",
      "{{password}}",
      "${jndi:ldap://x}",
      "😀",
      "😀 password 👩‍👩‍👧‍👦🏳️‍🌈",
      "注文",
      "注",
      "\"注文追跡\"",
      "注文password追跡",
      "パスワード？",
      "ติดตาม",
      "한국어",
      "\u202epassword\u202c",
      "\u200f\u200e\u2066",
      "كلمة المرور",
      "סיסמה",
      "\u0301",
      "p\u0301\u0302\u0303\u0304",
      "\u00adpass\u00adword",
      "\ufeffpassword",
      "\u200b",
      "\U0010ffff",
      "\u0001\u0002\u007f",
      "ﬁ ǆ ẞ İ ı",
      "１２３ ＡＢＣ",
      "0",
      "-1",
      "1e309",
      "NaN",
      "null",
      "c++ c# .net",
      "++",
      "it is the a of",
      std::string(kMaxQueryBytes, 'a'),
      std::string(kMaxQueryBytes, '1'),
      std::string(kMaxQueryBytes, '"'),
      std::string(kMaxQueryBytes, '-'),
      std::string(kMaxQueryBytes, '\''),
      repeated("a ", 500),
      repeated("\"a\" ", 250),
      repeated("-a ", 340),
      repeated("passwrod ", 110),
      "\"" + repeated("reset password ", 68) + "\"",
      repeated("注", 340),
      repeated("e\u0301", 340),
      repeated("\u0301", 500),
      repeated("😀", 256),
  };
}

// The hits but the nearest, which `total` leaves out.
int counted(const SearchResult& result) {
  return static_cast<int>(
      std::count_if(result.hits.begin(), result.hits.end(), [](const Hit& hit) { return !hit.nearest; }));
}

class NastyFixture : public SearchFixture {
 public:
  NastyFixture() {
    site.languages = {"en", "ja", "xx"};
    site.synonyms["en"] = {{{"?!", "reset password", ""}, {"*", "log in", "\""}}};
    site.pins = {{"", "en", "account/reset"}, {"\"", "en", "gone"}};
    for (const std::string lang : {"en", "ja", "xx"}) {
      add("account/reset", "Reset your password", "Open the settings", lang);
      add("orders/track", "注文の追跡", "荷物 😀 login", lang);
      add("empty", "", "", lang);
    }
  }
};

TEST_CASE_FIXTURE(NastyFixture, "search: nothing that can be typed is an error") {
  const auto texts = nasty_texts();
  CHECK(texts.size() >= 60);
  for (const std::string& text : texts) {
    CAPTURE(text);
    REQUIRE(text.size() <= kMaxQueryBytes);
    for (const std::string& lang : site.languages) {
      SearchQuery query;
      query.text = text;
      query.lang = lang;
      CHECK_NOTHROW(search(snapshot(), query));
      query.exact = true;
      CHECK_NOTHROW(search(snapshot(), query));
      query.exact = false;
      query.filter.category = text;
      CHECK_NOTHROW(search(snapshot(), query));
      CHECK_NOTHROW(suggest(snapshot(), lang, text, 5));
      CHECK_NOTHROW(nearest(snapshot(), lang, text, 5));
    }
  }
}

TEST_CASE_FIXTURE(NastyFixture, "search: whatever is typed, the result is sound") {
  for (const std::string& text : nasty_texts()) {
    CAPTURE(text);
    const SearchResult result = find(text);
    CHECK(result.confidence >= 0);
    CHECK(result.confidence <= 1);
    CHECK(result.total == counted(result));
    CHECK(result.interpretation.ignored.size() <= kMaxQueryBytes);
  }
}

TEST_CASE_FIXTURE(NastyFixture, "search: signs around a word do not hide it") {
  for (const std::string_view typed : {"\"password",
                                       "password\"",
                                       "password*",
                                       "title:password",
                                       "(password",
                                       "password)",
                                       "+password",
                                       "<password>",
                                       "password AND",
                                       "'password'",
                                       "\u202epassword\u202c",
                                       "\ufeffpassword",
                                       "password 😀",
                                       "¿password?",
                                       "-password",
                                       "--password",
                                       "password -",
                                       "\u00adpass\u00adword",
                                       "ＰＡＳＳＷＯＲＤ",
                                       "{{password}}"}) {
    CAPTURE(typed);
    CHECK(ids(typed).starts_with("account/reset"));
  }
}

TEST_CASE_FIXTURE(NastyFixture, "search: terms of the index's own are no words") {
  for (const std::string_view typed : {"XCaccount", "xcaccount", "XC"}) {
    CAPTURE(typed);
    CHECK(ids(typed) == "");
  }
}

TEST_CASE_FIXTURE(NastyFixture, "search: an index without articles finds nothing") {
  SearchFixture empty;
  CHECK(empty.ids("password reset") == "");
  CHECK(suggest(empty.snapshot(), "en", "password", 5).empty());
  CHECK(nearest(empty.snapshot(), "en", "password", 5).empty());
}

TEST_CASE_FIXTURE(SearchFixture,
                  "search: over more articles than are candidates, any words and synonyms end well") {
  const std::vector<std::string> words{"sign",   "in",       "signin",  "refund",  "money",    "back",
                                       "parcel", "delivery", "router",  "speaker", "speakers", "sound",
                                       "bar",    "soundbar", "pasword", "delivry", "cable"};
  site.synonyms["en"] = {
      {{"refund"}, {"money back"}}, {{"soundbar"}, {"sound bar"}}, {{"speaker", "cable"}, {"router"}}};
  for (std::size_t i = 0; i < 3000; ++i) {
    std::string text;
    for (std::size_t k = 0; k < 3 + i % 7; ++k) text += words[(i * 7 + k * (1 + i % 5)) % 14] + " ";
    add("all/" + std::to_string(i), words[i % 14] + " " + words[(i * 3) % 14], text);
  }
  for (std::size_t a = 0; a < words.size(); ++a) {
    for (std::size_t b = 0; b < words.size(); ++b) {
      const std::string text = words[a] + " " + words[b] + " " + words[(a + b) % words.size()] + "cable";
      CAPTURE(text);
      const SearchResult result = find(text);
      CHECK(result.total >= counted(result));
    }
  }
}

}  // namespace
}  // namespace kb
