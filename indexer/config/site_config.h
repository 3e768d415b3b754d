// site.yaml and synonyms.yaml: what is said about the whole site.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "indexer/config/theme_config.h"
#include "indexer/findings/finding.h"
#include "kb/model/site.h"

namespace indexer {

struct SiteConfig {
  kb::Site site;
  RuleSet rules{false};
  std::vector<std::string> languages;       // as named; empty: look at the folders
  std::vector<std::string> versions;        // of a Docusaurus site, see DocsFolder; none: the current one
  std::string docs;                         // the folder of the articles, "." for all; "": find it
  std::vector<std::string> ignore;          // globs
  std::vector<std::string> external_paths;  // globs of paths from / that are not ours
  bool resize_images = false;               // smaller copies of the content's images
  ThemeFiles theme;                         // what becomes of them stands in site.theme later
  bool has_site_yaml = false;               // lenient without it

  // Where pins, notices, categories and products stand in site.yaml, in the order of site's own lists.
  std::vector<Position> pins_at;
  std::vector<Position> notices_at;
  std::vector<Position> categories_at;
  std::vector<Position> products_at;

  std::vector<Finding> findings;
};

// Reads both files if they are there; every value in the result is valid. Throws Error when one cannot be
// read.
SiteConfig read_site_config(const std::filesystem::path& root);

}  // namespace indexer
