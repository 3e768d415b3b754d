// Creates the file of a new article, so that nobody has to remember the front matter.
#pragma once

#include <chrono>
#include <filesystem>
#include <string>
#include <string_view>

namespace indexer {

// Writes content/<place>.md, a draft with the front matter that every article needs, and returns its path.
// Never overwrites a file. Throws kb::Error.
std::filesystem::path new_article(const std::filesystem::path& content, std::string_view place,
                                  std::chrono::sys_days today);

}  // namespace indexer
