// Gives the articles of a site their vectors of meaning, on several threads.
#pragma once

#include <cstddef>
#include <filesystem>
#include <functional>
#include <string_view>
#include <vector>

#include "kb/meaning/meaning_model.h"
#include "kb/model/article.h"
#include "kb/store/index_writer.h"

namespace indexer {

struct EmbedOptions {
  std::filesystem::path cache;  // the file of embedding_cache.h; its folder is there
  unsigned jobs = 1;
  std::function<void(std::string_view doing, std::size_t done, std::size_t total)> progress;  // may be empty
};

// The vectors of all listed articles that the model understands. Requires: the model outlives what is
// returned.
kb::MeaningSource embed(const kb::MeaningModel& model, const std::vector<kb::Article>& articles,
                        const EmbedOptions& options);

}  // namespace indexer
