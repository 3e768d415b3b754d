// From a compiled site to a live generation.
#pragma once

#include <chrono>
#include <filesystem>
#include <string>

#include "indexer/compilation.h"

namespace indexer {

enum class Guard { keep, force };

struct PublishOptions {
  std::filesystem::path index;
  std::chrono::sys_seconds now;
  Drafts drafts = Drafts::hide;
  Guard guard = Guard::keep;  // refuse to lose more than a fifth of the articles
  Progress progress;          // may be empty
};

// Writes, seals, verifies and switches to a new generation; returns its name. The compilation must be without
// errors. Throws kb::Error, and then the old generation is still live and nothing of the new one is left.
std::string publish_site(Compilation site, const PublishOptions& options);

}  // namespace indexer
