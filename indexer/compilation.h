// Compiles a whole content folder: everything that a generation will hold, and everything that is wrong with
// it. Writes nothing but copies of images
// into the index folder.
#pragma once

#include <chrono>
#include <cstddef>
#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/article/asset_store.h"
#include "indexer/article/pages.h"
#include "indexer/check/expectation_check.h"
#include "indexer/config/learned_config.h"
#include "indexer/findings/finding.h"
#include "kb/model/article.h"
#include "kb/model/catalogue.h"
#include "kb/model/site.h"

namespace indexer {

// Called from any thread, but never from two at once: "Compiling", 120 of 300.
using Progress = std::function<void(std::string_view doing, std::size_t done, std::size_t total)>;

struct CompileOptions {
  std::filesystem::path content;
  unsigned jobs = 1;
  std::chrono::sys_days today;
  Drafts drafts = Drafts::hide;
  Progress progress;                 // may be empty
  std::filesystem::path index = {};  // where smaller copies of images are kept; "": none are made
};

struct Compilation {
  kb::Site site;
  std::vector<kb::Article> articles;
  std::vector<kb::Redirect> redirects;
  std::unique_ptr<AssetStore> assets;
  Learned learned;                // what writers decided on; its findings are in `findings`
  SearchChecks checks;            // searches to run once there is an index
  std::vector<Finding> findings;  // sorted
  std::string revision;           // git commit, "" when unknown
  std::optional<std::chrono::sys_days> next_change;  // the next publish or expiry date
  std::string docs;                                  // the folder of the articles, "" for the whole folder
  std::string kept_back;                             // see kept_back_text
  std::string languages;                             // how they were found, "" when site.yaml names them

  std::map<std::string, int> articles_by_language() const;  // unlisted ones left out
};

// Throws kb::Error when the folder cannot be read.
Compilation compile_site(const CompileOptions& options);

}  // namespace indexer
