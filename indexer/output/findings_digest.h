// Keeps the list readable where one cause shows in every file: a habit of another tool, a missing folder of
// images.
#pragma once

#include <string>
#include <vector>

#include "indexer/findings/finding.h"

namespace indexer {

// Warnings of one rule that say the same become one, at the first place: "Liquid tags are not understood (464
// times in 171 files)". Of what is left at most `most` are kept, 0 for all: errors first, then some of every
// rule.
std::vector<Finding> digest(const std::vector<Finding>& findings, std::size_t most);

// How much each rule found, for a list that was cut: a line a rule, with errors, warnings and files. "" when
// `shown` is all that was found.
std::string rule_counts(const std::vector<Finding>& findings, const std::vector<Finding>& shown);

}  // namespace indexer
