// Finds a file of the content folder by its name, wherever it lies: wiki links name files so.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace indexer {

class FileNames {
 public:
  void add(const std::string& path);

  // `name` is "Page", "folder/Page", "../Page" or "image.png", in any case; an article's `.md` may be left
  // out. Looks in `folder` first, then in the folders around it, then everywhere; of several the one in the
  // fewest folders, then the first by the alphabet.
  std::optional<std::string> find(std::string_view name, std::string_view folder) const;

 private:
  // The end of a path, in lower case and without `.md` -> the path.
  std::map<std::string, std::string, std::less<>> by_end_;
};

}  // namespace indexer
