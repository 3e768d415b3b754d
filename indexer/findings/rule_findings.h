// Collects what one rule finds on a page, so that a thing used fifty times is one finding, not fifty, and
// a page of nothing else does not bury the others: 50 different ones are reported at most.
#pragma once

#include <map>
#include <string>

#include "indexer/findings/finding.h"

namespace indexer {

class RuleFindings {
 public:
  explicit RuleFindings(std::string rule) : rule_(std::move(rule)) {}

  // Equal messages are one finding, at the place of the first.
  void add(const std::string& message, Position at);
  void report(FileFindings& findings) const;

 private:
  struct Seen {
    Position first;
    int count = 0;
  };
  std::string rule_;
  std::map<std::string, Seen> seen_;
};

}  // namespace indexer
