// Whole files in and out, with errors that name the file and the reason.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

namespace kb {

// Throws Error when the file cannot be read.
std::string read_file(const std::filesystem::path& file);

// Creates or replaces the file and fsyncs it; throws Error when that fails, a full disk included.
void write_file(const std::filesystem::path& file, std::string_view bytes);

// Fsyncs a file or folder, so that a rename before it survives a power cut; throws Error.
void sync_path(const std::filesystem::path& path);

}  // namespace kb
