// What raw HTML may hold. Everything not named here is taken out by the sanitizer.
#pragma once

#include <string_view>

namespace indexer {

enum class ElementRule {
  keep,
  unwrap,  // the tags go, what is inside stays
  drop     // with what is inside
};

// Names are lower-case.
ElementRule element_rule(std::string_view tag);

// Whether an element that has this attribute is not shown where it comes from: `hidden`, `style="display:
// none"`.
bool hides_element(std::string_view attribute, std::string_view value);

// Attributes that are copied when their value is fine; URLs (href, src) are not among them.
bool is_allowed_attribute(std::string_view tag, std::string_view attribute);
bool is_allowed_value(std::string_view attribute, std::string_view value);

}  // namespace indexer
