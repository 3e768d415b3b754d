// What header fields are written in: tokens, and lists with commas and weights (RFC 9110, 5.5, 5.6
// and 12.4.2).
#pragma once

#include <string_view>
#include <vector>

#include "kb/text/ascii.h"

namespace searchd {

// A name of a method or header: no blanks, no separators.
bool is_token(std::string_view text);

// CR, LF, NUL and every other control byte but a tab: none may be in a value.
inline bool is_refused(char c) { return kb::is_control(c) && c != '\t'; }

bool is_field_value(std::string_view text);

// "gzip, br;q=0.5" -> "gzip", "br;q=0.5": each item without blanks around it. An empty one stays.
std::vector<std::string_view> list_items(std::string_view list);

struct Preference {
  std::string_view name;  // "br"
  double weight = 1;      // 0 to 1; 0 for a q that cannot be read
};

// The items of Accept-Encoding or Accept-Language, in their order.
std::vector<Preference> preferences(std::string_view list);

}  // namespace searchd
