// Finds what a path of the content means: an article, its Markdown, a category, a page that moved, or
// nothing.
#pragma once

#include <string>
#include <string_view>

#include "kb/store/snapshot.h"

namespace searchd {

struct Found {
  enum class Kind { nothing, article, markdown, category, moved, gone };
  Kind kind = Kind::nothing;
  const kb::Card* card = nullptr;              // of an article or its Markdown
  const kb::CategoryNode* category = nullptr;  // of a category
  std::string to = {};                         // of what moved: path below the base path, encoded
};

// `path` is decoded and below the base path. Another spelling of an existing page (upper case, a slash too
// many or too few) counts as moved to the right one; so does the address of another tool, which has no
// language or ends in ".html", when nothing else is there.
Found look_up(const kb::Snapshot& snapshot, std::string_view path, std::string_view query = "");

}  // namespace searchd
