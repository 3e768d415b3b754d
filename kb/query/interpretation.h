// How search read a query differently from how it was typed.
#pragma once

#include <string>
#include <vector>

namespace kb {

struct Replacement {
  std::string from;
  std::string to;
};

// How search changed the query; pages tell the visitor.
struct Interpretation {
  std::vector<Replacement> corrected;
  std::vector<Replacement> synonyms;
  std::vector<std::string> ignored;        // words that took no part
  std::vector<std::string> unknown_codes;  // as typed; the articles that list codes like them come nearest
  bool shortened = false;                  // of a long text only the most telling parts were searched
  bool relaxed = false;  // nothing fits well, or nothing has the phrases and lacks what was excluded
};

}  // namespace kb
