// SUMMARY.md of GitBook and mdBook: nested lists of links, in parts with a heading.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "indexer/findings/finding.h"
#include "indexer/navigation/nav_entry.h"

namespace indexer {

// nullopt and a report when the text is too much to read.
std::optional<std::vector<NavEntry>> read_summary(std::string_view text, FileFindings& findings);

}  // namespace indexer
