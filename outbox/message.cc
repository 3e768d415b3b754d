#include "outbox/message.h"

#include <nlohmann/json.hpp>

#include "kb/model/date.h"
#include "kb/model/error.h"
#include "kb/text/base64.h"

namespace outbox {

using nlohmann::json;

namespace {

json file_of(const Message& message) {
  if (message.file.empty()) return nullptr;
  return {
      {"name", message.file_name}, {"type", message.file_type}, {"base64", kb::base64_encode(message.file)}};
}

// A message that waited since before there were files has none.
void read_file(const json& data, Message& message) {
  const auto file = data.find("file");
  if (file == data.end() || file->is_null()) return;
  message.file_name = file->at("name");
  message.file_type = file->at("type");
  message.file = kb::base64_decode(file->at("base64").get_ref<const std::string&>()).value();
}

}  // namespace

std::string to_json(const Message& message) {
  const json data{{"id", message.id},
                  {"time", kb::format_time(message.time)},
                  {"lang", message.lang},
                  {"subject", message.subject},
                  {"message", message.text},
                  {"reply_to", message.reply_to},
                  {"order_number", message.order_number},
                  {"question", message.question},
                  {"article", {{"title", message.article_title}, {"url", message.article_url}}},
                  {"file", file_of(message)}};
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
  read_file(data, message);
  return message;
} catch (const std::exception&) {  // nlohmann's, or bad_optional_access of a time or a file that is none
  throw kb::Error("the outbox holds a file that is no message", "look at the file, then remove it");
}

}  // namespace outbox
