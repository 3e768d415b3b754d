// Looks at finished HTML as an attacker would: what in it can run code or reach another place? Knows nothing
// of our allow-list, so that the two can disagree.
#pragma once

#include <string>
#include <string_view>

namespace fuzz {

// What is dangerous in a fragment or a page; "" when nothing is. Pages of ours may load their own script and
// styles: with Kind::page those are fine.
enum class Kind { fragment, page };
std::string danger_in(std::string_view html, Kind kind);

}  // namespace fuzz
