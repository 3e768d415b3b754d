// Text that others wrote, made safe to print. A file's name or a key must not draw on a terminal, turn the
// order of what is read, or give a CI service a command.
#pragma once

#include <string>
#include <string_view>

namespace kb {

// One line of valid UTF-8. Control characters, line separators, marks that turn the direction of writing, and
// bytes that are not UTF-8 become \xNN, byte by byte; so does the first sign of what CI services take for a
// command: ##[group] and ##vso[task...] anywhere, ::group:: at the beginning.
std::string printable(std::string_view text);

}  // namespace kb
