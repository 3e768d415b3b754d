// Collects what one rule finds on a page, so that a thing used fifty times is one diagnostic, not fifty, and
// a page of nothing else does not bury the others: 50 different ones are reported at most.
#pragma once

#include <map>
#include <string>

#include "indexer/findings/diagnostics.h"

namespace indexer {

class Findings {
 public:
  explicit Findings(std::string rule) : rule_(std::move(rule)) {}

  // Equal messages are one finding, at the place of the first.
  void add(const std::string& message, Position at);
  void report(Diagnostics& diags) const;

 private:
  struct Finding {
    Position first;
    int count = 0;
  };
  std::string rule_;
  std::map<std::string, Finding> findings_;
};

}  // namespace indexer
