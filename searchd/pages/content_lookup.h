// What a path that is not one of our own means: an article, its Markdown, a category, something that moved,
// or nothing.
#pragma once

#include <string>
#include <string_view>

#include "kb/store/snapshot.h"

namespace searchd {

struct Found {
  enum class Kind { nothing, article, markdown, category, moved, gone };
  Kind kind = Kind::nothing;
  const kb::Card* card = nullptr;              // article, markdown
  const kb::CategoryNode* category = nullptr;  // category
  std::string to = {};                         // moved: path below the base path, encoded
};

// `path` decoded, below the base path. Another spelling of an existing page (upper case, a slash too many or
// too few) counts as moved to the right one.
Found look_up(const kb::Snapshot& snapshot, std::string_view path);

}  // namespace searchd
