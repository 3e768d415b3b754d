// Images in what looks like a tag: of HTML, of components, of Hugo, of Liquid, and DocFX's `:::image`.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace indexer {

struct TagImage {
  std::size_t begin = 0;  // of the address in the text
  std::size_t end = 0;
  std::string address;  // entities undone
  // False for an image's address in an attribute that may mean anything, or in the midst of code.
  bool is_replaceable = true;
};

struct TagImages {
  std::vector<TagImage> images;  // in order
  std::size_t end = 0;           // behind the tag
};

// "" for what does not lead to another server.
std::string remote_address(std::string_view value);

// The tag that begins at `at`, perhaps of several lines but without an empty one, and the images of other
// servers that it names. nullopt when there is no tag, or no end of it near. `is_quoted`: the tag's lines
// begin with `>`.
std::optional<TagImages> read_tag_images(std::string_view text, std::size_t at, bool is_quoted);

}  // namespace indexer
