// The file that may come with a message: on the disk as it was chosen, and nowhere else.
#include <doctest/doctest.h>

#include "searchd/contact/attachment.h"
#include "tests/http/form_client.h"

using namespace http_test;
using namespace std::string_literals;

namespace {

const std::string kPage = "/en/contact/message";
const std::string kPng = "\x89PNG\r\n\x1a\n\0\0\0\rIHDR"s;

SampleSite site_with_file() {
  SampleSite sample = sample_site();
  sample.site.contact_form = {.enabled = true, .file = true};
  return sample;
}

Fields message(const std::string& token) {
  return {{"subject", "My parcel"},
          {"message", "It is damaged"},
          {"reply_to", "ann@shop.example"},
          {"website", ""},
          {"token", token}};
}

struct File {
  std::string name;
  std::string bytes;
};

std::string multipart_body(const Fields& fields, const File& file) {
  std::string body;
  for (const auto& [name, value] : fields)
    body += "--x\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value + "\r\n";
  return body + "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + file.name +
         "\"\r\nContent-Type: application/x-evil\r\n\r\n" + file.bytes + "\r\n--x--\r\n";
}

Answer post(const TestServer& server, const Fields& fields, const File& file, const Headers& headers = {}) {
  Headers all = headers;
  all.emplace_back("Content-Type", "multipart/form-data; boundary=x");
  return server.ask("POST", kPage, all, multipart_body(fields, file));
}

outbox::Message only_message(const TestServer& server) {
  const auto list = server.outbox.list();
  REQUIRE(list.size() == 1);
  return outbox::from_json(server.outbox.read(list.front().id));
}

}  // namespace

