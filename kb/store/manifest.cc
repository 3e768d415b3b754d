#include "kb/store/manifest.h"

#include <nlohmann/json.hpp>

#include "kb/model/date.h"
#include "kb/model/error.h"
#include "kb/store/file.h"
#include "kb/store/sha256.h"

namespace kb {

namespace fs = std::filesystem;
using nlohmann::json;

namespace {

constexpr const char* kManifest = "manifest.json";
constexpr const char* kManifestHash = "manifest.sha256";
constexpr const char* kRestore = "build the content again, or go back with firstline-indexer rollback";

[[noreturn]] void broken(const fs::path& dir, const std::string& why) {
  throw Error(dir.filename().string() + " is damaged: " + why, kRestore);
}

json to_json(const Manifest& manifest) {
  json files = json::object();
  for (const auto& [path, entry] : manifest.files)
    files[path] = {{"size", entry.size}, {"sha256", entry.sha256}};
  return {{"format", manifest.format},
          {"program", manifest.program},
          {"revision", manifest.revision},
          {"built", format_time(manifest.built)},
          {"drafts", manifest.drafts},
          {"articles", manifest.articles},
          {"sections", manifest.sections},
          {"next_change", manifest.next_change ? json(format_date(*manifest.next_change)) : json()},
          {"files", files}};
}

Manifest from_json(const json& data) {
  Manifest manifest;
  data.at("program").get_to(manifest.program);
  data.at("revision").get_to(manifest.revision);
  manifest.built = parse_time(data.at("built").get<std::string>()).value_or(std::chrono::sys_seconds{});
  data.at("drafts").get_to(manifest.drafts);
  data.at("articles").get_to(manifest.articles);
  data.at("sections").get_to(manifest.sections);
  if (data.at("next_change").is_string())
    manifest.next_change = parse_date(data["next_change"].get<std::string>());
  for (const auto& [path, entry] : data.at("files").items()) {
    manifest.files[path] = {entry.at("size").get<std::uint64_t>(), entry.at("sha256").get<std::string>()};
  }
  return manifest;
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
  const std::string text = read_file(dir / kManifest);
  if (read_file(dir / kManifestHash) != sha256(text) + "\n")
    broken(dir, "manifest.json does not match its hash");
  const json data = json::parse(text, nullptr, false);
  if (!data.is_object() || !data.value("format", json()).is_number_integer())
    broken(dir, "manifest.json is not readable");
  if (const std::int64_t format = data["format"]; format != kFormatVersion) {
    throw Error(dir.filename().string() + " has index format " + std::to_string(format) +
                    ", this program reads " + std::to_string(kFormatVersion),
                format > kFormatVersion ? "update Firstline, or build the content again with this version"
                                        : "build the content again with this version");
  }
  try {
    return from_json(data);
  } catch (const json::exception&) {
    broken(dir, "manifest.json lacks a field");
  }
}

}  // namespace

void seal(const fs::path& dir, Manifest manifest) try {
  manifest.files.clear();
  for (const auto& [path, file] : files_below(dir)) {
    manifest.files[path] = {fs::file_size(file), sha256_file(file)};
    sync_path(file);
  }
  // What is not UTF-8 must not throw here; verify() then misses a file so named.
  const std::string text = to_json(manifest).dump(1, ' ', false, json::error_handler_t::replace) + "\n";
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
  const json data = json::parse(read_file(dir / kManifest), nullptr, false);
  return data.is_object() && data.value("format", json()).is_number_integer() &&
         data["format"] > kFormatVersion;
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
  for (const auto& [path, file] : files) {
    if (!manifest.files.contains(path)) broken(dir, path + " is not in its manifest");
  }
  return manifest;
} catch (const fs::filesystem_error& error) {
  broken(dir, error.code().message());
}

}  // namespace kb
