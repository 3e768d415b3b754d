// What to try, one thing after another, in an article of type troubleshooting: its headings that count.
#pragma once

#include <cstddef>
#include <vector>

#include "kb/model/article.h"

namespace searchd {

// A heading such as "Step 2: Restart it" or "2. Restart it", with all that stands below it.
struct Step {
  std::size_t begin = 0;  // of its heading in Article::sections
  std::size_t end = 0;    // past its last section
};

// The steps in order: the headings of one level that are numbered 1, 2, 3. None in articles of other types.
std::vector<Step> steps_of(const kb::Article& article);

}  // namespace searchd
