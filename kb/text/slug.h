// The address of a heading on its page, made from its words exactly as GitHub makes it, so that links written
// for GitHub work here.
#pragma once

#include <string>
#include <string_view>

namespace kb {

// Lower-case, without punctuation other than - and _, each space a -. "What's new?" is "whats-new".
std::string heading_slug(std::string_view heading);

}  // namespace kb
