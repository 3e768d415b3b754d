#include "indexer/findings/finding_list.h"

#include <iterator>
#include <utility>

namespace indexer {

void report(std::vector<Diagnostic>& list, const RuleSet& rules, const std::string& path,
            std::string_view rule, Position at, std::string message) {
  Diagnostics diags(rules, path);
  diags.report(rule, at, std::move(message));
  append(list, diags.take());
}

void append(std::vector<Diagnostic>& list, std::vector<Diagnostic> more) {
  list.insert(list.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
}

}  // namespace indexer
