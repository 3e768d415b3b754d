// Runs the searches that writers expect something of, on the index itself: expectations.yaml, and each
// article's own questions.
#pragma once

#include <string>
#include <vector>

#include "indexer/article/pages.h"
#include "indexer/config/expectations.h"
#include "indexer/findings/diagnostics.h"
#include "kb/store/snapshot.h"

namespace indexer {

// The `questions:` of one article: each should find it among the first three.
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

// What is to be checked of a site. The articles' questions only if anybody wants to know.
SearchChecks search_checks(const RuleSet& rules, std::vector<Expectation> expectations,
                       const std::vector<const Page*>& shown);

// What search does not find as it should, in order. One search each, on at most `jobs` threads. Throws
// kb::Error when the index cannot be read.
std::vector<Diagnostic> check_searches(const kb::Snapshot& snapshot, const SearchChecks& wanted, unsigned jobs);

}  // namespace indexer
