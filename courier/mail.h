// A message as a mail (RFC 5322): whatever somebody typed stays in the field it was typed for.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "outbox/message.h"

namespace courier {

struct MailCommand {
  std::vector<std::string> command;  // the program and its arguments
  std::string from;
  std::string to;
};

// An address that can stand in a header: printable ASCII with one @, nothing that means something there.
bool is_header_address(std::string_view text);

// "=?UTF-8?B?...?=" as often as it takes (RFC 2047), folded; plain where the text is short printable ASCII.
std::string encoded_header(std::string_view text);

// "filename=..." for Content-Disposition, folded; in pieces and with percent signs (RFC 2231) where the name
// is no short printable ASCII.
std::string file_name_parameter(std::string_view name);

// Lines end in \n, as programs that take mail on standard input want them. The answer goes to the customer,
// so Reply-To is theirs; an address that cannot stand in a header is left out. With a file it has two parts
// (RFC 2046), the text first.
std::string to_mail(const outbox::Message& message, const MailCommand& mail);

}  // namespace courier
