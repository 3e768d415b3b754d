// Diagnostics as people, scripts and CI services read them.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/findings/diagnostics.h"

namespace indexer {

enum class OutputFormat { text, json, github, sarif };

std::optional<OutputFormat> parse_output_format(std::string_view name);

// `folder` is the content folder as it was named: text, github and sarif begin every path with it, so that
// editors and review pages find the file. Empty list: "" for text and github, an empty document otherwise.
std::string format_diagnostics(const std::vector<Diagnostic>& list, OutputFormat format,
                               std::string_view folder);

// "2 errors, 1 warning"; "" for none.
std::string count_text(const std::vector<Diagnostic>& list);

// Control characters of a file name or message made visible, so that they cannot draw on a terminal.
std::string escape_control(std::string_view text);

}  // namespace indexer
