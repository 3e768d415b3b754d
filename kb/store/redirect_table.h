// Where old addresses lead now.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "kb/model/catalogue.h"

namespace kb {

class RedirectTable {
 public:
  void add(Redirect redirect);

  // Of an encoded path and the query behind it, both as asked for. An exact path goes before patterns, and
  // these count in the order in which they were added. nullptr when nothing fits.
  const Redirect* find(std::string_view path, std::string_view query) const;

 private:
  std::unordered_map<std::string, Redirect> exact_;
  std::vector<Redirect> patterns_;
};

// Whether `from` of a redirect is a pattern: it has a `*`, which stands for any characters but /, at its end
// for any at all; or a query, whose parameters must be among those asked for.
bool is_redirect_pattern(std::string_view from);

}  // namespace kb
