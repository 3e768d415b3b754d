// Writes the databases and data files of a generation from compiled articles. Snapshot reads them.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "kb/memory/memory_file.h"
#include "kb/model/article.h"
#include "kb/model/catalogue.h"
#include "kb/model/site.h"

namespace kb {

// Gives texts their vectors of meaning.
struct MeaningSource {
  std::string lang;       // of the texts it understands
  std::size_t width = 0;  // numbers of a vector
  std::function<std::vector<std::int8_t>(const std::string& text)> vector_of;

  // Also for "en-GB" when it understands "en".
  bool understands(std::string_view other) const { return other == lang || other.starts_with(lang + "-"); }
};

struct IndexInput {
  const Site& site;
  std::vector<Article> articles;    // all languages, any order; at most one per (lang, id)
  std::vector<Redirect> redirects;  // moved and retired
  const MeaningSource* meaning = nullptr;
  std::vector<MemoryEntry> memory = {};  // of listed articles; others are left out
};

// Writes site.json, redirects.json and the data of each language below `dir`. The caller writes
// dir/assets. `progress` is called with the number of articles written. Throws Error, also when the disk is
// full.
void write_index(const std::filesystem::path& dir, IndexInput input,
                 const std::function<void(std::size_t)>& progress = {});

}  // namespace kb
