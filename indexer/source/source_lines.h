// Single lines of the content folder's files, to be shown beside what is wrong with them.
#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include "indexer/markdown/source_text.h"

namespace indexer {

class SourceLines {
 public:
  explicit SourceLines(std::filesystem::path content) : content_(std::move(content)) {}

  // The line, from 1, of a file named below the content folder. nullopt when there is none, and for what is
  // no plain text file of the folder itself: nothing that a symbolic link leads to is ever shown.
  std::optional<std::string> line(const std::string& path, int number);

 private:
  std::filesystem::path content_;
  std::string path_;                // of the file that was read last
  std::optional<SourceText> text_;  // its text
};

}  // namespace indexer
