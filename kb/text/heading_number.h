// Headings that count: "Step 3: Restart".
#pragma once

#include <cstddef>
#include <string_view>

namespace kb {

// 3 for "Step 3: Restart" and "3) Restart": at most one word, a number and a mark. 0 for all others, such as
// "Step 4.2".
std::size_t heading_number(std::string_view heading);

}  // namespace kb