TEST_CASE("message file: the form asks for one only where the site takes it") {
  TestServer server(site_with_file());
  const Answer page = server.get(kPage);
  CHECK(page.has("enctype=\"multipart/form-data\""));
  CHECK(page.has("name=\"file\" type=\"file\" accept=\"image/png,.png,"));
  CHECK(page.has("PNG, JPEG, GIF, WebP, HEIC, PDF or text, up to 5 MB"));
  SampleSite without = site_with_file();
  without.site.contact_form.file = false;
  TestServer plain(without);
  CHECK_FALSE(plain.get(kPage).has("enctype"));
  CHECK_FALSE(plain.get(kPage).has("type=\"file\""));
  CHECK(post(plain, message(fresh_token(plain, kPage)), {"me.png", kPng}).status == 422);
  CHECK(
      post(plain, message(fresh_token(plain, kPage)), {"me.png", kPng + std::string(300'000, 'x')}).status ==
      413);
  CHECK(plain.outbox.list().empty());
}

TEST_CASE("message file: it is in the outbox, under a name that fits what it is") {
  TestServer server(site_with_file());
  CHECK(post(server, message(fresh_token(server, kPage)), {"C:\\me\\me.exe", kPng}).status == 303);
  const outbox::Message stored = only_message(server);
  CHECK(stored.subject == "My parcel");
  CHECK(stored.file_name == "me.png");
  CHECK(stored.file_type == "image/png");
  CHECK(stored.file == kPng);
}

TEST_CASE("message file: the largest fits, one byte more is said to be too large") {
  TestServer server(site_with_file());
  const std::string largest = kPng + std::string(searchd::kMaxFileBytes - kPng.size(), '\0');
  const Answer too_large = post(server, message(fresh_token(server, kPage)), {"me.png", largest + "x"});
  CHECK(too_large.status == 422);
  CHECK(too_large.has("The file is larger than 5 MB."));
  CHECK(server.outbox.list().empty());
  CHECK(post(server, message(fresh_token(server, kPage)), {"me.png", largest}).status == 303);
  CHECK(only_message(server).file == largest);
}

TEST_CASE("message file: far too large is refused before it is sent, with the limit") {
  const TestServer server(site_with_file());
  CHECK(server.get(kPage).status == 200);
  Connection connection(server.port());
  connection.send("POST " + kPage +
                  " HTTP/1.1\r\nHost: a\r\nContent-Type: multipart/form-data; boundary=x\r\n"
                  "Content-Length: 50000000\r\n\r\n");
  const Answer answer = connection.receive();
  CHECK(answer.status == 413);
  CHECK(answer.has("5 MiB are the most"));
}

TEST_CASE("message file: no other request may be larger because of it") {
  const TestServer server(site_with_file());
  CHECK(server.get(kPage).status == 200);
  const std::string multipart = "Content-Type: multipart/form-data; boundary=x\r\n";
  const std::vector<std::string> heads{
      "POST /en/contact HTTP/1.1\r\n" + multipart,
      "POST /en/search HTTP/1.1\r\n" + multipart,
      "POST /en/contact/message/ HTTP/1.1\r\n" + multipart,
      "PUT /en/contact/message HTTP/1.1\r\n" + multipart,
      "POST /xx/contact/message HTTP/1.1\r\n" + multipart,
      "POST /%ZZ HTTP/1.1\r\n" + multipart,
      "POST /en/contact/message HTTP/1.1\r\nContent-Type: application/x-www-form-urlencoded\r\n",
      "POST /en/contact/message HTTP/1.1\r\n"};
  for (const std::string& head : heads) {
    CAPTURE(head);
    Connection connection(server.port());
    connection.send(head + "Host: a\r\nContent-Length: 262145\r\n\r\n");
    const Answer answer = connection.receive();
    CHECK(answer.status == 413);
    CHECK(answer.has("256 KiB are the most"));
  }
}

TEST_CASE("message file: another kind is refused, whatever it calls itself, and what was typed stays") {
  TestServer server(site_with_file());
  const Answer answer = post(server, message(fresh_token(server, kPage)), {"me.png", "MZ\x90\0"s});
  CHECK(answer.status == 422);
  CHECK(answer.has("We can’t take files of this kind."));
  CHECK(answer.has("href=\"#message-file\""));
  CHECK(answer.has("It is damaged"));
  CHECK(answer.has("aria-invalid=\"true\""));
  CHECK_FALSE(answer.has("Choose the file again"));
  CHECK(server.outbox.list().empty());
}

TEST_CASE("message file: when something else is wrong, the page says that it must be chosen again") {
  TestServer server(site_with_file());
  const Fields good = message(fresh_token(server, kPage));
  const Answer wrong = post(server, with(good, "reply_to", "ann"), {"me.png", kPng});
  CHECK(wrong.status == 422);
  CHECK(wrong.has("Choose the file again"));
  const Answer refused = post(server, with(good, "token", "1.2.3"), {"me.png", kPng});
  CHECK(refused.status == 403);
  CHECK(refused.has("Choose the file again"));
  CHECK_FALSE(post(server, with(good, "reply_to", "ann"), {"", ""}).has("Choose the file again"));
  CHECK(server.outbox.list().empty());
}

TEST_CASE("message file: none is needed, and a form that is no multipart still works") {
  TestServer server(site_with_file());
  CHECK(post(server, message(fresh_token(server, kPage)), {"", ""}).status == 303);
  CHECK(only_message(server).file.empty());
  CHECK(post_form(server, kPage, message(fresh_token(server, kPage))).status == 303);
  CHECK(server.outbox.list().size() == 2);
}

TEST_CASE("message file: what is no form is refused, and other sites' forms before they are read") {
  TestServer server(site_with_file());
  const Headers multipart{{"Content-Type", "multipart/form-data; boundary=x"}};
  for (const std::string body : {"", "--x\r\n", "subject=a", "--y--\r\n"})
    CHECK(server.ask("POST", kPage, multipart, body).status == 422);
  CHECK(post(server, message(fresh_token(server, kPage)), {"me.png", kPng},
             {{"Origin", "https://evil.example"}})
            .status == 403);
  CHECK(server.outbox.list().empty());
}

TEST_CASE("message file: without room for it nothing is stored, and the page says so") {
  TestServer server(site_with_file());
  for (const char* id : {"aa", "bb", "cc"}) {
    outbox::Message waiting;
    waiting.id = id;
    server.outbox.put(waiting);
  }
  const Answer answer = post(server, message(fresh_token(server, kPage)), {"me.png", kPng});
  CHECK(answer.status == 503);
  CHECK(answer.has("What you wrote is still here"));
  CHECK(answer.has("Choose the file again"));
}
