// An unlisted article through the two programs: it is read at its address, and everything that can be reached
// without that address is searched for its words.
#include <doctest/doctest.h>

#include <array>
#include <filesystem>
#include <map>
#include <nlohmann/json.hpp>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "kb/store/file.h"
#include "kb/text/ascii.h"
#include "tests/http/client.h"
#include "tests/http/process.h"
#include "tests/http/test_server.h"

namespace fs = std::filesystem;
using http_test::Answer;
using http_test::get;
using http_test::Process;
using nlohmann::json;

namespace {

// In the title, description, questions, headings and text of unlisted articles, and in no address of them...
constexpr std::array<std::string_view, 2> kWords{"zanzibarite", "quokkaform"};
// ... and the folder in which there is nothing else.
constexpr std::string_view kFolder = "wombatery";

constexpr std::string_view kUnlisted = R"(---
title: Zanzibarite plan
description: The zanzibarite of a parcel
questions: [Where is the zanzibarite?]
keywords: [zanzibarite]
tags: [zanzibarite]
type: troubleshooting
unlisted: true
featured: true
weight: -100
updated: 2026-11-01
aliases: [old-plan, /hc/plan]
corrections: [{date: 2026-11-02, text: The quokkaform was late.}]
---
The quokkaform of a parcel is zanzibarite. See [tracking](track.md).

## Zanzibarite heading {#steps}

The parcel has a quokkaform.
)";

std::string without_aliases() {
  return std::string(kUnlisted.substr(0, kUnlisted.find("aliases"))) + "---\nThe quokkaform of a parcel.\n";
}

// Served for as long as it lives.
class Site {
 public:
  Site() {
    write("site.yaml", R"(title: Acme Help
languages: [en, de]
categories: [{id: orders, name: Orders}]
widget: {origins: ["https://shop.example"]}
rules: {git-dates: off, missing-link: error}
)");
    write("en/orders/track.md", "---\ntitle: Track a parcel\n---\nRead [this](plan.md#steps).\n");
    write("en/orders/returns.md", "---\ntitle: Return a parcel\n---\nSend it.\n");
    write("en/orders/plan.md", kUnlisted);
    write("en/wombatery/only.md", without_aliases());
    write("de/orders/track.md", "---\ntitle: Paket verfolgen\n---\nHier.\n");
    write("de/orders/plan.md", without_aliases());
    write("de/orders/returns.md", "---\ntitle: Zanzibarite\nunlisted: true\n---\nQuokkaform.\n");
    Process build({FIRSTLINE_INDEXER, "build", folder_ / "content", "--index", folder_ / "index"},
                  folder_ / "build");
    std::string findings;
    for (std::string line = build.read_line(); !line.empty(); line = build.read_line())
      findings += line + "\n";
    REQUIRE(findings == "");
    REQUIRE(build.wait() == 0);
    daemon_.emplace(std::vector<std::string>{FIRSTLINE_SEARCHD, "--index", folder_ / "index", "--listen",
                                             "127.0.0.1:0", "--events", folder_ / "events.sqlite"},
                    folder_ / "log");
    const std::string line = daemon_->read_line();
    REQUIRE(line.starts_with("Serving http://127.0.0.1:"));
    port = std::stoi(line.substr(line.rfind(':') + 1));
  }

  Answer ask(std::string_view target) const { return get(port, target); }

  int port = 0;

 private:
  void write(const fs::path& file, std::string_view text) const {
    fs::create_directories((folder_ / "content" / file).parent_path());
    kb::write_file(folder_ / "content" / file, std::string(text));
  }

  kb::TempFolder folder_;
  std::optional<Process> daemon_;
};

bool is_address_of_unlisted(std::string_view target) {
  const std::string_view path = target.substr(0, target.find_first_of("?#"));
  for (const std::string_view own : {"/en/orders/plan", "/en/widget/orders/plan"}) {
    if (path == own) return true;
  }
  return false;
}

// All addresses of this server that a text holds: links in HTML, Markdown, XML and JSON.
std::set<std::string> addresses_in(const std::string& text, int port) {
  const std::string base = "http://127.0.0.1:" + std::to_string(port);
  std::set<std::string> found;
  for (const std::string& begin :
       {std::string("\"/"), "(" + base + "/", ">" + base + "/", "\"" + base + "/"}) {
    for (auto at = text.find(begin); at != std::string::npos; at = text.find(begin, at)) {
      at += begin.size() - 1;
      std::string target = text.substr(at, text.find_first_of("\"<) \n", at) - at);
      for (auto amp = target.find("&amp;"); amp != std::string::npos; amp = target.find("&amp;"))
        target.erase(amp + 1, 4);
      found.insert(target.substr(0, target.find('#')));
    }
  }
  return found;
}

// What is reached from these addresses by following every link, with the answers.
std::map<std::string, Answer> crawl(const Site& site, std::vector<std::string> waiting) {
  std::map<std::string, Answer> seen;
  while (!waiting.empty()) {
    const std::string target = waiting.back();
    waiting.pop_back();
    if (seen.contains(target) || is_address_of_unlisted(target)) continue;
    Answer& answer = seen[target] = site.ask(target);
    const std::string location = answer.header("Location");
    for (const std::string& next : addresses_in(answer.body + "\"" + location + "\"", site.port))
      waiting.push_back(next);
  }
  return seen;
}

}  // namespace

