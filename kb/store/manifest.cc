#include "kb/store/manifest.h"

#include "kb/model/error.h"
#include "kb/store/codec.h"
#include "kb/store/file.h"
#include "kb/store/sha256.h"

namespace kb {

namespace fs = std::filesystem;

namespace {

constexpr const char* kManifest = "manifest.json";
constexpr const char* kManifestHash = "manifest.sha256";
constexpr std::uintmax_t kMaxManifest = 64 << 20;  // bytes; a file of the generation takes about 150
constexpr std::uintmax_t kMaxManifestHash = 256;
constexpr const char* kRestore = "build the content again, or go back with firstline-indexer rollback";

[[noreturn]] void broken(const fs::path& dir, const std::string& why) {
  throw Error(dir.filename().string() + " is damaged: " + why, kRestore);
}

// Every file below `dir` by its path inside it, the manifest and its hash left out.
std::map<std::string, fs::path> files_below(const fs::path& dir) {
  std::map<std::string, fs::path> files;
  for (const auto& entry : fs::recursive_directory_iterator(dir)) {
    const std::string path = entry.path().lexically_relative(dir).generic_string();
    if (entry.is_symlink()) broken(dir, path + " is a symbolic link");
    if (entry.is_directory()) continue;
    if (!entry.is_regular_file()) broken(dir, path + " is not a regular file");
    if (path != kManifest && path != kManifestHash) files.emplace(path, entry.path());
  }
  return files;
}

Manifest read_manifest(const fs::path& dir) {
  for (const char* name : {kManifest, kManifestHash}) {
    if (!fs::exists(dir / name)) broken(dir, std::string(name) + " is missing");
  }
  const std::string text = read_file(dir / kManifest, kMaxManifest);
  if (read_file(dir / kManifestHash, kMaxManifestHash) != sha256(text) + "\n")
    broken(dir, "manifest.json does not match its hash");
  const auto format = decode_format(text);
  if (!format) broken(dir, "manifest.json is not readable");
  if (*format != kFormatVersion) {
    throw Error(dir.filename().string() + " has index format " + std::to_string(*format) +
                    ", this program reads " + std::to_string(kFormatVersion),
                *format > kFormatVersion ? "update Firstline, or build the content again with this version"
                                         : "build the content again with this version");
  }
  try {
    return decode_manifest(text);
  } catch (const Error&) {
    broken(dir, "manifest.json lacks a field");
  }
}

// The model lies beside the generations, since several of them use it.
void verify_model(const fs::path& dir, const std::string& hash, Verify how) {
  if (hash.empty()) return;
  constexpr std::size_t kHexDigits = 64;
  if (hash.size() != kHexDigits || hash.find_first_not_of("0123456789abcdef") != std::string::npos)
    broken(dir, "its model of meaning has no name");
  const fs::path file = dir.parent_path() / kModelsFolder / hash;
  if (!fs::is_regular_file(file)) broken(dir, "its model of meaning is missing: " + file.string());
  if (how == Verify::hashes && sha256_file(file) != hash)
    broken(dir, "its model of meaning has other contents: " + file.string());
}

}  // namespace

void seal(const fs::path& dir, Manifest manifest) try {
  manifest.files.clear();
  for (const auto& [path, file] : files_below(dir)) {
    manifest.files[path] = {fs::file_size(file), sha256_file(file)};
    sync_path(file);
  }
  const std::string text = encode(manifest);  // a file whose name is not UTF-8 is then missed by verify()
  write_file(dir / kManifest, text);
  write_file(dir / kManifestHash, sha256(text) + "\n");
  for (const auto& entry : fs::recursive_directory_iterator(dir)) {
    if (entry.is_directory()) sync_path(entry.path());
  }
  sync_path(dir);
} catch (const fs::filesystem_error& error) {
  throw Error("cannot seal " + dir.string() + ": " + error.code().message(),
              "check the folder, its space and permissions");
}

bool has_newer_format(const fs::path& dir) {
  if (!fs::exists(dir / kManifest)) return false;
  const auto format = decode_format(read_file(dir / kManifest, kMaxManifest));
  return format && *format > kFormatVersion;
}

Manifest verify(const fs::path& dir, Verify how) try {
  Manifest manifest = read_manifest(dir);
  const auto files = files_below(dir);
  for (const auto& [path, entry] : manifest.files) {
    const auto found = files.find(path);
    if (found == files.end()) broken(dir, path + " is missing");
    if (fs::file_size(found->second) != entry.size) broken(dir, path + " has another size");
    if (how == Verify::hashes && sha256_file(found->second) != entry.sha256)
      broken(dir, path + " has other contents");
  }
  verify_model(dir, manifest.model, how);
  for (const auto& [path, file] : files) {
    if (!manifest.files.contains(path)) broken(dir, path + " is not in its manifest");
  }
  return manifest;
} catch (const fs::filesystem_error& error) {
  broken(dir, error.code().message());
}

}  // namespace kb
