// Turns a compiled site into a live generation.
#pragma once

#include <chrono>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "indexer/compilation.h"
#include "indexer/free_space.h"

namespace indexer {

// `force` publishes even when more than a fifth of the articles would be lost, or searches miss expectations.
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
  std::filesystem::path meaning = {};  // a model of meaning; "" for none
  std::filesystem::path memory = {};   // what was learned from customers; "" for nothing
};

struct Publication {
  std::optional<std::string>
      name;  // of the generation that is live now; absent when searches missed expectations
  std::vector<Finding> findings;  // searches that missed expectations
  std::string memory;             // "120 past choices, 3 of articles that are gone"; "" without a memory
  // When the previous generation was built, if that is later than now: the clock is or was wrong.
  std::optional<std::chrono::sys_seconds> built_later;
};

// Writes a new generation, seals it, verifies it, searches it, and makes it live. Requires: the compilation
// has no errors. Throws kb::Error. Whenever there is no new name, the old generation stays live and nothing
// of the new one is left.
Publication publish(Compilation site, const PublishOptions& options);

}  // namespace indexer
