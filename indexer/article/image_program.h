// Runs the program that makes images smaller. Images come from strangers and the decoders have had holes, so
// it is a child process with limits, without our environment, and with a folder that holds nothing else.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

namespace indexer {

// From Debian's libvips-tools.
inline constexpr const char* kImageProgram = "/usr/bin/vipsthumbnail";

// The image as WebP in this width, turned as its EXIF says, without metadata. "" when the program is not
// there, fails, or takes more than 1 GiB or 20 seconds. Any thread.
std::string webp_of_width(std::string_view bytes, int width,
                          const std::filesystem::path& program = kImageProgram);

}  // namespace indexer
