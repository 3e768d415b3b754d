// The memory that a build was given, made fit for the articles of today.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "indexer/config/learned_config.h"
#include "kb/memory/memory_file.h"
#include "kb/model/article.h"
#include "kb/model/catalogue.h"

namespace indexer {

struct MemoryInput {
  std::string hash;                      // SHA-256 of the file
  std::vector<kb::MemoryEntry> entries;  // of articles that there are
  std::size_t gone = 0;                  // entries whose article is no more
  std::size_t decided = 0;               // entries that learned.yaml vetoes, or has as accepted questions
};

// What the articles and redirects of a site say about a memory.
struct MemoryScope {
  const Learned& learned;
  const std::string& default_language;
  const std::vector<kb::Article>& articles;
  const std::vector<kb::Redirect>& redirects;
};

// Follows redirects of articles that moved. Throws kb::Error when the file cannot be read or is no memory.
MemoryInput read_memory(const std::filesystem::path& file, const MemoryScope& scope);

}  // namespace indexer
