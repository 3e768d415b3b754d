// A navigation file's text -> what it says, by the name of the file.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "indexer/findings/finding.h"
#include "indexer/navigation/nav_entry.h"
#include "indexer/source/content_root.h"

namespace indexer {

inline constexpr std::string_view kNavigationSyntax = "navigation-syntax";  // the rule

// `path` is one that is_navigation() knows, or Markdown, read as SUMMARY.md. nullopt and a report, the last
// one, when the text cannot be read.
std::optional<NavList> read_nav_list(const std::string& path, std::string_view text, FileFindings& findings);

// The same for a file of the content folder. nullopt without a report when it is a link that leads nowhere.
std::optional<NavList> read_nav_file(const ContentRoot& root, const std::string& path,
                                     FileFindings& findings);

}  // namespace indexer
