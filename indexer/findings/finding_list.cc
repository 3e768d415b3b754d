#include "indexer/findings/finding_list.h"

#include <iterator>
#include <utility>

namespace indexer {

void report(std::vector<Finding>& list, const RuleSet& rules, const std::string& path, std::string_view rule,
            Position at, std::string message) {
  FileFindings findings(rules, path);
  findings.report(rule, at, std::move(message));
  append(list, findings.take());
}

void append(std::vector<Finding>& list, std::vector<Finding> more) {
  list.insert(list.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
}

}  // namespace indexer
