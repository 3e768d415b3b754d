// From a compiled site to a live generation.
#pragma once

#include <chrono>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "indexer/compilation.h"
#include "indexer/free_space.h"

namespace indexer {

// Force publishes what loses more than a fifth of the articles, and what searches do not find as they should.
enum class Guard { keep, force };

struct PublishOptions {
  std::filesystem::path index;
  std::chrono::sys_seconds now;
  Drafts drafts = Drafts::hide;
  Guard guard = Guard::keep;
  Progress progress;    // may be empty
  unsigned jobs = 1;    // threads to search with
  bool strict = false;  // warnings count as errors
  FreeSpace free_space = free_space_at;
};

struct Publication {
  std::optional<std::string> name;   // of the generation that is live now; absent when searches forbid it
  std::vector<Diagnostic> findings;  // what searches do not find as they should
  // When the generation before was built, if that is later than now: the clock is wrong, or was.
  std::optional<std::chrono::sys_seconds> built_later;
};

// Writes, seals, verifies, searches and switches to a new generation. The compilation must be without errors.
// Throws kb::Error. Without a new name the old generation is still live and nothing of the new one is left.
Publication publish(Compilation site, const PublishOptions& options);

}  // namespace indexer
