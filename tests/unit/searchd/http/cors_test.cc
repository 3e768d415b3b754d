#include "searchd/http/cors.h"

#include <doctest/doctest.h>

using searchd::Request;
using searchd::Response;

namespace {

const std::vector<std::string> kShops{"https://shop.example", "http://localhost:3000", "https://[::1]:3000"};

Response answer_to(const std::string& origin, const std::string& method = "GET",
                   const std::vector<std::string>& origins = kShops) {
  Request request;
  request.method = method;
  if (!origin.empty()) request.headers.push_back({"Origin", origin});
  Response response;
  response.set("Vary", "Accept-Encoding");
  add_cors(response, request, origins);
  return response;
}

}  // namespace

TEST_CASE("cors: a configured origin is let in by name, and caches are told that it depends on it") {
  const Response response = answer_to("http://localhost:3000");
  CHECK(response.header("Access-Control-Allow-Origin") == "http://localhost:3000");
  CHECK(response.header("Access-Control-Allow-Credentials").empty());
  CHECK(response.header("Vary") == "Accept-Encoding, Origin");
  CHECK(answer_to("https://[::1]:3000").header("Access-Control-Allow-Origin") == "https://[::1]:3000");
  CHECK(answer_to("https://shop.example", "HEAD").headers.size() == 2);
}

TEST_CASE("cors: any other is not") {
  for (const std::string origin : {"", "null", "https://evil.example", "https://shop.example.evil.example",
                                   "https://shop.example, https://evil.example"}) {
    CAPTURE(origin);
    const Response response = answer_to(origin);
    CHECK(response.header("Access-Control-Allow-Origin").empty());
    CHECK(response.header("Vary") == "Accept-Encoding, Origin");
  }
}

TEST_CASE("cors: neither POST nor a daemon without origins knows of it") {
  CHECK(answer_to("https://shop.example", "POST").headers.size() == 1);
  CHECK(answer_to("https://shop.example", "GET", {}).headers.size() == 1);
}
