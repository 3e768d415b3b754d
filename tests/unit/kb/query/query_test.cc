#include "kb/query/query.h"

#include <doctest/doctest.h>

#include "kb/query/limits.h"

namespace kb {
namespace {

// A stemmer that shows: it drops a final s.
std::string stem(std::string_view word) {
  return std::string(word.ends_with('s') ? word.substr(0, word.size() - 1) : word);
}

ParsedQuery parse(std::string_view text, std::string_view lang = "en") {
  return parse_query(text, lang, stem);
}

std::string joined(const std::vector<QueryWord>& words) {
  std::string all;
  for (const QueryWord& word : words) all += (all.empty() ? "" : " ") + word.text;
  return all;
}

// The words to rank by, then "phrases" in quotes and -excluded words.
std::string shown(std::string_view text) {
  const ParsedQuery query = parse(text);
  std::string all = joined(query.words);
  for (const auto& phrase : query.phrases) all += " \"" + joined(phrase) + "\"";
  for (const QueryWord& word : query.excluded) all += " -" + word.text;
  return all;
}

struct Example {
  std::string_view typed;
  std::string_view read;
};

TEST_CASE("query: words are folded, stemmed and kept as typed") {
  const ParsedQuery query = parse("Cafés C++");
  REQUIRE(query.words.size() == 2);
  CHECK(query.words[0].text == "cafes");
  CHECK(query.words[0].term == "cafe");
  CHECK(query.words[0].shown == "Cafés");
  CHECK_FALSE(query.words[0].bigram);
  CHECK(query.words[1].shown == "C++");
}

TEST_CASE("query: closed quotes of any kind hold a phrase, whose words count as words too") {
  for (const auto& [typed, read] : {
           Example{R"("reset password")", R"(reset password "reset password")"},
           Example{"“reset password” now", R"(reset password now "reset password")"},
           Example{"„zahlung offen“", R"(zahlung offen "zahlung offen")"},
           Example{"«zone rouge»", R"(zone rouge "zone rouge")"},
           Example{"»zone rouge«", R"(zone rouge "zone rouge")"},
           Example{R"(“reset password")", R"(reset password "reset password")"},
           Example{R"("a b" "c d")", R"(a b c d "a b" "c d")"},
           Example{R"(find "the -order")", R"(find the order "the order")"},
           Example{"注文\"追跡\"", R"(注文 追迹 "追迹")"},
       }) {
    CAPTURE(typed);
    CHECK(shown(typed) == read);
  }
}

TEST_CASE("query: a quote that is alone, empty or means inches is just a character") {
  for (const auto& [typed, read] : {
           Example{R"("reset password)", "reset password"},
           Example{R"(reset password")", "reset password"},
           Example{R"(reset "" password)", "reset password"},
           Example{R"(reset "?" password)", "reset password"},
           Example{R"(24" monitor or 27" monitor)", "24 monitor or 27 monitor"},
           Example{R"(27" "no signal")", R"(27 no signal "no signal")"},
           Example{R"("a b" "c)", R"(a b c "a b")"},
       }) {
    CAPTURE(typed);
    CHECK(shown(typed) == read);
  }
}

TEST_CASE("query: in a whole sentence a quotation is read as words") {
  CHECK(shown(R"(one two three "not found")") == R"(one two three not found "not found")");
  CHECK(shown(R"(one two three four "not found")") == "one two three four not found");
}

TEST_CASE("query: a phrase of stop words alone is read as words") {
  CHECK(shown(R"("it is the")") == "it is the");
  CHECK(shown(R"("the" router)") == "the router");
  CHECK(shown(R"("the router")") == R"(the router "the router")");
  CHECK(shown(R"("it is" "the router")") == R"(it is the router "the router")");
}

TEST_CASE("query: of long phrases the beginning must be there, of many phrases the first") {
  std::string long_phrase = "\"";
  std::string many_phrases;
  for (std::size_t i = 0; i < 40; ++i) {
    long_phrase += "word" + std::to_string(i) + " ";
    many_phrases += "\"red word" + std::to_string(i) + "\" ";
  }
  const ParsedQuery cut = parse(long_phrase + "\"");
  REQUIRE(cut.phrases.size() == 1);
  CHECK(cut.phrases[0].size() == kMaxPhraseWords);
  CHECK(cut.phrases[0].back().text == "word15");
  CHECK(cut.words.size() == 40);
  const ParsedQuery some = parse(many_phrases);
  REQUIRE(some.phrases.size() == kMaxPhrasesWords / 2);
  CHECK(joined(some.phrases.back()) == "red word15");
  CHECK(some.words.size() == 80);
}

TEST_CASE("query: of many excluded words the last are excluded, and the others take no part") {
  std::string text = "router";
  for (int i = 0; i < 20; ++i) text += " -no" + std::string(static_cast<std::size_t>(i) + 1, 'x');
  const ParsedQuery query = parse(text);
  CHECK(joined(query.words) == "router");
  CHECK(query.excluded.size() == kMaxExcludedWords);
  CHECK(joined(query.ignored) == "noxxxx noxxx noxx nox");
}

TEST_CASE("query: a minus before the last words excludes them") {
  for (const auto& [typed, read] : {
           Example{"router -cable", "router -cable"},
           Example{"router -cable -modem", "router -modem -cable"},
           Example{"router\t-cable", "router -cable"},
           Example{"router -café", "router -cafe"},
           Example{R"("fast router" -cable)", R"(fast router "fast router" -cable)"},
       }) {
    CAPTURE(typed);
    CHECK(shown(typed) == read);
  }
}

TEST_CASE("query: any other minus is just a character") {
  for (const auto& [typed, read] : {
           Example{"wi-fi", "wi fi"},
           Example{"router - cable", "router cable"},
           Example{"router --cable", "router cable"},
           Example{"router-", "router"},
           Example{"-cable router", "cable router"},
           Example{"freezer -18", "freezer 18"},
           Example{"router -wi-fi", "router wi fi"},
           Example{"返品 -交換", "返品 交换"},
           Example{"-", ""},
       }) {
    CAPTURE(typed);
    CHECK(shown(typed) == read);
  }
}

TEST_CASE("query: with only a minus something is kept to look for") {
  CHECK(shown("-cable") == "cable");
  CHECK(shown("-cable -modem") == "cable -modem");
}

TEST_CASE("query: stop words are marked, and it is said when there is nothing else") {
  const ParsedQuery query = parse("the router");
  CHECK(query.words[0].stop);
  CHECK_FALSE(query.words[1].stop);
  CHECK_FALSE(query.only_stop_words);
  CHECK(parse("to be or the").only_stop_words);
  CHECK(parse("der die das", "de").only_stop_words);
  CHECK_FALSE(parse("der die das", "en").only_stop_words);
}

TEST_CASE("query: a name in capitals among small letters is no stop word") {
  CHECK_FALSE(parse("login IT support").words[1].stop);
  CHECK(parse("login it support").words[1].stop);
  CHECK(parse("WHERE IS IT").words[2].stop);
  CHECK(parse("I cannot log in").words[0].stop);
}

TEST_CASE("query: the last word may be unfinished while nothing follows it") {
  for (const std::string_view text : {"rou", "reset pass", "\"reset pass", "-rou", "the", "e10"}) {
    CAPTURE(text);
    CHECK(parse(text).unfinished);
  }
  for (const std::string_view text :
       {"", "rou ", "rou?", "\"reset pass\"", "router -cab", "返品", "wi-", "rou\n", "?"}) {
    CAPTURE(text);
    CHECK_FALSE(parse(text).unfinished);
  }
}

TEST_CASE("query: characters of a script without spaces are told apart from words") {
  const ParsedQuery query = parse("iPhone充電器");
  REQUIRE(query.words.size() == 3);
  CHECK_FALSE(query.words[0].bigram);
  CHECK(query.words[1].bigram);
  CHECK(query.words[2].text == "电器");
}

TEST_CASE("query: symbols are words where no more than three others stand beside them") {
  CHECK(shown("->") == "->");
  CHECK(shown("?! \U0001F600") == "?! \U0001F600");
  CHECK(shown("what is ->") == "what is ->");
  CHECK(shown("is 50% enough") == "is 50 enough");
  CHECK(shown("one two three four ->") == "one two three four");
  CHECK(shown("\"a -> b\"") == "a -> b \"a b\"");
  CHECK(parse("git --dry-run").words[1].sign == "XS--dry run");
  CHECK(parse("git push").words[1].sign.empty());
  CHECK_FALSE(parse("->").unfinished);
}

TEST_CASE("query: an amount is one word, but in quotes what it is written in") {
  const ParsedQuery query = parse("costs 9,90 or \"9,90\"");
  REQUIRE(query.words.size() == 5);
  CHECK(query.words[1].text == "9.90");
  CHECK(query.words[1].shown == "9,90");
  CHECK(query.words[1].parts.size() == 2);
  CHECK(query.words[3].text == "9");
}

TEST_CASE("query: without a word or symbol there is nothing") {
  for (const std::string_view text : {"", " ", "\"\"", "\"", "“”", "- - -", "\"-\" -\""}) {
    CAPTURE(text);
    const ParsedQuery query = parse(text);
    CHECK(query.words.empty());
    CHECK(query.phrases.empty());
    CHECK(query.excluded.empty());
    CHECK_FALSE(query.unfinished);
  }
}

TEST_CASE(
    "query: of a long query the words of the fewest articles are kept, the first of equal ones, in order") {
  const auto articles = [](const QueryWord& word) { return static_cast<unsigned>(word.text.size()); };
  struct Kept {
    std::size_t most;
    std::string_view words;
    std::string_view ignored;
    bool unfinished;
  };
  for (const auto& [most, words, ignored, unfinished] : {
           Kept{9, "ccc a bb ddd e", "", true},
           Kept{5, "ccc a bb ddd e", "", true},
           Kept{4, "ccc a bb e", "ddd", true},
           Kept{3, "a bb e", "ccc ddd", true},
           Kept{1, "a", "ccc bb ddd e", false},
           Kept{0, "", "ccc a bb ddd e", false},
       }) {
    CAPTURE(most);
    ParsedQuery query = parse("ccc a bb ddd e");
    keep_rarest(query, most, articles);
    CHECK(joined(query.words) == words);
    CHECK(joined(query.ignored) == ignored);
    CHECK(query.unfinished == unfinished);
  }
}

TEST_CASE("query: a word whose stem is nothing is left out") {
  const ParsedQuery query = parse("s \"s\" router");
  REQUIRE(query.words.size() == 1);
  CHECK(query.words[0].text == "router");
  CHECK(query.phrases.empty());
}

}  // namespace
}  // namespace kb
