#include "outbox/message.h"

#include <nlohmann/json.hpp>

#include "kb/model/date.h"
#include "kb/model/error.h"

namespace outbox {

using nlohmann::json;

std::string to_json(const Message& message) {
  const json data{{"id", message.id},
                  {"time", kb::format_time(message.time)},
                  {"lang", message.lang},
                  {"subject", message.subject},
                  {"message", message.text},
                  {"reply_to", message.reply_to},
                  {"order_number", message.order_number},
                  {"question", message.question},
                  {"article", {{"title", message.article_title}, {"url", message.article_url}}}};
  return data.dump(1, ' ', false, json::error_handler_t::replace) + "\n";
}

Message from_json(std::string_view text) try {
  const json data = json::parse(text);
  Message message;
  message.id = data.at("id");
  const auto time = kb::parse_time(data.at("time").get<std::string>());
  message.time = time.value();
  message.lang = data.at("lang");
  message.subject = data.at("subject");
  message.text = data.at("message");
  message.reply_to = data.at("reply_to");
  message.order_number = data.at("order_number");
  message.question = data.at("question");
  message.article_title = data.at("article").at("title");
  message.article_url = data.at("article").at("url");
  return message;
} catch (const std::exception&) {  // nlohmann's, or bad_optional_access of a time that is none
  throw kb::Error("the outbox holds a file that is no message", "look at the file, then remove it");
}

}  // namespace outbox
