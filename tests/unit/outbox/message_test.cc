#include "outbox/message.h"

#include <doctest/doctest.h>

#include "tests/unit/kb/fixture.h"

using namespace outbox;

TEST_CASE("message: its JSON gives it back") {
  Message message;
  message.id = std::string("abc");
  message.time = std::chrono::sys_days{std::chrono::year{2026} / 11 / 28};
  message.lang = std::string("de");
  message.subject = std::string("Wo ist mein Paket?");
  message.text = std::string("Zeile 1\n\"Zeile 2\" \u202E");
  message.reply_to = std::string("anna@shop.example");
  message.order_number = std::string("4711");
  message.question = std::string("Paket");
  message.article_title = std::string("Versand");
  message.article_url = std::string("https://shop.example/de/versand");
  CHECK(from_json(to_json(message)) == message);
  CHECK(to_json(message).find("\"time\": \"2026-11-28T00:00:00Z\"") != std::string::npos);
}

TEST_CASE("message: a file comes back byte by byte, and is null where there is none") {
  Message message;
  message.id = std::string("abc");
  CHECK(to_json(message).find("\"file\": null") != std::string::npos);
  message.file_name = std::string("me \"1\".png");
  message.file_type = std::string("image/png");
  for (int i = 0; i < 1000; ++i) message.file += static_cast<char>(i);
  CHECK(from_json(to_json(message)) == message);
  message.file = std::string("foob");
  CHECK(to_json(message).find("\"base64\": \"Zm9vYg==\"") != std::string::npos);
}

TEST_CASE("message: one that waited since before there were files has none") {
  Message message;
  message.id = std::string("abc");
  std::string json = to_json(message);
  const std::string field = "\"file\": null,";
  REQUIRE(json.find(field) != std::string::npos);
  CHECK(from_json(json.erase(json.find(field), field.size())) == message);
}

TEST_CASE("message: a file that is damaged is refused") {
  Message message;
  message.id = std::string("abc");
  message.file = std::string("foob");
  std::string json = to_json(message);
  json.replace(json.find("Zm9vYg=="), 8, "Zm9v Yg=");
  CHECK(kb::error_of([&] { from_json(json); }).starts_with("the outbox holds a file that is no message"));
}

TEST_CASE("message: anything else is refused") {
  for (const char* text : {"", "{}", "[1]", "{\"id\":1}", "not json"}) {
    CAPTURE(text);
    CHECK(kb::error_of([&] { from_json(text); }) ==
          "the outbox holds a file that is no message\nlook at the file, then remove it");
  }
}
