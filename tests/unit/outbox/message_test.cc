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

TEST_CASE("message: anything else is refused") {
  for (const char* text : {"", "{}", "[1]", "{\"id\":1}", "not json"}) {
    CAPTURE(text);
    CHECK(kb::error_of([&] { from_json(text); }) ==
          "the outbox holds a file that is no message\nlook at the file, then remove it");
  }
}
