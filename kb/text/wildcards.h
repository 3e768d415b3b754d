// Names with `*` (any characters or none) and `?` (any one byte).
#pragma once

#include <string_view>

namespace kb {

// Linear: there is one point to come back to, so that a*a*a*b cannot blow up. Nothing is special about `/`.
bool matches_wildcards(std::string_view pattern, std::string_view text);

}  // namespace kb
