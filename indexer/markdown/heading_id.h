// Ids of headings, exactly as GitHub makes them, so that links written for GitHub work here.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "kb/text/slug.h"

namespace indexer {

using kb::heading_slug;

// Splits `{#custom-id}` off the end of a heading's text, with the spaces before it.
struct HeadingWithId {
  std::string text;
  std::string id;
};
std::optional<HeadingWithId> split_custom_id(std::string_view heading);

// Makes every id unique within a page by -1, -2 and so on.
class HeadingIds {
 public:
  // Keeps an id for who asked for it by name; false when it is taken.
  bool reserve(std::string_view id);
  // Never empty: a heading without letters is "section".
  std::string make(std::string_view heading);

 private:
  std::map<std::string, int, std::less<>> used_;  // id -> the last number appended to it
};

}  // namespace indexer
