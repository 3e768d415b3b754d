// Every way from a visitor into the events file, walked with what may identify a person: none of it may be in
// the bytes of the file, nor of its write-ahead log.
#include <doctest/doctest.h>

#include <filesystem>
#include <functional>
#include <regex>

#include "kb/store/file.h"
#include "kb/text/percent.h"
#include "kb/text/text.h"
#include "tests/http/form_client.h"

using namespace http_test;
using namespace std::chrono_literals;

namespace {

// What is typed, and the parts of it that may not be found again: as they are, or folded.
struct Private {
  std::string typed;
  std::vector<std::string> parts;
};

const std::vector<Private>& inputs() {
  static const std::vector<Private> list{
      {"quxley@example.com", {"quxley"}},
      {"Quxley.Smith+tag@mail.example.co.uk", {"quxley", "Quxley", "co.uk"}},
      {"my parcel, quxley@example.com please", {"quxley"}},
      {"QUXLEY@EXAMPLE.COM", {"quxley", "QUXLEY"}},
      {"quxley@gmail", {"quxley"}},
      {"quxley (at) example.com", {"quxley"}},
      {"quxley(at)example(dot)com", {"quxley"}},
      {"quxley [at] example [dot] com", {"quxley"}},
      {"quxley {at} example {dot} com", {"quxley"}},
      {"quxley at example dot com", {"quxley"}},
      {"quxley AT example DOT com", {"quxley"}},
      {"quxley at example.com", {"quxley"}},
      {"quxley_at_example_dot_com", {"quxley"}},
      {"quxley (\u00e4t) beispiel punkt de", {"quxley"}},
      {"quxley klammeraffe beispiel punkt de", {"quxley"}},
      {"quxley arroba ejemplo punto es", {"quxley"}},
      {"quxley arobase exemple point fr", {"quxley"}},
      {"quxley @ example.com", {"quxley"}},
      {"quxley@ example.com", {"quxley"}},
      {"quxley\uff20example\uff0ecom", {"quxley"}},
      {"\uff51\uff55\uff58\uff4c\uff45\uff59\uff20example\uff0ecom", {"quxley", "\uff51\uff55\uff58"}},
      {"qux\u00adley\u200b@exam\u200bple.com", {"quxley", "qux"}},
      {"quxley%40example.com", {"quxley"}},
      {"quxley&#64;example.com", {"quxley"}},
      {"\"quxley smith\"@example.com", {"quxley"}},
      {"quxley@[192.0.2.171]", {"quxley", "0.2.171"}},
      {"mailto:quxley@example.com?subject=zorblat", {"quxley", "zorblat"}},
      {"192.0.2.171", {"192.0", "2.171"}},
      {"http://198.51.100.171:8080/setup", {"198.51", "100.171"}},
      {"84.23.1.9", {"84.23"}},
      {"2001:db8:85a3::8a2e:370:7334", {"2001:", "85a3", "8a2e", "7334"}},
      {"2001:0db8:85a3:0000:0000:8a2e:0370:7334", {"0db8", "85a3", "8a2e", "7334"}},
      {"[2001:db8::7c1d]:443", {"2001:", "7c1d"}},
      {"fe80::1ff:fe23:4567:890a%eth0", {"fe80", "fe23", "890a"}},
      {"00:1A:2B:3C:4D:5E", {"2B:3C", "2b:3c", "4D:5E"}},
      {"00-1a-2b-3c-4d-5e", {"2b-3c", "4d-5e"}},
      {"FR14 2004 1010 0505 0001 3M02 606", {"2004", "1010", "0505", "3M02", "3m02", "02 606"}},
      {"fr1420041010050500013m02606", {"2004", "3m02", "02606"}},
      {"fr14-2004-1010-0505-0001-3m02-606", {"2004", "1010", "3m02", "02-606"}},
      {"de89 3704 0044 0532 0130 00", {"3704", "0044", "0532"}},
      {"GB29 NWBK 6016 1331 9268 19", {"NWBK", "nwbk", "6016", "1331", "9268"}},
      {"NO93 8601 1117 947", {"8601", "1117", "7 947"}},
      {"MT84 MALT 0110 0001 2345 MTLC AST0 01S", {"MALT", "malt", "2345", "mtlc", "ast0", "AST0"}},
      {"BR18 0036 0305 0000 1000 9795 493C 1", {"0036", "9795", "493C", "493c"}},
      {"4111 1111 1111 1111", {"4111", "1111"}},
      {"4111x1111x1111x1111", {"4111", "1111"}},
      {"4111 X 1111 X 1111 X 1111", {"4111", "1111"}},
      {"4111|1111|1111|1112", {"4111", "1111", "1112"}},
      {"4111_1111_1111_1112", {"4111", "1112"}},
      {"3782 822463 10005", {"3782", "822463", "10005"}},
      {"+49 170 7654321", {"7654321"}},
      {"0170/7654321", {"0170", "7654321"}},
      {"(030) 901820", {"901820"}},
      {"+33 6 98 76 54 32", {"98 76", "54 32"}},
      {"06.98.76.54.32", {"98.76", "54.32"}},
      {"(555) 013-9876", {"9876"}},
      {"1-555-013-9876", {"9876"}},
      {"+81-3-5555-0198", {"5555", "0198"}},
      {"8 (912) 345-67-89", {"345-67", "(912)"}},
      {"+91 98765 43210", {"98765", "43210"}},
      {"\u0660\u0661\u0667\u0660\u0661\u0662\u0663\u0664\u0665\u0666",
       {"\u0661\u0667\u0660\u0661\u0662", "0170123456"}},
      {"\uff10\uff11\uff17\uff10\uff19\uff18\uff17\uff16", {"\uff10\uff11\uff17", "01709876"}},
      {"https://quxley:zorblat@shop.example/path", {"quxley", "zorblat"}},
      {"https://shop.example/reset?key=zorblat&user=quxley", {"zorblat", "quxley"}},
      {"https://shop.example/#access_token=zorblat", {"zorblat"}},
      {"password: zorblat", {"zorblat"}},
      {"Authorization: Bearer zorblat.quxley", {"zorblat", "quxley"}},
      {"550e8400-e29b-41d4-a716-446655440000", {"550e8400", "e29b", "41d4", "a716", "446655"}},
      {"ghp_16C7e42F292c6912E7710c838347Ae178B4a", {"16C7", "16c7", "8347Ae", "8347ae"}},
      {"3f9a8c2d1e4b5a69", {"3f9a8c", "1e4b"}},
      {"078-05-1120", {"078-", "1120"}},
  };
  return list;
}

using Way = std::function<void(TestServer&, const std::string& typed)>;

// The addresses of the sample site, and what each stores.
std::vector<std::pair<std::string, Way>> ways() {
  const auto query = [](const std::string& before) {
    return [before](TestServer& server, const std::string& typed) {
      server.get(before + kb::encode_query(typed));
    };
  };
  return {
      {"search page", query("/en/search?q=")},
      {"search page, from the cache", query("/en/search?q=")},
      {"widget", query("/en/widget?q=")},
      {"API", query("/api/v1/search?lang=en&q=")},
      {"search after another", query("/en/search?q=parcel&from=")},
      {"widget after another", query("/en/widget?q=parcel&from=")},
      {"API after another", query("/api/v1/search?lang=en&q=parcel&from=")},
      {"form for feedback after a search", query("/en/feedback?id=orders/track-my-order&helpful=no&from=")},
      {"suggestions", query("/api/v1/suggest?lang=en&q=")},
      {"click", query("/en/orders/track-my-order?r=1&q=")},
      {"contact page", query("/en/contact?q=")},
      {"contact page, typed there",
       [](TestServer& server, const std::string& typed) {
         const Answer sent = post_form(server, "/en/contact", {{"q", typed}});
         if (sent.status == 303) server.get(sent.header("Location"));
       }},
      {"article from the contact page", query("/en/orders/track-my-order?from=contact&q=")},
      {"channel", query("/en/contact/chosen?channel=1&q=")},
      {"address that is not there", query("/en/")},
      {"request",
       [](TestServer& server, const std::string& typed) {
         const std::string token = fresh_token(server, "/en/contact");
         const Answer answer =
             post_form(server, "/en/contact", {{"question", typed}, {"website", ""}, {"token", token}});
         CHECK(answer.status == 303);
       }},
      {"feedback",
       [](TestServer& server, const std::string& typed) {
         const std::string token = fresh_token(server, "/en/feedback?id=orders/track-my-order&helpful=no");
         const Answer answer = post_form(server, "/en/feedback",
                                         {{"id", "orders/track-my-order"},
                                          {"helpful", "no"},
                                          {"reason", "outdated"},
                                          {"comment", typed},
                                          {"from", typed},
                                          {"website", ""},
                                          {"token", token}});
         CHECK(answer.status == 303);
       }},
      {"feedback by the API",
       [](TestServer& server, const std::string& typed) {
         const Answer page = server.get("/api/v1/feedback");
         const auto begin = page.body.find(":\"") + 2;
         const std::string token = page.body.substr(begin, page.body.find('"', begin) - begin);
         server.advance(5s);
         CHECK(post_form(server, "/api/v1/feedback",
                         {{"id", "orders/track-my-order"},
                          {"helpful", "yes"},
                          {"comment", typed},
                          {"from", typed},
                          {"token", token}})
                   .status == 200);
       }},
  };
}

std::string bytes_of_events(TestServer& server) {
  server.writer.flush();
  std::string bytes;
  for (const char* file : {"events.sqlite", "events.sqlite-wal"}) {
    if (std::filesystem::exists(server.folder / file)) bytes += kb::read_file(server.folder / file);
  }
  // A form's hash may hold any digits.
  return std::regex_replace(bytes, std::regex("[0-9a-f]{64}"), "");
}

}  // namespace

