#include "indexer/meaning/embedding_cache.h"

#include <cstring>
#include <map>

#include "kb/model/error.h"
#include "kb/store/file.h"
#include "kb/store/sha256.h"

namespace indexer {

namespace fs = std::filesystem;

namespace {

constexpr std::size_t kKeyBytes = 32;   // hex digits of a SHA-256; half of it is enough
constexpr std::size_t kHashBytes = 64;  // at the end, of all before

}  // namespace

std::string text_key(std::string_view text) { return kb::sha256(text).substr(0, kKeyBytes); }

VectorsByKey read_embedding_cache(const fs::path& file, std::size_t width) try {
  std::error_code error;
  if (!fs::exists(file, error)) return {};
  const std::string bytes = kb::read_file(file);
  if (bytes.size() < kHashBytes) return {};
  std::string_view left = std::string_view(bytes).substr(0, bytes.size() - kHashBytes);
  if (left.size() % (kKeyBytes + width) != 0 || kb::sha256(left) != bytes.substr(left.size())) return {};
  VectorsByKey vectors;
  for (; !left.empty(); left.remove_prefix(kKeyBytes + width)) {
    kb::MeaningVector vector(width);
    std::memcpy(vector.data(), left.data() + kKeyBytes, width);
    vectors.emplace(left.substr(0, kKeyBytes), std::move(vector));
  }
  return vectors;
} catch (const kb::Error&) {
  return {};  // the vectors are computed again
}

void write_embedding_cache(const fs::path& file, const VectorsByKey& vectors, std::size_t width) try {
  const std::map<std::string_view, const kb::MeaningVector*> sorted = [&] {
    std::map<std::string_view, const kb::MeaningVector*> all;
    for (const auto& [key, vector] : vectors) all.emplace(key, &vector);
    return all;
  }();
  std::string bytes;
  bytes.reserve(vectors.size() * (kKeyBytes + width) + kHashBytes);
  for (const auto& [key, vector] : sorted) {
    bytes += key;
    const std::size_t at = bytes.size();
    bytes.resize(at + width);
    std::memcpy(bytes.data() + at, vector->data(), width);
  }
  bytes += kb::sha256(bytes);
  const fs::path aside = fs::path(file).concat(".tmp");
  std::error_code error;
  fs::remove(aside, error);
  kb::write_file(aside, bytes);
  fs::rename(aside, file, error);
} catch (const kb::Error&) {  // see the declaration
}

}  // namespace indexer
