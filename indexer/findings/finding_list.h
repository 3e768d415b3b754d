// Lists of what is wrong with many files, as steps that look at the whole site make them.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "indexer/findings/diagnostics.h"

namespace indexer {

// Adds one about the file `path`, unless its rule is off.
void report(std::vector<Diagnostic>& list, const RuleSet& rules, const std::string& path,
            std::string_view rule, Position at, std::string message);

void append(std::vector<Diagnostic>& list, std::vector<Diagnostic> more);

}  // namespace indexer
