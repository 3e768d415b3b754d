// Articles in other formats than Markdown: they are not read, which is said.
#pragma once

#include <string>
#include <vector>

#include "indexer/findings/finding.h"
#include "indexer/source/docs_folder.h"

namespace indexer {

// One finding for each format, at the first of its files (rule unread-format). `files` are paths of what is
// no article; those outside of `docs` do not count.
std::vector<Finding> report_unread_formats(const DocsFolder& docs, const RuleSet& rules,
                                           std::vector<std::string> files);

}  // namespace indexer
