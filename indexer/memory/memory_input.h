// The memory that a build was given, made fit for the articles of today.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "indexer/config/learned_config.h"
#include "indexer/findings/finding.h"
#include "kb/memory/memory_file.h"
#include "kb/model/article.h"
#include "kb/model/catalogue.h"

namespace indexer {

struct MemoryInput {
  std::string hash;                      // SHA-256 of the file
  std::vector<kb::MemoryEntry> entries;  // of articles that there are
  std::size_t gone = 0;                  // entries whose article is no more
  std::size_t foreign = 0;               // entries of languages that the site does not have
  std::size_t decided = 0;               // entries that learned.yaml vetoes, or has as accepted questions
  std::vector<Finding> findings;         // vetoes of what the memory does not have
};

// What the articles and redirects of a site say about a memory.
struct MemoryScope {
  const Learned& learned;
  const RuleSet& rules;
  const std::vector<std::string>& languages;  // the first is that of entries of learned.yaml that name none
  const std::vector<kb::Article>& articles;
  const std::vector<kb::Redirect>& redirects;
};

// Follows redirects of articles that moved. Throws kb::Error when the file cannot be read or is no memory.
MemoryInput read_memory(const std::filesystem::path& file, const MemoryScope& scope);

}  // namespace indexer