TEST_CASE("privacy: nothing that may identify a person reaches the events file, on any way") {
  CHECK(inputs().size() >= 60);
  for (const auto& [name, go] : ways()) {
    CAPTURE(name);
    TestServer server;
    for (const Private& input : inputs()) {
      go(server, input.typed);
      server.advance(60s);
    }
    const std::string bytes = bytes_of_events(server);
    for (const Private& input : inputs()) {
      for (const std::string& part : input.parts) {
        CAPTURE(input.typed);
        CAPTURE(part);
        CHECK(bytes.find(part) == std::string::npos);
        CHECK(bytes.find(kb::fold(part)) == std::string::npos);
      }
    }
  }
}

TEST_CASE("privacy: of a pasted text only words of the articles reach the events file") {
  const std::string about = "my parcel is late where is the tracking link ";
  const std::string polite = "thank you so much in advance for everything your team has done so far ";
  TestServer server;
  std::vector<std::string> parts{"zebulon", "quibble", "5550142", "2026-11", "wobble", "advance"};
  for (const Private& input : inputs()) {
    std::string mail = "Dear Zebulon Quibblesworth " + about + input.typed + "\n";
    while (mail.size() < 1100) mail += polite;
    mail += "order 5550142 of 2026-11-27, Mrs Quibblesworth, 12 Wobbleton Lane";
    post_form(server, "/en/search", {{"q", mail}});
    server.get("/en/search?q=" + kb::encode_query(mail));
    server.get("/en/widget?q=" + kb::encode_query(mail));
    server.get("/en/search?q=parcel&from=" + kb::encode_query(mail));
    server.get("/en/orders/track-my-order?r=1&q=" + kb::encode_query(mail));
    server.get("/api/v1/search?lang=en&q=" + kb::encode_query(mail));
    server.advance(60s);
    parts.insert(parts.end(), input.parts.begin(), input.parts.end());
  }
  const std::string bytes = bytes_of_events(server);
  CHECK(bytes.find("parcel") != std::string::npos);
  for (const std::string& part : parts) {
    CAPTURE(part);
    CHECK(bytes.find(part) == std::string::npos);
    CHECK(bytes.find(kb::fold(part)) == std::string::npos);
  }
}

TEST_CASE("privacy: what writers need reaches the events file on every way that stores a text") {
  for (const auto& [name, go] : ways()) {
    if (name != "search page" && name != "API" && name != "click" && name != "request" && name != "feedback")
      continue;
    CAPTURE(name);
    TestServer server;
    go(server, "error e1042 after version 4.2.1 on 2026-11-27");
    const std::string bytes = bytes_of_events(server);
    for (const char* word : {"e1042", "4.2.1", "2026"}) CHECK(bytes.find(word) != std::string::npos);
  }
}
