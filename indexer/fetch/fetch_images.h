// Copies the images that articles take from other servers into the content folder, and makes the articles
// name the copies. For a writer at work: `check` and `build` never ask another server and never change the
// folder.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "indexer/fetch/image_fetch.h"
#include "indexer/findings/finding.h"

namespace indexer {

struct FetchOptions {
  std::filesystem::path content;
  bool dry_run = false;
  FetchLimits limits;
  std::uintmax_t most_bytes = std::uintmax_t{200} << 20U;  // of all images together
  std::size_t most_images = 1000;
  std::function<void(std::string_view doing, std::size_t done, std::size_t total)> progress;  // may be empty
};

struct FetchReport {
  std::vector<Finding> findings;
  std::vector<std::string> addresses;  // of all images that can be replaced, in order
  std::size_t copied = 0;
  std::size_t articles = 0;  // that were changed
  std::uintmax_t bytes = 0;
};

// The images go to assets/remote/HOST/. Those of hosts that `images` in site.yaml names stay where they are.
// Throws Error when the folder cannot be read or written. Requires: no other thread runs.
using FetchOne = std::function<FetchedImage(const std::string& url, const FetchLimits&)>;
FetchReport fetch_images(const FetchOptions& options, const FetchOne& fetch = fetch_image);

// "12 images for 7 articles, 3.4 MiB"
std::string describe(const FetchReport& report);

}  // namespace indexer
