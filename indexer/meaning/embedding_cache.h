// Remembers the vectors of texts from one build to the next: most articles stay as they are, and a vector
// takes a few milliseconds.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <unordered_map>

#include "kb/meaning/encoder.h"

namespace indexer {

// Vectors by text_key() of their text.
using VectorsByKey = std::unordered_map<std::string, kb::MeaningVector>;

std::string text_key(std::string_view text);

// Nothing when there is no such file, it is damaged, or its vectors have another width.
VectorsByKey read_embedding_cache(const std::filesystem::path& file, std::size_t width);

// Replaces the file: it holds what the last build needed, no more. A failure is no error, for the next build
// only takes longer then.
void write_embedding_cache(const std::filesystem::path& file, const VectorsByKey& vectors, std::size_t width);

}  // namespace indexer
