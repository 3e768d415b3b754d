// The article's Markdown as it is served under `.md`: the writer's own text, with links that work from
// anywhere and without HTML comments, which may hold what is not for readers.
#pragma once

#include <functional>
#include <map>
#include <string>

#include "indexer/markdown/markdown_tree.h"

namespace indexer {

struct MarkdownEdits {
  std::map<std::string, std::string, std::less<>>
      urls;            // target as written (entities, escapes undone) -> new one
  int title_line = 0;  // the title heading, left out; 0 for none
  int title_end_line = 0;
};

std::string edit_markdown(const SourceText& source, const MarkdownNode& document, const MarkdownEdits& edits);

}  // namespace indexer
