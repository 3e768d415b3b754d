// What an article's text may draw on besides itself.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace indexer {

struct DialectContext {
  std::string path;  // of the article, relative to the content folder, with /
  // The text of a file of the content folder without its front matter, nullopt when there is none that may be
  // read. May be empty: nothing can be included then.
  std::function<std::optional<std::string>(std::string_view path)> read;
  // What `{{ name }}` stands for, nullopt when nobody said. May be empty.
  std::function<std::optional<std::string>(std::string_view name)> value;
};

}  // namespace indexer
