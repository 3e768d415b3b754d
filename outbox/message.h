// What somebody wrote to us in the contact form, and its JSON: the same on the disk and to a webhook.
#pragma once

#include <chrono>
#include <string>
#include <string_view>

namespace outbox {

struct Message {
  std::string id;  // 64 hex digits; the same however often it is sent
  std::chrono::sys_seconds time{};
  std::string lang;
  std::string subject;       // one line
  std::string text;          // lines end in \n
  std::string reply_to;      // an email address
  std::string order_number;  // may be ""
  std::string question;      // asked on the contact page before, may be ""
  // The article that the visitor came from; "" when there is none.
  std::string article_title;
  std::string article_url;  // absolute
  // The file that came with it; all three are "" when none did.
  std::string file_name;
  std::string file_type;  // "image/jpeg"
  std::string file;       // its bytes

  bool operator==(const Message&) const = default;
};

// The bytes of a file are in base64; it is null when there is none.
std::string to_json(const Message& message);
// Throws kb::Error for what is no message.
Message from_json(std::string_view text);

}  // namespace outbox
