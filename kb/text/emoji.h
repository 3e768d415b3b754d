// Emoji by name, as people write them on GitHub and in chats: `:rocket:`.
#pragma once

#include <string>
#include <string_view>

namespace kb {

// Puts emoji in the place of their names. Names are Unicode's own with _ for blanks
// ("face_with_tears_of_joy", and "warning" for WARNING SIGN), and GitHub's where those differ ("joy", "+1").
// A word that names none stays, and so does what is part of something longer: `10:30:00`, `a:b:c`,
// `std::x::y`.
std::string with_emoji(std::string_view text);

}  // namespace kb
