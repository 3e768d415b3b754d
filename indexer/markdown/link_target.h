// Finds where a link's target is written in Markdown or raw HTML, so that it can be replaced there.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace indexer {

struct LinkTarget {
  std::size_t begin = 0;  // in the text, quotes and angle brackets not included
  std::size_t end = 0;
  std::string value;  // entities and escapes undone
  bool is_bare = false;

  // `url` as it may stand in the target's place.
  std::string write(std::string_view url) const;
};

// The target that begins at `at`, after `](` or `]:`.
std::optional<LinkTarget> find_target(std::string_view text, std::size_t at);

// Undoes the entities that occur in addresses.
std::string without_entities(std::string_view written);

// The href or src of the tag that begins at `at`.
std::optional<LinkTarget> find_tag_target(std::string_view text, std::size_t at);

}  // namespace indexer
