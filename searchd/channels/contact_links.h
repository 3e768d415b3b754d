// Addresses that leave the browser for a phone or a mail program, with everything in them encoded.
#pragma once

#include <string>
#include <string_view>

namespace searchd {

// "+44 (0) 20 7946 0321" -> "tel:+442079460321": the nought in brackets is not dialled after a country code.
std::string phone_link(std::string_view number);

// RFC 6068. Lines of `body` end in \n; a blank `subject` or `body` is left out.
std::string mail_link(std::string_view address, std::string_view subject, std::string_view body);

// "{message}" in the address becomes `message`, for chats that take one.
std::string chat_link(std::string url, std::string_view message);

// What customers call the network that an address leads to: "Instagram", else its host: "social.example".
std::string network_name(std::string_view url);

}  // namespace searchd
