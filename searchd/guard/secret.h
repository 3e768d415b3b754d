// Bytes nobody can guess: from the kernel, or from a file that several daemons share.
#pragma once

#include <cstddef>
#include <filesystem>
#include <string>

namespace searchd {

std::string random_hex(std::size_t bytes);  // two lower-case digits a byte

// The file's text without blanks and newlines at its ends. Throws Error when it cannot be read, has fewer
// than 32 bytes, or consists of fewer than 8 different ones.
std::string read_secret(const std::filesystem::path& file);

}  // namespace searchd
