// The only way to change a file of the content folder. Nothing is written through a symbolic link, so nothing
// outside the folder, and no file is ever half written.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

#include "kb/store/descriptor.h"

namespace indexer {

// Paths are relative to the folder, with /. Everything throws Error when it cannot be done.
class ContentWriter {
 public:
  explicit ContentWriter(const std::filesystem::path& folder);

  // Creates or replaces the file, and creates the folders that it lies in.
  void create(const std::string& path, std::string_view bytes) const;
  // Puts `bytes` in the place of a plain file, which keeps its mode.
  void replace(const std::string& path, std::string_view bytes) const;

 private:
  enum class Folders { must_exist, create };
  kb::Descriptor folder_of(const std::string& path, Folders folders) const;

  kb::Descriptor root_;
};

}  // namespace indexer
