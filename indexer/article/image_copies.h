// Smaller copies of an article's images for smaller screens, as WebP. Made once and kept beside the index,
// since that takes a while.
#pragma once

#include <filesystem>
#include <mutex>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/article/image_program.h"
#include "indexer/article/image_size.h"

namespace indexer {

inline constexpr int kWidestCopy = 1440;  // pixels

struct ImageCopy {
  std::string name;  // of the asset: "3f2a9c0d1b7e4455.webp", made of its bytes
  int width = 0;     // pixels
  std::uintmax_t bytes = 0;
  std::filesystem::path file;  // where it is kept
};

struct ImageCopies {
  std::vector<ImageCopy> list;  // from narrow to wide, each with fewer bytes than the image
  bool failed = false;          // the program is there, but could not read the image
};

// Thread-safe. Files that no build needs any more stay until forget_others().
class ImageCopier {
 public:
  // The index folder, where the copies are kept; it is created when there is one to keep.
  explicit ImageCopier(std::filesystem::path index, std::filesystem::path program = kImageProgram);

  // `hash` names the bytes. Nothing for what is no PNG, JPEG or WebP, moves, or has more than 50 megapixels.
  // Throws Error when the index folder cannot be written, or is none.
  ImageCopies make(std::string_view bytes, ImageSize size, std::string_view hash);

  // Removes the copies that this build did not need.
  void forget_others() const;

 private:
  std::filesystem::path cached(std::string_view bytes, int width, std::string_view hash);

  std::filesystem::path index_;
  std::filesystem::path folder_;  // in it
  std::filesystem::path program_;
  mutable std::mutex mutex_;    // guards used_
  std::set<std::string> used_;  // names in the folder
};

// Whether an image has several frames, of which a copy would show the first only.
bool is_animated(std::string_view bytes);

}  // namespace indexer
