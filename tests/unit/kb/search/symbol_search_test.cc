// Searches for symbols, and for words with signs before them.
#include <doctest/doctest.h>

#include "kb/search/explain.h"
#include "tests/unit/kb/search_fixture.h"

namespace kb {
namespace {

class SymbolFixture : public SearchFixture {
 public:
  SymbolFixture() {
    add("arrow", "Arrow functions", "Write a -> b, and c->d inside");
    add("bang", "Repeat a command", "Type sudo !! to repeat");
    add("envy", "Env and environments", "An env is an env; env env env");
    add("file", "Settings", "They stand in .env of the folder");
    add("force", "Force a push", "Force it, by force: the force of force");
    add("option", "Push again", "Use git push --force for this");
    add("party", "Party", "We say \U0001F389 and thank you");
    add("percent", "Battery", "Charge it to 80% at least");
    add("room", "Chat", "Ask in #general on weekdays");
    add("rust", "C++ and C#", "Two languages");
  }
};

TEST_CASE_FIXTURE(SymbolFixture, "symbol search: symbols alone find the articles that have them") {
  CHECK(ids("->") == "arrow");
  CHECK(ids("!!") == "bang");
  CHECK(ids(" !! ") == "bang");
  CHECK(ids("\"!!\"") == "bang");
  CHECK(ids("%") == "percent");
  CHECK(ids("\U0001F389") == "party");
  CHECK(ids("\U0001F389\uFE0F") == "party");
  CHECK(ids("c++") == "rust");
  CHECK(ids("c#") == "rust");
  CHECK(find("->").total == 1);
  CHECK(find_exactly("->").total == 1);
}

TEST_CASE_FIXTURE(SymbolFixture, "symbol search: symbols that no article has find nothing") {
  for (const std::string_view typed : {"=>", "!!!", "?", "\U0001F4A9", "...", "- -", "\u20AC"}) {
    CAPTURE(typed);
    CHECK(find(typed).hits.empty());
  }
}

TEST_CASE_FIXTURE(SymbolFixture, "symbol search: a word with signs before it finds itself first") {
  CHECK(find("--force").hits.at(0).id == "option");
  CHECK(find("git --force").hits.at(0).id == "option");
  CHECK(find(".env").hits.at(0).id == "file");
  CHECK(find("#general").hits.at(0).id == "room");
  CHECK(find("force").hits.at(0).id == "force");
  CHECK(find("env").hits.at(0).id == "envy");
}

TEST_CASE_FIXTURE(SymbolFixture,
                  "symbol search: beside few words a symbol counts, in sentences it does not") {
  CHECK(find("what does -> mean").hits.at(0).id == "arrow");
  const SearchQuery query = query_for("thank you for the great help with the battery \U0001F389");
  for (const ExplainedWord& word : explain(snapshot(), query, "").words) CHECK(word.typed != "\U0001F389");
}

TEST_CASE_FIXTURE(SymbolFixture, "symbol search: the snippet marks the symbol") {
  const Hit hit = find("->").hits.at(0);
  std::string marked;
  for (const SnippetPart& part : hit.snippet) marked += part.match ? "[" + part.text + "]" : part.text;
  CHECK(marked == "Write a [->] b, and c[->]d inside");
}

TEST_CASE_FIXTURE(SymbolFixture, "symbol search: suggestions know no symbols") {
  CHECK(suggest(snapshot(), "en", "->", 9).empty());
  CHECK(suggest(snapshot(), "en", "!!", 9).empty());
}

}  // namespace
}  // namespace kb
