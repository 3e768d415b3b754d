// A strict little XML reader, so that tests see what a feed reader would: a tree, or a refusal.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace http_test {

struct Xml {
  std::string name;
  std::map<std::string, std::string> attributes;
  std::vector<Xml> children;
  std::string text;  // of the element itself, entities resolved

  // The children of this name, in order.
  std::vector<const Xml*> all(std::string_view name) const;
  // The text of the first child of this name; "" without one.
  std::string text_of(std::string_view name) const;
};

// One document's root. Throws std::runtime_error saying what is wrong and at which byte: anything that is not
// well-formed, and what our files have no use for (doctypes, comments, CDATA, other entities).
Xml parse_xml(std::string_view text);

}  // namespace http_test
