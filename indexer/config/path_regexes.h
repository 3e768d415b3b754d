// Regular expressions of paths, as the settings of some tools have them instead of patterns.
#pragma once

#include <unicode/regex.h>

#include <memory>
#include <string_view>
#include <vector>

namespace indexer {

class PathRegexes {
 public:
  // One that cannot be read, or is one too many, is left out.
  void add(std::string_view expression);

  // Whether one of them is found anywhere in the path. A comparison that takes too long counts as no match.
  bool match(std::string_view path) const;

 private:
  std::vector<std::unique_ptr<icu::RegexPattern>> patterns_;
};

}  // namespace indexer
