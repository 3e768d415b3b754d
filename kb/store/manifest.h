// Lists every file of a generation with its hash. A file that is not listed does not belong there.
#pragma once

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <map>
#include <optional>
#include <string>

namespace kb {

inline constexpr int kFormatVersion = 3;
// Beside the generations: the models of meaning that manifests name.
inline constexpr const char* kModelsFolder = "models";

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
  bool drafts = false;                               // a preview, never served to customers
  std::map<std::string, int> articles;               // language -> count, unlisted ones left out
  int sections = 0;                                  // of all articles
  std::optional<std::chrono::sys_days> next_change;  // next publish or expiry date
  std::string model;                                 // hash of the model of meaning, "" for none
  std::string memory;                                // hash of the file it learned from, "" for none
  std::map<std::string, FileEntry> files;            // by path inside the generation

  bool operator==(const Manifest&) const = default;
};

enum class Verify { sizes, hashes };

// Hashes every file below `dir`, writes manifest.json and manifest.sha256, and fsyncs all. Throws Error.
void seal(const std::filesystem::path& dir, Manifest manifest);

// Reads and checks a generation: the manifest's own hash, the format, that no file is missing or unlisted,
// the sizes, that the model it names is there, and with Verify::hashes the SHA-256 of every file. Throws an
// Error that names the first file that is wrong.
Manifest verify(const std::filesystem::path& dir, Verify how);

// Whether a later version of this program wrote the generation. False when there is no manifest or it makes
// no sense. Throws Error when the file is there but cannot be read.
bool has_newer_format(const std::filesystem::path& dir);

}  // namespace kb
