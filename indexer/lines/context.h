// What an article's text may draw on besides itself.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace indexer {

struct NamedArticle {
  std::string path;
  std::string title;  // "" when only its text has one
};

struct DialectContext {
  std::string path;        // of the article, relative to the content folder, with /
  bool is_sphinx = false;  // the site is one of Sphinx, so its Markdown is MyST
  // The text of a file of the content folder without its front matter, nullopt when there is none that may be
  // read. May be empty: nothing can be included then.
  std::function<std::optional<std::string>(std::string_view path)> read;
  // The path of the file that a wiki link names: without its folder or with a part of it, and of an article
  // without
  // `.md`. May be empty: nothing is found then.
  std::function<std::optional<std::string>(std::string_view name)> find;
  // The article that has this `uid:`, DocFX's name for it. May be empty: nothing is found then.
  std::function<std::optional<NamedArticle>(std::string_view uid)> by_uid;
  // The title of the article that a link to `target` leads to. May be empty: nothing is known then.
  std::function<std::optional<std::string>(std::string_view target)> title;
  // What `{{ name }}` stands for, nullopt when nobody said. May be empty.
  std::function<std::optional<std::string>(std::string_view name)> value;
};

}  // namespace indexer
