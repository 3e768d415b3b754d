// FileFindings as people, scripts and CI services read them. Whatever a file's name, a key or a text holds: a
// finding is one line, draws nothing on a terminal and gives a CI service no command.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/findings/finding.h"

namespace indexer {

enum class OutputFormat { text, json, github, sarif };

std::optional<OutputFormat> parse_output_format(std::string_view name);

// `folder` is the content folder as it was named: text, github and sarif begin every path with it, so that
// editors and review pages find the file. Empty list: "" for text and github, an empty document otherwise.
std::string format_findings(const std::vector<Finding>& list, OutputFormat format, std::string_view folder);

// For a terminal: text with the line that is meant under each, and a caret.
using LineOf = std::function<std::optional<std::string>(const std::string& path, int number)>;
std::string format_with_source(const std::vector<Finding>& list, std::string_view folder,
                               const LineOf& line_of);

// "2 errors, 1 warning"; "" for none.
std::string count_text(const std::vector<Finding>& list);

}  // namespace indexer
