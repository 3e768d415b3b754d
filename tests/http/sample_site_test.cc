#include <doctest/doctest.h>

#include <deque>
#include <map>
#include <set>

#include "tests/http/process.h"
#include "tests/http/test_server.h"

using http_test::Answer;
using http_test::TestServer;

namespace {

// Every href, src and action that leads to this site, without its fragment.
std::vector<std::string> links_in(const std::string& html) {
  std::vector<std::string> links;
  for (const std::string attribute : {" href=\"", " src=\"", " action=\""}) {
    for (auto at = html.find(attribute); at != std::string::npos; at = html.find(attribute, at + 1)) {
      const auto begin = at + attribute.size();
      std::string link = html.substr(begin, html.find('"', begin) - begin);
      link.resize(std::min(link.find('#'), link.size()));
      for (auto amp = link.find("&amp;"); amp != std::string::npos; amp = link.find("&amp;"))
        link.replace(amp, 5, "&");
      if (link.ends_with("/feedback")) continue;  // its form adds what it needs
      if (link.starts_with('/') && !link.starts_with("//")) links.push_back(link);
    }
  }
  return links;
}

// Follows every link from the home pages; returns those that do not answer 200, with the page they stand on.
std::map<std::string, std::string> broken_links(const TestServer& server, std::set<std::string>& seen) {
  std::map<std::string, std::string> broken;
  std::deque<std::pair<std::string, std::string>> queue;
  for (const std::string& lang : server.live.current()->site().languages)
    queue.emplace_back("/" + lang + "/", "");
  while (!queue.empty()) {
    const auto [link, page] = queue.front();
    queue.pop_front();
    if (!seen.insert(link).second) continue;
    const Answer answer = server.get(link);
    if (answer.status != 200) broken.emplace(link, page);
    if (!answer.header("Content-Type").starts_with("text/html")) continue;
    for (const std::string& next : links_in(answer.body)) queue.emplace_back(next, link);
  }
  return broken;
}

}  // namespace

TEST_CASE("sample site: every link on every page leads somewhere, and every article is reached") {
  TestServer server(std::nullopt);
  http_test::Process indexer(
      {FIRSTLINE_INDEXER, "build", std::string(FIRSTLINE_SOURCE_DIR) + "/content", "--index", server.index},
      server.folder / "log");
  indexer.read_line();
  REQUIRE(indexer.wait() == 0);
  server.live.check_now();
  REQUIRE(server.live.current());
  std::set<std::string> seen;
  for (const auto& [link, page] : broken_links(server, seen)) {
    CAPTURE(link);
    CAPTURE(page);
    FAIL_CHECK("a broken link");
  }
  for (const std::string& lang : server.live.current()->site().languages) {
    for (const kb::Card& card : server.live.current()->catalogue(lang).cards()) {
      CAPTURE(card.url);
      CHECK(seen.contains(kb::base_path(server.live.current()->site()) + card.url));
    }
  }
}
