#include "searchd/theme/asset_table.h"

#include <algorithm>
#include <array>
#include <utility>

#include "kb/store/sha256.h"
#include "searchd/http/compression.h"

namespace searchd {

namespace {

constexpr std::size_t kHashDigits = 12;

constexpr std::array<std::pair<std::string_view, std::string_view>, 27> kTypes{{
    {"avif", "image/avif"},
    {"css", "text/css; charset=utf-8"},
    {"csv", "text/csv; charset=utf-8"},
    {"gif", "image/gif"},
    {"ico", "image/vnd.microsoft.icon"},
    {"jpeg", "image/jpeg"},
    {"jpg", "image/jpeg"},
    {"js", "text/javascript; charset=utf-8"},
    {"json", "application/json"},
    {"m4a", "audio/mp4"},
    {"mp3", "audio/mpeg"},
    {"mp4", "video/mp4"},
    {"ogg", "audio/ogg"},
    {"ogv", "video/ogg"},
    {"opus", "audio/ogg"},
    {"pdf", "application/pdf"},
    {"png", "image/png"},
    {"svg", "image/svg+xml"},
    {"txt", "text/plain; charset=utf-8"},
    {"vtt", "text/vtt; charset=utf-8"},
    {"wav", "audio/wav"},
    {"webm", "video/webm"},
    {"webp", "image/webp"},
    {"woff", "font/woff"},
    {"woff2", "font/woff2"},
    {"xml", "application/xml"},
    {"zip", "application/zip"},
}};

Body compressed(const std::string& bytes, Encoding encoding) {
  std::string out = compress(bytes, encoding, Compression::small);
  return out.size() < bytes.size() ? make_body(std::move(out)) : nullptr;
}

std::string with_hash(std::string_view file_name, std::string_view hash) {
  const auto dot = std::min(file_name.rfind('.'), file_name.size());
  return std::string(file_name.substr(0, dot)) + "." + std::string(hash) + std::string(file_name.substr(dot));
}

}  // namespace

const Body& ThemeAsset::body(Encoding& encoding) const {
  if (encoding == Encoding::brotli && brotli) return brotli;
  if (encoding == Encoding::gzip && gzip) return gzip;
  encoding = Encoding::identity;
  return identity;
}

void AssetTable::add(std::string_view file_name, std::string bytes) {
  ThemeAsset asset;
  asset.content_type = content_type_of(file_name);
  asset.hash = kb::sha256(bytes).substr(0, kHashDigits);
  if (is_compressible(asset.content_type)) {
    asset.gzip = compressed(bytes, Encoding::gzip);
    asset.brotli = compressed(bytes, Encoding::brotli);
  }
  asset.identity = make_body(std::move(bytes));
  const std::string name = with_hash(file_name, asset.hash);
  names_.insert_or_assign(std::string(file_name), name);
  assets_.insert_or_assign(name, std::move(asset));
}

const ThemeAsset* AssetTable::find(std::string_view name) const {
  const auto found = assets_.find(name);
  return found == assets_.end() ? nullptr : &found->second;
}

std::string AssetTable::public_name(std::string_view file_name) const {
  const auto found = names_.find(file_name);
  return found == names_.end() ? "" : found->second;
}

std::string_view content_type_of(std::string_view file_name) {
  const auto dot = file_name.rfind('.');
  std::string extension(dot == std::string_view::npos ? std::string_view{} : file_name.substr(dot + 1));
  for (char& c : extension) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  const auto* found =
      std::find_if(kTypes.begin(), kTypes.end(), [&](const auto& type) { return type.first == extension; });
  return found == kTypes.end() ? "application/octet-stream" : found->second;
}

}  // namespace searchd
