// Begins an article, so that nobody has to remember the front matter.
#pragma once

#include <chrono>
#include <filesystem>
#include <string>
#include <string_view>

namespace indexer {

// Writes content/<place>.md with what every article wants, as a draft; returns its path. Never replaces a
// file. Throws kb::Error.
std::filesystem::path new_article(const std::filesystem::path& content, std::string_view place,
                                  std::chrono::sys_days today);

}  // namespace indexer
