// Writes the databases and data files of a generation from compiled articles. Snapshot reads them.
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

// Writes site.json, redirects.json and the databases of each language below `dir`. The caller writes
// dir/assets. `progress` is called with the number of articles written. Throws Error, also when the disk is
// full.
void write_index(const std::filesystem::path& dir, IndexInput input,
                 const std::function<void(std::size_t)>& progress = {});

}  // namespace kb
