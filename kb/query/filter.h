// Narrows a search to some articles. An empty field narrows nothing; a value that nobody knows leaves
// nothing.
#pragma once

#include <string>

#include "kb/model/catalogue.h"

namespace kb {

struct Filter {
  std::string category = {};  // id; also what lies below it
  std::string product = {};   // id
  std::string type = {};      // name of an article's type, "faq"

  bool empty() const { return category.empty() && product.empty() && type.empty(); }
};

bool passes(const Card& card, const Filter& filter);

}  // namespace kb
