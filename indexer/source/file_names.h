// All files of the content folder by name, to find one that is meant although it is written otherwise.
#pragma once

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace indexer {

class FileNames {
 public:
  explicit FileNames(const std::vector<std::string>& paths);

  // The path that differs in nothing but upper and lower case or in how accents are encoded; "" when there is
  // none.
  std::string same(std::string_view path) const;

  // The path that was most likely meant: of the same name in another folder (the one nearest to `path`), else
  // the most similar name in the same folder; "" when nothing is near.
  std::string nearest(std::string_view path) const;

  // The paths in the same folder that have the same name up to a further dot, by the alphabet: film.jpg and
  // film.en.vtt for film.mp4.
  std::vector<std::string> beside(std::string_view path) const;

  // What a wiki link names: "Page", "folder/Page", "../Page" or "image.png", in any case; an article's `.md`
  // may be left out. Looks in `folder` first, then in the folders around it, then everywhere; of several the
  // one in the fewest folders, then the first by the alphabet.
  std::optional<std::string> find(std::string_view name, std::string_view folder) const;

 private:
  void add_ends(const std::string& path);

  std::map<std::string, std::string, std::less<>>
      by_end_;  // the end of a path, folded and without .md -> path
  std::map<std::string, std::string, std::less<>> by_folded_;  // folded path -> path
  std::map<std::string, std::vector<std::string>, std::less<>>
      by_stem_;  // folded name, no extension -> paths
  std::map<std::string, std::vector<std::string>, std::less<>> by_folder_;  // folder -> names in it
};

// Composed accents and no case: what two spellings of one name have in common.
std::string folded_path(std::string_view path);

}  // namespace indexer
