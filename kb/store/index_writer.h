// Writes one generation's databases and data files from compiled articles. The counterpart of Snapshot.
#pragma once

#include <filesystem>
#include <functional>
#include <vector>

#include "kb/model/article.h"
#include "kb/model/catalogue.h"
#include "kb/model/site.h"

namespace kb {

struct IndexInput {
  const Site& site;
  std::vector<Article> articles;    // all languages, any order; at most one per (lang, id)
  std::vector<Redirect> redirects;  // moved and retired
};

// Writes site.json, redirects.json and for each language its databases below `dir`. Assets are the caller's,
// in dir/assets. `progress` is called with the number of articles written. Throws Error, a full disk
// included.
void write_index(const std::filesystem::path& dir, IndexInput input,
                 const std::function<void(std::size_t)>& progress = {});

}  // namespace kb
