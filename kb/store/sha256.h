// SHA-256, the only hash we name files by or trust content with, and signatures made with it.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

namespace kb {

// 64 lower-case hex digits.
std::string sha256(std::string_view bytes);

// Reads the file in blocks; throws Error when it cannot be read.
std::string sha256_file(const std::filesystem::path& file);

// HMAC-SHA-256 (RFC 2104), 64 lower-case hex digits.
std::string hmac_sha256(std::string_view key, std::string_view bytes);

}  // namespace kb
