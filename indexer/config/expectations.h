// expectations.yaml: what a search must find, as writers state it.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "indexer/findings/finding.h"

namespace indexer {

struct Expectation {
  std::string query;
  std::string lang;                        // "" for the site's first
  std::string article;                     // id; "" when `nothing`
  std::string anchor;                      // of the section, may be ""
  int top = 1;                             // must be among the first this many
  bool nothing = false;                    // must find nothing
  std::vector<std::string> must_not_show;  // ids
  Position at;
};

struct Expectations {
  std::vector<Expectation> list;
  std::vector<Finding> findings;
};

// Empty when there is no such file. A list of
// {query, lang, article: id or id#anchor, top, nothing: true, must_not_show: [ids]}.
Expectations read_expectations(const std::filesystem::path& root);

}  // namespace indexer
