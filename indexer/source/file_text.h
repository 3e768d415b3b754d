// A file's bytes -> text that everything after can rely on: valid UTF-8 without NUL or BOM, \n line ends.
#pragma once

#include <cstddef>
#include <optional>
#include <string>

#include "indexer/findings/finding.h"

namespace indexer {

inline constexpr std::size_t kMaxArticleBytes = 1024 * 1024;
inline constexpr std::size_t kLongArticleBytes = 256 * 1024;  // worth a warning

// nullopt and a report that names the line and column when the bytes are not such a text.
std::optional<std::string> to_file_text(std::string bytes, FileFindings& findings);

}  // namespace indexer
