#include "searchd/channels/contact_links.h"

#include <doctest/doctest.h>

#include <utility>
#include <vector>

using namespace searchd;

TEST_CASE("contact links: a number as a phone dials it") {
  CHECK(phone_link("+44 20 7946 0321") == "tel:+442079460321");
  CHECK(phone_link("+49 (0) 30 / 23125-321") == "tel:+493023125321");
  CHECK(phone_link("(030) 231 25") == "tel:03023125");
  CHECK(phone_link("(0)30 231 25") == "tel:03023125");
}

TEST_CASE("contact links: nothing in an email can be taken for another part of its address") {
  CHECK(mail_link("help@shop.example", "", "") == "mailto:help@shop.example");
  CHECK(mail_link("help@shop.example", "Why?", "") == "mailto:help@shop.example?subject=Why%3F");
  CHECK(mail_link("a&b?c@shop.example", "", "x") == "mailto:a%26b%3Fc@shop.example?body=x");
  CHECK(mail_link("help@shop.example", "50% off & more", "a+b = c\n<b>caf\u00e9</b> \U0001F600") ==
        "mailto:help@shop.example?subject=50%25%20off%20%26%20more"
        "&body=a%2Bb%20%3D%20c%0D%0A%3Cb%3Ecaf%C3%A9%3C%2Fb%3E%20%F0%9F%98%80");
  CHECK(mail_link("help@shop.example", "s&cc=evil@x.example\r\nCc: x", "\r\nBcc: x") ==
        "mailto:help@shop.example?subject=s%26cc%3Devil%40x.example%20%20Cc%3A%20x&body=%0D%0ABcc%3A%20x");
}

TEST_CASE("contact links: a chat that takes a message gets it as one value") {
  CHECK(chat_link("https://chat.example/?m={message}&x=1", "a&b=c {message}\n") ==
        "https://chat.example/?m=a%26b%3Dc%20%7Bmessage%7D%0A&x=1");
  CHECK(chat_link("https://chat.example/?m={message}", "") == "https://chat.example/?m=");
  CHECK(chat_link("https://chat.example/", "question") == "https://chat.example/");
}

TEST_CASE("contact links: a network is called by its name, another by its host") {
  const std::vector<std::pair<std::string, std::string>> cases{
      {"https://x.com/wrenfold", "X"},
      {"https://de-de.facebook.com/wrenfold", "Facebook"},
      {"https://WWW.Instagram.com/wrenfold/", "Instagram"},
      {"https://wa.me/442079460321", "WhatsApp"},
      {"https://netflix.com/", "netflix.com"},
      {"https://www.social.example/@wrenfold", "social.example"},
      {"https://b\u00fccher.example/", "https://b\u00fccher.example/"}};
  for (const auto& [url, name] : cases) CHECK(network_name(url) == name);
}
