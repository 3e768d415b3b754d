// Entries of navigation files -> places of articles and folders.
#pragma once

#include <string>
#include <vector>

#include "indexer/navigation/article_files.h"
#include "indexer/navigation/nav_entry.h"
#include "indexer/navigation/navigation.h"

namespace indexer {

// The entries of one file that lead to no file.
struct LostEntries {
  std::size_t count = 0;
  std::string first;  // its target
};

// What was added first stands. A heading with entries names the folder that holds all of them and no entry of
// another heading.
class PlaceList {
 public:
  PlaceList(const ArticleFiles& files, Navigation& navigation) : files_(&files), navigation_(&navigation) {}

  LostEntries add(NavList list);
  void add_note(const std::string& folder, const FolderNote& note);

 private:
  // An entry whose target is found.
  struct Found {
    std::string title;
    std::string path;  // "" when it leads nowhere
    std::vector<Found> items;
  };

  std::vector<Found> find_all(const std::vector<NavEntry>& entries, const NavList& list, LostEntries& lost);
  void add_rest(const std::vector<NavEntry>& entries, const NavList& list, std::vector<Found>& out);
  void place(const std::string& path, const std::string& base);
  void place_all(const std::vector<Found>& entries, const std::string& base);
  std::vector<std::string> name_folders(const Found& entry, const std::string& base);
  Place& place_of(const std::string& path);

  const ArticleFiles* files_;
  Navigation* navigation_;
  std::map<std::string, int, std::less<>> last_position_;  // by folder
  std::map<std::string, std::size_t, std::less<>>
      paths_below_;  // by folder: how many entries of the list lead there
};

}  // namespace indexer
