// Whole files in and out, with errors that name the file and the reason. Only regular files are read: a FIFO
// would keep a program waiting for ever, and a device such as /dev/zero has no end.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>
#include <string_view>

namespace kb {

inline constexpr std::uintmax_t kMaxFile = std::uintmax_t{1} << 30;  // bytes that are ever held in memory

// Throws Error when the file cannot be read, is not a regular file, or has more than `most` bytes.
std::string read_file(const std::filesystem::path& file, std::uintmax_t most = kMaxFile);

// Passes a file of any size on in blocks. Throws Error as read_file() does.
void read_blocks(const std::filesystem::path& file, const std::function<void(std::string_view)>& take);

// Creates or replaces the file and fsyncs it; throws Error when that fails, a full disk included.
void write_file(const std::filesystem::path& file, std::string_view bytes);

// Fsyncs a file or folder, so that a rename before it survives a power cut; throws Error.
void sync_path(const std::filesystem::path& path);

}  // namespace kb
