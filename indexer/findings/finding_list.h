// Lists of what is wrong with many files, as steps that look at the whole site make them.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "indexer/findings/finding.h"

namespace indexer {

// Adds one about the file `path`, unless its rule is off.
void report(std::vector<Finding>& list, const RuleSet& rules, const std::string& path, std::string_view rule,
            Position at, std::string message);

void append(std::vector<Finding>& list, std::vector<Finding> more);

}  // namespace indexer
