// Finds the steps of a troubleshooting article: its numbered headings.
#pragma once

#include <cstddef>
#include <vector>

#include "kb/model/article.h"

namespace searchd {

// A heading such as "Step 2: Restart it" or "2. Restart it", with everything below it.
struct Step {
  std::size_t begin = 0;  // of its heading in Article::sections
  std::size_t end = 0;    // past its last section
};

// The headings of one level that are numbered 1, 2, 3, in order. None in articles of other types.
std::vector<Step> steps_of(const kb::Article& article);

}  // namespace searchd
