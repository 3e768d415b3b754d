// The order and the titles of articles and folders, as files of other tools name them: SUMMARY.md, mkdocs.yml
// and such.
#pragma once

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "indexer/article/pages.h"
#include "indexer/findings/finding.h"

namespace indexer {

struct Place {
  std::string title;               // "" when none is named
  std::string description;         // of a folder
  std::optional<double> position;  // among its siblings
};

struct Navigation {
  std::map<std::string, Place, std::less<>> articles;  // by path
  std::map<std::string, Place, std::less<>> folders;   // by path
  // That names begin with, by path of an article or a folder; they count where nothing else gives a place.
  std::map<std::string, int, std::less<>> numbers = {};
  std::vector<Finding> findings;
};

// `files`: paths of the files to read, below `content`. What cannot be read is reported and counts as not
// there. A file that lists articles goes before one that speaks of its own folder (.pages, _category_.json);
// of two of a kind the first by path.
Navigation read_navigation(const std::filesystem::path& content, std::vector<std::string> files,
                           const std::vector<Page>& pages, const RuleSet& rules);

}  // namespace indexer
