// Reads a judged set of queries: tab-separated files as tests/relevance/README.md describes.
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "tests/relevance/metrics.h"

namespace relevance {

struct JudgedQuery {
  std::string id;
  std::string text;
  std::string lang = {};  // "" for the site's first
};

struct JudgedSet {
  std::map<std::string, Grades> grades;  // query id -> judged articles
  std::vector<JudgedQuery> clean;
  std::vector<JudgedQuery> typo;
  std::vector<JudgedQuery> prefix;
  std::vector<JudgedQuery> unanswerable;  // no article answers these; may be empty
};

// Throws kb::Error when queries.tsv or qrels.tsv is missing or a line has too few fields.
JudgedSet read_judged_set(const std::filesystem::path& dir);

}  // namespace relevance
