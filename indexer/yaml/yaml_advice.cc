#include "indexer/yaml/yaml_advice.h"

#include <algorithm>
#include <array>

namespace indexer {

namespace {

struct Advice {
  std::string_view said;  // begins so
  std::string_view advice;
};

constexpr std::string_view kSpecial = "put the text in quotes, it begins with a special character";
constexpr std::string_view kInBrackets =
    "within [ ] and { } put a comma between items, and texts with ': ' or ' #' in quotes";
constexpr std::string_view kMisplaced =
    "this belongs to nothing before it; put the text in quotes as a whole, and indent the keys of one map "
    "alike";

constexpr std::array kAdvice{
    Advice{"illegal map value", "put the text in quotes if it contains ': '"},
    Advice{"unknown token", kSpecial},
    Advice{"illegal map key", kSpecial},
    Advice{"illegal flow end", kSpecial},
    Advice{"unexpected character in block scalar", kSpecial},
    Advice{"the referenced anchor is not defined", kSpecial},
    Advice{"alias not found after *", kSpecial},
    Advice{"illegal character found while scanning", kSpecial},
    Advice{"anchor not found after &", kSpecial},
    Advice{"illegal block entry", "put the text in quotes, or begin the list on a line of its own"},
    Advice{"end of map not found", kMisplaced},
    Advice{"end of sequence not found", kMisplaced},
    Advice{"end of map flow not found", kInBrackets},
    Advice{"end of sequence flow not found", kInBrackets},
    Advice{"illegal tab when looking for indentation", kTabAdvice},
    Advice{"unknown escape character: ",
           "in \" quotes a backslash begins an escape; write it twice, or use ' quotes"},
};

}  // namespace

std::string_view yaml_advice(std::string_view said) {
  const auto known = std::find_if(kAdvice.begin(), kAdvice.end(),
                                  [&](const Advice& advice) { return said.starts_with(advice.said); });
  return known == kAdvice.end() ? said : known->advice;
}

}  // namespace indexer
