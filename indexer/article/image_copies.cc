#include "indexer/article/image_copies.h"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <atomic>

#include "kb/model/error.h"
#include "kb/store/file.h"
#include "kb/store/generation.h"
#include "kb/store/sha256.h"

namespace indexer {

namespace fs = std::filesystem;

namespace {

// A phone, the column of an article, and that on a screen of twice the density.
constexpr std::array<int, 3> kWidths{480, 960, kWidestCopy};
constexpr std::int64_t kMostPixels = 50'000'000;
constexpr std::size_t kNameDigits = 16;
constexpr std::string_view kSettings = "1";  // another number whenever the program is called otherwise

// By what the bytes are, as the program sees it, not by what the file is called.
bool is_copied(std::string_view bytes) {
  return bytes.starts_with("\x89PNG\r\n\x1a\n") || bytes.starts_with("\xFF\xD8\xFF") ||
         (bytes.starts_with("RIFF") && bytes.substr(0, 12).ends_with("WEBP"));
}

// Those that are narrower, and the image's own where no screen needs more.
std::vector<int> widths_of(ImageSize size) {
  std::vector<int> widths;
  for (const int width : kWidths) {
    if (width < size.width) widths.push_back(width);
  }
  if (size.width <= kWidths.back()) widths.push_back(size.width);
  return widths;
}

// Others may make the same file at the same time: it is there as a whole or not at all.
void keep(const fs::path& file, std::string_view bytes) {
  static std::atomic<unsigned> count{0};
  std::error_code error;
  fs::create_directory(file.parent_path(), error);  // that it is missing is said when writing fails
  fs::path aside = file;
  aside += fmt::format(".{}-{}.new", ::getpid(), ++count);
  kb::write_file(aside, bytes);
  fs::rename(aside, file, error);
  if (error) throw kb::Error("cannot write " + file.string() + ": " + error.message(), "check the disk");
}

}  // namespace

// https://developers.google.com/speed/webp/docs/riff_container#extended_file_format: a flag; and the chunk
// acTL before the first image data of a PNG.
bool is_animated(std::string_view bytes) {
  constexpr std::size_t kFlags = 20;
  constexpr unsigned char kAnimation = 0x02;
  if (bytes.starts_with("\x89PNG"))
    return bytes.substr(0, bytes.find("IDAT")).find("acTL") != std::string_view::npos;
  const bool is_extended =
      bytes.starts_with("RIFF") && bytes.size() > kFlags && bytes.substr(12, 4) == "VP8X";
  return is_extended && (static_cast<unsigned char>(bytes[kFlags]) & kAnimation) != 0;
}

ImageCopier::ImageCopier(fs::path index, fs::path program)
    : index_(std::move(index)), folder_(index_ / kb::kImageCopies), program_(std::move(program)) {}

// The file with the copy; an empty one stands for a copy that would not be smaller. "" when it failed.
fs::path ImageCopier::cached(std::string_view bytes, int width, std::string_view hash) {
  const std::string name = fmt::format("{}-{}-{}.webp", hash, width, kSettings);
  fs::path file = folder_ / name;
  {
    const std::lock_guard lock(mutex_);
    used_.insert(name);
  }
  if (fs::exists(file)) return file;
  const std::string copy = webp_of_width(bytes, width, program_);
  if (copy.empty()) return {};
  kb::create_index(index_);
  keep(file, copy.size() < bytes.size() ? copy : "");
  return file;
}

ImageCopies ImageCopier::make(std::string_view bytes, ImageSize size, std::string_view hash) {
  ImageCopies copies;
  const bool is_small_enough = std::int64_t{size.width} * size.height <= kMostPixels;
  if (!is_copied(bytes) || !is_small_enough || is_animated(bytes)) return copies;
  for (const int width : widths_of(size)) {
    const fs::path file = cached(bytes, width, hash);
    if (file.empty()) return {{}, fs::exists(program_)};
    const std::string copy = kb::read_file(file);
    const auto own_size = image_size(copy);  // of one that lies on its side its height
    if (own_size)
      copies.list.push_back(
          {kb::sha256(copy).substr(0, kNameDigits) + ".webp", own_size->width, copy.size(), file});
  }
  return copies;
}

void ImageCopier::forget_others() const {
  const std::lock_guard lock(mutex_);
  std::error_code error;  // what is left takes room, no more
  for (const auto& entry : fs::directory_iterator(folder_, error)) {
    const fs::path& file = entry.path();
    const bool is_ours = file.extension() == ".webp" || file.extension() == ".new";
    if (is_ours && !used_.contains(file.filename().string())) fs::remove(file, error);
  }
}

}  // namespace indexer
