#include "kb/store/meaning_models.h"

#include <algorithm>
#include <set>
#include <string_view>

#include "kb/model/error.h"
#include "kb/store/file.h"
#include "kb/store/generation.h"
#include "kb/store/manifest.h"
#include "kb/store/sha256.h"

namespace kb {

namespace fs = std::filesystem;

namespace {

constexpr std::uintmax_t kLargestModel = 256UL << 20U;
constexpr std::size_t kHashBytes = 32;

std::string in_hex(std::string_view bytes) {
  constexpr std::string_view kDigits = "0123456789abcdef";
  std::string out;
  for (const char c : bytes) {
    const auto byte = static_cast<unsigned char>(c);
    out += kDigits[byte >> 4U];
    out += kDigits[byte & 15U];
  }
  return out;
}

}  // namespace

fs::path model_path(const fs::path& index, const std::string& hash) { return index / kModelsFolder / hash; }

ReadModel read_model(const fs::path& file) try {
  ReadModel read;
  read.bytes = read_file(file, kLargestModel);
  const std::string_view all = read.bytes;
  const std::string_view weights = all.substr(0, all.size() - std::min(all.size(), kHashBytes));
  read.model = parse_model(weights);
  if (in_hex(all.substr(weights.size())) != sha256(weights))
    throw Error("this is no model of meaning: it does not match its hash",
                "write the file again with tools/meaning");
  read.hash = sha256(all);
  return read;
} catch (const Error& error) {
  const std::string what = error.what();
  throw Error(what.find(file.string()) == std::string::npos ? file.string() + ": " + what : what,
              error.hint());
}

void keep_model(const fs::path& index, const ReadModel& model) try {
  const fs::path folder = index / kModelsFolder;
  const fs::path file = model_path(index, model.hash);
  fs::create_directories(folder);
  if (fs::exists(file) && sha256_file(file) == model.hash) return;
  const fs::path aside = fs::path(file).concat(".tmp");
  fs::remove(aside);
  write_file(aside, model.bytes);
  fs::rename(aside, file);
  sync_path(folder);
  sync_path(index);
} catch (const fs::filesystem_error& error) {
  throw Error("cannot keep the model of meaning in " + index.string() + ": " + error.code().message(),
              "check the index folder, its space and permissions");
}

void remove_unused_models(const fs::path& index) {
  std::error_code error;
  if (!fs::exists(index / kModelsFolder, error)) return;
  std::set<std::string> named;
  for (const GenerationInfo& generation : list_generations(index)) {
    if (!generation.manifest) return;
    named.insert(generation.manifest->model);
  }
  std::vector<fs::path> unused;
  for (const auto& entry : fs::directory_iterator(index / kModelsFolder, error)) {
    const std::string name = entry.path().filename().string();
    if (!named.contains(name.substr(0, name.find('.')))) unused.push_back(entry.path());
  }
  for (const fs::path& file : unused) fs::remove(file, error);
  fs::remove(index / kModelsFolder, error);  // only when it is empty
}

}  // namespace kb
