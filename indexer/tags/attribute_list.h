// One list of attributes, as many tools write it: `{#id .class key="value"}`.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace indexer {

struct AttributeList {
  std::size_t size = 0;  // in bytes, braces included
  std::string id;
  std::string width;  // in pixels, digits only
  std::string height;
};

// `text` begins with `{`. nullopt for braces that hold anything else, as `{name}` and `{{ name }}` do.
std::optional<AttributeList> read_attribute_list(std::string_view text);

// "300px" -> "300"; "" for what is no number of pixels.
std::string pixels(std::string_view value);

}  // namespace indexer
