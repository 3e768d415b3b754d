// `(label)=` above a heading, by which MyST's links and `{ref}` name it.
#pragma once

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "indexer/lines/lines.h"

namespace indexer {

struct MystPlace {
  std::string title;
  std::string id;  // of the heading, "" when it is not sure
};

class MystLabels {
 public:
  // Takes the labels out of the lines. `plain` gives a heading's words without roles.
  static MystLabels take(Lines& lines, const std::function<std::string(std::string_view)>& plain);

  // nullptr when no heading of the page has the label. Any case, `_` is `-`.
  const MystPlace* find(std::string_view label) const;
  bool empty() const { return places_.empty(); }

 private:
  std::map<std::string, MystPlace, std::less<>> places_;
};

}  // namespace indexer
