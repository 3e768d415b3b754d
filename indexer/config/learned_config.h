// learned.yaml: what writers say about what was learned from customers.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "indexer/findings/finding.h"

namespace indexer {

// A search and an article that customers chose after it.
struct LearnedPair {
  std::string query;
  std::string article;  // id
  std::string lang;     // "" for the site's first
  Position at;
};

struct Learned {
  std::vector<LearnedPair> veto;      // never learned
  std::vector<LearnedPair> accepted;  // questions of the article
  std::vector<Finding> findings;
};

// Empty when there is no such file. Lists of {query, article, lang} under `veto` and `accepted`.
Learned read_learned(const std::filesystem::path& root);

}  // namespace indexer
