// Every byte of the heads of all kinds of answers, compared with heads.txt. The headers are sorted there:
// their order means nothing to a client. FIRSTLINE_UPDATE=1 writes the file anew; then read it with git diff.
#include <doctest/doctest.h>

#include <algorithm>
#include <cstdlib>
#include <regex>

#include "tests/http/form_client.h"

using namespace http_test;

namespace {

const std::string kExpected = FIRSTLINE_SOURCE_DIR "/tests/http/heads.txt";

struct Asked {
  std::string method;
  std::string target;
  Headers headers = {};
  std::string body = {};
};

const std::vector<Asked> kPublic{
    {"GET", "/"},
    {"GET", "/en/"},
    {"HEAD", "/en/"},
    {"GET", "/en/", {{"Accept-Encoding", "gzip"}}},
    {"HEAD", "/en/", {{"Accept-Encoding", "br, gzip"}}},
    {"GET", "/en/", {{"If-None-Match", "*"}}},
    {"HEAD", "/en/", {{"If-None-Match", "*"}, {"Accept-Encoding", "br"}}},
    {"GET", "/en", {{"Range", "bytes=0-1"}}},
    {"GET", "/en/orders/track-my-order", {{"Connection", "close"}}},
    {"GET", "/en/orders/"},
    {"GET", "/en/search?q=parcel"},
    {"GET", "/en/search?q=%FF"},
    {"GET", "/en/orders/where-is-my-order"},
    {"GET", "/en/orders/fax-us"},
    {"GET", "/en/orders/none"},
    {"GET", "/en/%ZZ"},
    {"PUT", "/en/"},
    {"OPTIONS", "/api/v1/search"},
    {"GET", "/assets/robin.0a1b.svg"},
    {"HEAD", "/assets/prices.0a1b.csv"},
    {"GET", "/sitemap.xml"},
    {"GET", "/robots.txt"},
    {"GET", "/en/llms.txt"},
    {"GET", "/en/feed.atom"},
    {"GET", "/en/opensearch.xml"},
    {"GET", "/openapi.json"},
    {"GET", "/widget.js"},
    {"GET", "/en/widget"},
    {"GET", "/healthz"},
    {"GET", "/readyz"},
    {"GET", "/api/v1/search?q=parcel"},
    {"HEAD", "/api/v1/search?q=parcel", {{"Accept-Encoding", "gzip"}}},
    {"GET", "/api/v1/search?q=parcel&lang=xx"},
    {"GET", "/api/v1/suggest?q=par"},
    {"GET", "/api/v1/articles/orders/track-my-order"},
    {"GET", "/api/v1/nothing"},
    {"GET", "/api/v1/feedback"},
    {"POST", "/en/feedback", {{"Content-Type", "application/x-www-form-urlencoded"}}, "id=orders"},
    {"POST", "/en/feedback", {{"Origin", "https://other.example"}}, "id=orders"},
    {"POST", "/api/v1/feedback", {{"Content-Type", "application/json"}}, "{}"},
    {"POST", "/en/"},
    {"POST", "/en/search", {{"Content-Type", "application/x-www-form-urlencoded"}}, "q=parcel"},
};

const std::vector<std::string> kMalformed{
    "NONSENSE\r\n\r\n",
    "GET / HTTP/1.1\r\n\r\n",
    "GET / HTTP/3.0\r\nHost: a\r\n\r\n",
    "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n",
    "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: gzip\r\n\r\n",
    "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 262145\r\n\r\n",
    "GET /" + std::string(9000, 'a') + " HTTP/1.1\r\nHost: a\r\n\r\n",
    "POST / HTTP/1.1\r\nHost: a\r\nContent-Encoding: gzip\r\n\r\n",
    "POST / HTTP/1.1\r\nHost: a\r\nExpect: more\r\nContent-Length: 1\r\n\r\nx",
    "GET / HTTP/1.1\r\nHost: a\r\nX: " + std::string(9000, 'a') + "\r\n\r\n",
    "GET /en/ HTTP/1.0\r\n\r\n",
    "GET /en/ HTTP/1.0\r\nConnection: keep-alive\r\n\r\n",
};

// What another build, theme or minute changes is left out.
std::string head_of(const Answer& answer) {
  std::vector<std::string> lines;
  for (const auto& [name, value] : answer.headers) lines.push_back(name + ": " + value);
  std::sort(lines.begin(), lines.end());
  std::string text = answer.status_line + "\n";
  for (const std::string& line : lines) text += line + "\n";
  text = std::regex_replace(text, std::regex("\nContent-Length: [1-9][0-9]*\n"), "\nContent-Length: N\n");
  text = std::regex_replace(text,
                            std::regex("\nDate: (Mon|Tue|Wed|Thu|Fri|Sat|Sun), [0-9]{2} [A-Z][a-z]{2} "
                                       "20[0-9]{2} [0-9]{2}:[0-9]{2}:[0-9]{2} GMT\n"),
                            "\nDate: D\n");
  return std::regex_replace(text, std::regex("\nETag: \"[0-9a-f]+"), "\nETag: \"E");
}

std::string shortened(std::string line) {
  if (line.size() > 100) line = line.substr(0, 60) + "...";
  return line;
}

std::string exchange(int port, const Asked& asked) {
  Connection connection(port);
  connection.send(request_text(asked.method, asked.target, asked.headers, asked.body));
  std::string text = "> " + shortened(asked.method + " " + asked.target) + "\n";
  for (const auto& [name, value] : asked.headers) text += "> " + name + ": " + value + "\n";
  return text + head_of(connection.receive(asked.method)) + "\n";
}

std::string exchange_raw(int port, const std::string& bytes) {
  Connection connection(port);
  connection.send(bytes);
  std::string text;
  for (std::size_t at = 0; bytes.compare(at, 2, "\r\n") != 0; at = bytes.find("\r\n", at) + 2)
    text += "> " + shortened(bytes.substr(at, bytes.find("\r\n", at) - at)) + "\n";
  return text + head_of(connection.receive()) + "\n";
}

}  // namespace

TEST_CASE("heads: of every kind of answer they are as they were") {
  std::string heads;
  const TestServer server;
  for (const Asked& asked : kPublic) heads += exchange(server.port(), asked);
  for (const std::string& bytes : kMalformed) heads += exchange_raw(server.port(), bytes);
  for (const std::string target : {"/metrics", "/healthz", "/other"})
    heads += exchange(server.admin.port(), {"GET", target});
  const TestServer empty(std::nullopt);
  for (const std::string target : {"/en/", "/readyz", "/api/v1/search?q=a"})
    heads += exchange(empty.port(), {"GET", target});
  if (std::getenv("FIRSTLINE_UPDATE") != nullptr) kb::write_file(kExpected, heads);
  CHECK(heads == kb::read_file(kExpected));
}
