// Tables that MyST writes as a list or as comma-separated values.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/myst/myst_directive.h"

namespace indexer {

// Lines of a Markdown table. nullopt where a cell holds more than one line can show.
std::optional<std::vector<std::string>> myst_list_table(const MystDirective& directive, const Lines& body);

std::vector<std::string> myst_csv_table(const MystDirective& directive, const Lines& body);

}  // namespace indexer
