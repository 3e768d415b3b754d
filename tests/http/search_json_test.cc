// A search's JSON is the same from the daemon and from the command line, so that a script can turn from one
// to the other.
#include <doctest/doctest.h>

#include <nlohmann/json.hpp>

#include "kb/text/percent.h"
#include "tests/http/daemon.h"

using http_test::Process;
using nlohmann::json;

namespace {

// The daemon over the content this repository comes with.
struct SampleContent : http_test::Daemon {
  SampleContent() : Daemon(http_test::NoIndex{}) {
    Process indexer(
        {FIRSTLINE_INDEXER, "build", std::string(FIRSTLINE_SOURCE_DIR) + "/content", "--index", index},
        log_file);
    indexer.read_line();
    REQUIRE(indexer.wait() == 0);
    start({});
  }

  json from_daemon(const std::string& query, const std::string& lang) const {
    const std::string text = "q=" + kb::encode_query(query);
    return json::parse(http_test::get(port, "/api/v1/search?" + text + "&lang=" + lang).body);
  }

  json from_command(const std::string& query, const std::string& lang) const {
    Process command({FIRSTLINE_INDEXER, "search", index, query, "--lang", lang, "--json"},
                    folder / "search-log");
    std::string text;
    for (std::string line = command.read_line(); !line.empty(); line = command.read_line())
      text += line + "\n";
    REQUIRE(command.wait() == 0);
    return json::parse(text);
  }
};

}  // namespace

TEST_CASE("search json: the daemon and the command line print the same for the same query") {
  const SampleContent site;
  const std::vector<std::string> queries{
      "where is the serial number",     // an answer
      "warranty",                       // facets
      "pasword",                        // a correction
      "loudspeker wont conect",         // several
      "tv",                             // a synonym, if there is one
      "\"serial number\"",              // a phrase
      "speaker -warranty",              // an excluded word
      "a present covered by the warr",  // an unfinished word
      "quantum chromodynamics",         // nothing
      "speaker zxqv blorf",             // hardly anything
      "E1057",                          // a code
      "<b>parcel</b> & \"invoice\"",    // what HTML would read
      "Rücksendung",                    // letters beyond ASCII
      "注文",                           // another script
      "",                               // no word at all
      "the of it",                      // stop words only
      std::string(1000, 'x'),           // a word nobody has
  };
  for (const std::string lang : {"en", "de"}) {
    for (const std::string& query : queries) {
      CAPTURE(query);
      CHECK(site.from_command(query, lang) == site.from_daemon(query, lang));
    }
  }
  const json found = site.from_command("warranty", "en");
  CHECK(found["generation"] == "gen-000001");
  CHECK(found["interpretation"]["relaxed"] == false);
  CHECK(found["hits"][0]["snippet"].get<std::string>().find("<mark>") != std::string::npos);
  CHECK(found["facets"]["category"][0]["title"] != "");
  CHECK(found["hits"][0]["nearest"] == false);
  const json doubted = site.from_command("speaker zxqv blorf wurgl", "en");
  CHECK(doubted["total"] == 0);
  CHECK(doubted["facets"]["category"].empty());
  CHECK(doubted["interpretation"]["relaxed"] == true);
  REQUIRE(doubted["hits"].size() == 10);
  for (const json& hit : doubted["hits"]) CHECK(hit["nearest"] == true);
}
