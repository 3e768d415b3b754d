#include "courier/mail.h"

#include <doctest/doctest.h>

#include <algorithm>

using namespace courier;

namespace {

const MailCommand kMail{{"sendmail"}, "help@shop.example", "team@shop.example"};

outbox::Message message() {
  outbox::Message message;
  message.id = std::string(64, 'a');
  message.time = std::chrono::sys_days{std::chrono::year{2026} / 11 / 28} + std::chrono::hours{9};
  message.lang = "en";
  message.subject = "My parcel";
  message.text = "Hi";
  message.reply_to = "ann@shop.example";
  return message;
}

}  // namespace

TEST_CASE("mail: headers, and the text in base64") {
  CHECK(to_mail(message(), kMail) ==
        "From: help@shop.example\n"
        "To: team@shop.example\n"
        "Reply-To: ann@shop.example\n"
        "Subject: My parcel\n"
        "Date: Sat, 28 Nov 2026 09:00:00 +0000\n"
        "Message-ID: <" +
            std::string(40, 'a') +
            "@shop.example>\n"
            "MIME-Version: 1.0\n"
            "Content-Type: text/plain; charset=utf-8\n"
            "Content-Transfer-Encoding: base64\n"
            "\n"
            // Hi, two empty lines, "-- ", From: ann@shop.example, Language: en
            "SGkNCg0KLS0gDQpGcm9tOiBhbm5Ac2hvcC5leGFtcGxlDQpMYW5ndWFnZTogZW4NCg==\n");
}

TEST_CASE("mail: a file is a part of its own, behind the text") {
  outbox::Message with_file = message();
  with_file.file_name = "me.png";
  with_file.file_type = "image/png";
  with_file.file = std::string(58, 'a');
  const std::string mail = to_mail(with_file, kMail);
  const std::string boundary = "=_" + std::string(40, 'a');
  const auto head = mail.find("MIME-Version: 1.0\n");
  REQUIRE(head != std::string::npos);
  CHECK(mail.substr(head) ==
        "MIME-Version: 1.0\n"
        "Content-Type: multipart/mixed; boundary=\"" +
            boundary + "\"\n\n--" + boundary +
            "\n"
            "Content-Type: text/plain; charset=utf-8\n"
            "Content-Transfer-Encoding: base64\n"
            "\n"
            "SGkNCg0KLS0gDQpGcm9tOiBhbm5Ac2hvcC5leGFtcGxlDQpMYW5ndWFnZTogZW4NCg==\n"
            "--" +
            boundary +
            "\n"
            "Content-Type: image/png\n"
            "Content-Transfer-Encoding: base64\n"
            "Content-Disposition: attachment;\n"
            " filename=\"me.png\"\n"
            "\n"
            "YWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFh\n"
            "YQ==\n"
            "--" +
            boundary + "--\n");
}

TEST_CASE("mail: neither the name nor the type of a file makes a header of its own") {
  outbox::Message hostile = message();
  hostile.file_name = "a\"\r\nBcc: all@shop.example";
  hostile.file_type = "text/html\nBcc: all@shop.example";
  hostile.file = "x";
  const std::string mail = to_mail(hostile, kMail);
  CHECK(mail.find("Bcc:") == std::string::npos);
  CHECK(mail.find("Content-Type: application/octet-stream\n") != std::string::npos);
  CHECK(mail.find("filename*0*=UTF-8''a%22%0D%0ABcc%3A%20all%40sho;\n filename*1*=p.example\n") !=
        std::string::npos);
}

TEST_CASE("mail: the name of a file in any script, in lines that mail may have") {
  CHECK(file_name_parameter("me.png") == "filename=\"me.png\"");
  CHECK(file_name_parameter("a \"b\".png") == "filename*=UTF-8''a%20%22b%22.png");
  CHECK(file_name_parameter("é.png") == "filename*=UTF-8''%C3%A9.png");
  std::string name;
  for (int i = 0; i < 96; ++i) name += "日";
  const std::string parameter = file_name_parameter(name + ".png");
  CHECK(parameter.starts_with(
      "filename*0*=UTF-8''%E6%97%A5%E6%97%A5%E6%97%A5%E6%97%A5%E6%97%A5;\n filename*1*=%E6"));
  for (std::size_t at = 0; at < parameter.size();) {
    const auto end = std::min(parameter.find('\n', at), parameter.size());
    CHECK(end - at <= 76);
    at = end + 1;
  }
}

TEST_CASE("mail: nothing that was typed makes a header of its own") {
  outbox::Message hostile = message();
  hostile.subject = "Hello\r\nBcc: all@shop.example";
  hostile.reply_to = "ann@shop.example\nBcc: all@shop.example";
  hostile.text = "\n.\nBcc: all@shop.example\nFrom me";
  const std::string mail = to_mail(hostile, kMail);
  CHECK(mail.find("Bcc") == std::string::npos);
  CHECK(mail.find("Reply-To") == std::string::npos);
  CHECK(mail.find("Subject: =?UTF-8?B?") != std::string::npos);
  CHECK(mail.find("\n.\n") == std::string::npos);
}

TEST_CASE("mail: a header in any script is encoded in pieces that hold whole characters") {
  CHECK(encoded_header("Où est mon colis ?") == "=?UTF-8?B?T8O5IGVzdCBtb24gY29saXMgPw==?=");
  CHECK(encoded_header("a =?x?= b").starts_with("=?UTF-8?B?"));
  CHECK(encoded_header("") == "");
  std::string text;
  for (int i = 0; i < 15; ++i) text += "日";
  CHECK(encoded_header(text) ==
        "=?UTF-8?B?5pel5pel5pel5pel5pel5pel5pel5pel5pel5pel5pel5pel5pel5pel?=\n"
        " =?UTF-8?B?5pel?=");
}

TEST_CASE("mail: an address that can stand in a header") {
  for (const char* good : {"ann@shop.example", "a.b+c@x.example", "o'neil@shop.example"})
    CHECK(is_header_address(good));
  for (const char* bad :
       {"", "ann", "@shop.example", "ann@", "a@b@c", "a b@c.example", "a@c.example\n", "a,b@c.example",
        "<a@c.example>", "\"a\"@c.example", "-oQ/tmp@c.example", "ä@c.example"}) {
    CAPTURE(bad);
    CHECK_FALSE(is_header_address(bad));
  }
}
