// Which texts of an article get a vector of meaning: those that say what it answers.
#pragma once

#include <string>
#include <vector>

#include "kb/model/article.h"

namespace kb {

// Pieces of a text that are read.
inline constexpr std::size_t kMostTextPieces = 48;

// The title, the questions, and of each section its heading and first words. At most 64 texts, each with at
// most 320 bytes; none is empty.
std::vector<std::string> meaning_texts(const Article& article);

}  // namespace kb
