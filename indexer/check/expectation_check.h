// Runs the searches whose results writers have fixed: those of expectations.yaml, and each article's own
// questions. It searches the index itself.
#pragma once

#include <string>
#include <vector>

#include "indexer/article/pages.h"
#include "indexer/config/expectations.h"
#include "indexer/findings/finding.h"
#include "kb/store/snapshot.h"

namespace indexer {

// The `questions:` of one article. Each should find the article among the first three hits.
struct OwnQuestions {
  std::string path;  // of its file
  Position at;
  std::string lang;
  std::string id;
  std::vector<std::string> questions;
};

struct SearchChecks {
  RuleSet rules{false};
  std::vector<Expectation> expectations;
  std::vector<OwnQuestions> articles;
  bool empty() const { return expectations.empty() && articles.empty(); }
};

// Collects the searches of a site, without those whose rule is off.
SearchChecks search_checks(const RuleSet& rules, std::vector<Expectation> expectations,
                           const std::vector<const Page*>& shown);

// Searches on at most `jobs` threads, and returns what is not found as it should be, sorted. Throws kb::Error
// when the index cannot be read.
std::vector<Finding> check_searches(const kb::Snapshot& snapshot, const SearchChecks& wanted, unsigned jobs);

}  // namespace indexer