TEST_CASE_FIXTURE(Site, "unlisted: nothing that can be reached without its address has a word of it") {
  const auto seen = crawl(
      *this, {"/", "/en/", "/de/", "/sitemap.xml", "/robots.txt", "/llms.txt", "/en/llms.txt", "/de/llms.txt",
              "/opensearch.xml", "/en/feed.atom", "/de/feed.atom", "/openapi.json", "/widget.js",
              "/en/orders/plan-b", "/de/orders/missing", "/en/old-plan-b", "/en/widget", "/de/widget",
              "/en/search?q=plan", "/en/search?q=parcel", "/en/search?q=parcel&category=orders",
              "/en/search?q=", "/en/search?q=where+is+the", "/de/search?q=plan", "/en/widget?q=parcel",
              "/en/widget?q=plan", "/en/widget/suggest.json?q=pla", "/en/contact?q=parcel+plan",
              "/api/v1/search?q=parcel+plan", "/api/v1/search?q=plan&category=orders",
              "/api/v1/search?q=parcel&lang=de", "/api/v1/suggest?q=pla", "/api/v1/suggest?q=pla&lang=de",
              "/api/v1/suggest?q=where", "/api/v1/opensearch?q=pla",
              // Nearly the words: spelling must not know them.
              "/en/search?q=quokkafrom", "/api/v1/search?q=zanzibarit", "/api/v1/suggest?q=quokk",
              "/api/v1/suggest?q=zanz", "/en/widget?q=zanzibrite", "/en/contact?q=quokkaforn"});
  for (const char* target :
       {"/en/orders/", "/en/orders/track", "/en/orders/track.md", "/en/orders/returns", "/de/orders/",
        "/en/widget/orders/track", "/en/contact?article=orders%2Ftrack"}) {
    CAPTURE(target);
    CHECK(seen.contains(target));
  }
  for (const auto& [target, answer] : seen) {
    CAPTURE(target);
    CHECK(answer.header("X-Robots-Tag") == "");
    const std::string text = kb::to_lower(answer.body);
    for (const std::string_view word : kWords) CHECK(text.find(word) == std::string::npos);
    CHECK(text.find(kFolder) == std::string::npos);
    // A link that a writer has set is the only way to it.
    if (!target.starts_with("/en/orders/track") && !target.starts_with("/en/widget/orders/track"))
      CHECK(text.find("orders/plan\"") == std::string::npos);
    CHECK(text.find("/de/orders/returns") == std::string::npos);
  }
}

TEST_CASE_FIXTURE(Site, "unlisted: asked for its very words, search finds nothing") {
  for (const char* query : {"zanzibarite", "quokkaform", "zanzibarite+plan", "%22zanzibarite+plan%22"}) {
    CAPTURE(query);
    const std::string q = std::string("?q=") + query;
    CHECK(json::parse(ask("/api/v1/search" + q).body)["total"] == 0);
    CHECK(json::parse(ask("/api/v1/suggest" + q).body)["suggestions"].empty());
    for (const std::string page : {"/en/search", "/en/widget", "/en/contact"}) {
      const Answer answer = ask(page + q);
      CHECK(answer.status == 200);
      CHECK_FALSE(answer.has("orders/plan"));
      CHECK_FALSE(answer.has("The zanzibarite of a parcel"));
    }
  }
}

TEST_CASE_FIXTURE(Site,
                  "unlisted: whoever has the address reads it, and search engines are asked not to list it") {
  const Answer page = ask("/en/orders/plan");
  CHECK(page.status == 200);
  CHECK(page.has("<h1>Zanzibarite plan</h1>"));
  CHECK(page.has("<meta name=\"robots\" content=\"noindex\">"));
  CHECK(page.header("X-Robots-Tag") == "noindex");
  // From here its translation may be named.
  CHECK(page.has("hreflang=\"de\" href=\"http://127.0.0.1:" + std::to_string(port) + "/de/orders/plan\""));
  CHECK_FALSE(page.has("/de/orders/returns"));

  const Answer markdown = ask("/en/orders/plan.md");
  CHECK(markdown.status == 200);
  CHECK(markdown.has("The quokkaform of a parcel"));
  CHECK(markdown.header("X-Robots-Tag") == "noindex");

  CHECK(ask("/en/old-plan").header("Location") == "/en/orders/plan");
  CHECK(ask("/hc/plan").header("Location") == "/en/orders/plan");
  CHECK(ask("/en/orders/track").has("href=\"/en/orders/plan#steps\""));
  CHECK(ask("/en/wombatery/only").status == 200);
  CHECK(ask("/en/wombatery/").status == 404);
  CHECK(ask("/en/widget/orders/plan").header("X-Robots-Tag") == "noindex");

  const Answer article = ask("/api/v1/articles/orders/plan");
  CHECK(article.header("X-Robots-Tag") == "noindex");
  CHECK(json::parse(article.body)["unlisted"] == true);
  const Answer listed = ask("/api/v1/articles/orders/track");
  CHECK(listed.header("X-Robots-Tag") == "");
  CHECK(json::parse(listed.body)["unlisted"] == false);
}

TEST_CASE_FIXTURE(Site, "unlisted: its reader can vote and ask for help as on any page") {
  const Answer page = ask("/en/orders/plan");
  CHECK(page.has("href=\"/en/contact?article=orders%2Fplan\""));
  CHECK(ask("/en/feedback?id=orders%2Fplan&helpful=no").status == 200);
  CHECK(ask("/en/feedback?id=orders%2Fnothing&helpful=no").status == 404);
  const Answer contact = ask("/en/contact?article=orders%2Fplan");
  CHECK(contact.has("Zanzibarite plan"));
  CHECK(contact.has("<meta name=\"robots\" content=\"noindex\">"));
}
