#include "indexer/meaning/embedding.h"

#include <memory>
#include <mutex>
#include <set>
#include <string>
#include <utility>

#include "indexer/meaning/embedding_cache.h"
#include "indexer/source/parallel.h"
#include "kb/meaning/encoder.h"
#include "kb/store/meaning_texts.h"

namespace indexer {

namespace {

std::vector<std::string> texts_to_embed(const kb::MeaningSource& source,
                                        const std::vector<kb::Article>& articles) {
  std::set<std::string> texts;
  for (const kb::Article& article : articles) {
    if (article.unlisted || !source.understands(article.lang)) continue;
    for (std::string& text : kb::meaning_texts(article)) texts.insert(std::move(text));
  }
  return {texts.begin(), texts.end()};
}

}  // namespace

kb::MeaningSource embed(const kb::MeaningModel& model, const std::vector<kb::Article>& articles,
                        const EmbedOptions& options) {
  kb::MeaningSource source{model.lang, model.width, {}};
  const std::vector<std::string> texts = texts_to_embed(source, articles);
  const VectorsByKey known = read_embedding_cache(options.cache, model.width);
  const auto vectors = std::make_shared<VectorsByKey>();
  std::mutex mutex;  // guards vectors and the progress
  parallel_for(texts.size(), options.jobs, [&](std::size_t i) {
    const std::string key = text_key(texts[i]);
    const auto found = known.find(key);
    kb::MeaningVector vector =
        found != known.end() ? found->second : kb::encode_meaning(model, texts[i], kb::kMostTextPieces);
    const std::scoped_lock lock(mutex);
    vectors->emplace(key, std::move(vector));
    if (options.progress) options.progress("Understanding", vectors->size(), texts.size());
  });
  write_embedding_cache(options.cache, *vectors, model.width);
  source.vector_of = [vectors](const std::string& text) { return vectors->at(text_key(text)); };
  return source;
}

}  // namespace indexer
