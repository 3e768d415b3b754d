// What mail programs put around a mail: marks of quoted lines, headers of what is answered or forwarded, and
// signatures. None of it is asked.
#pragma once

#include <string>
#include <string_view>

namespace kb {

// The lines of `text` that somebody wrote, those of quoted mails included, without ">" before them. The text
// as it is when nothing would be left. What labels a quoted mail is known in English, German, Spanish,
// French, Italian, Dutch and Portuguese.
std::string without_mail_lines(std::string_view text);

}  // namespace kb
