// A file of the content folder that a text asks for by its path: never a hidden one, whatever links lead to
// it.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/source/content_root.h"

namespace indexer {

struct PublicFile {
  std::string path;  // where it really lies, without links
  std::string text;  // see file_text.h
};

// nullopt when it is missing, over `most` bytes, not UTF-8 or no plain file; when it is hidden, matched by
// `ignore` or one of our own YAML files; or when a link to it leads out of the folder. The folders in which
// tools keep what is included, such as .gitbook/includes, are not hidden. Never throws Error.
std::optional<PublicFile> read_public_file(const ContentRoot& root, std::string_view path,
                                           const std::vector<std::string>& ignore, std::uintmax_t most);

// Whether it lies in such a folder.
bool is_in_include_folder(std::string_view path);

}  // namespace indexer
