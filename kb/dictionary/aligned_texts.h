// The texts of an article and its translation that say the same.
#pragma once

#include <string>
#include <vector>

#include "kb/model/article.h"

namespace kb {

struct AlignedText {
  std::string first;
  std::string second;

  bool operator==(const AlignedText&) const = default;
};

// Titles, descriptions, questions, keywords, and section by section headings, lines and their sentences. What
// does not come in equal numbers stands together as one. Texts that one of the two has not are left out.
std::vector<AlignedText> aligned_texts(const Article& first, const Article& second);

}  // namespace kb
