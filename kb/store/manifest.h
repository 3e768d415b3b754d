// The list of everything in a generation with its hash. What it does not list does not belong.
#pragma once

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <map>
#include <optional>
#include <string>

namespace kb {

inline constexpr int kFormatVersion = 1;

struct FileEntry {
  std::uint64_t size = 0;
  std::string sha256;

  bool operator==(const FileEntry&) const = default;
};

struct Manifest {
  int format = kFormatVersion;
  std::string program;   // version of the indexer that wrote it
  std::string revision;  // git commit of the content, "" when unknown
  std::chrono::sys_seconds built{};
  bool drafts = false;                  // a preview: never served to customers
  std::map<std::string, int> articles;  // language -> count
  int sections = 0;
  std::optional<std::chrono::sys_days> next_change;  // next publish or expiry date
  std::map<std::string, FileEntry> files;            // path inside the generation -> what it must be

  bool operator==(const Manifest&) const = default;
};

enum class Verify { sizes, hashes };

// Hashes every file below `dir`, then writes manifest.json and manifest.sha256. Fsyncs all. Throws Error.
void seal(const std::filesystem::path& dir, Manifest manifest);

// Reads and checks a generation: manifest's own hash, format, no file missing, none unlisted, sizes, and with
// Verify::hashes every file's SHA-256. Throws Error that names the first file that is wrong.
Manifest verify(const std::filesystem::path& dir, Verify how);

// Whether a later version of this program wrote the generation, as far as its manifest can be read. Throws
// Error when the file is there but cannot be read.
bool has_newer_format(const std::filesystem::path& dir);

}  // namespace kb
