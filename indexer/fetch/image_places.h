// Finds where Markdown names images of other servers, so that their addresses can be replaced and nothing
// else.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/findings/finding.h"

namespace indexer {

// How an image's address may be written: from the article's folder, as Markdown has it; from the content
// folder, as wiki links have it; or not at all, since nobody knows what the place means.
enum class AddressForm { relative, from_root, kept };

struct ImagePlace {
  std::size_t begin = 0;  // the address's bytes in the text
  std::size_t end = 0;
  std::string url;  // entities and escapes undone; begins with http:// or https://
  AddressForm form = AddressForm::relative;
  Position at;
};

// In order. `text` is a file's bytes: a byte order mark, \r\n and front matter stay what they are. Read are
// inline images, the definitions of references that images use, wiki links, and tags (see image_tags.h); code
// and comments are not.
std::vector<ImagePlace> find_remote_images(std::string_view text);

// `text` with each place's address replaced by that of the same index; "" leaves it.
std::string replace_images(std::string_view text, const std::vector<ImagePlace>& places,
                           const std::vector<std::string>& addresses);

}  // namespace indexer
