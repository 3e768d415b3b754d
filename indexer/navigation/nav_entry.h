// What a navigation file of another tool says, before it is known which articles it means.
#pragma once

#include <optional>
#include <string>
#include <vector>

namespace indexer {

// An article, a heading with entries below it, or both.
struct NavEntry {
  std::string title;   // may be ""
  std::string target;  // as written, may be ""
  std::vector<NavEntry> items;
  bool is_hidden = false;  // with all below it
};

// What a file says about the folder that it lies in.
struct FolderNote {
  std::string title;
  std::string description;
  std::optional<double> position;  // among its siblings
};

struct NavList {
  std::string base;        // the folder that targets count from
  std::string other_base;  // the one when there is no such folder
  std::vector<NavEntry> entries;
  bool is_descending = false;  // in which order "..." stands for all files that no entry names
  FolderNote note;
  bool shows_hidden = false;  // what it hides or leaves out is searched all the same
  bool is_partial = false;    // more is named in other files
};

}  // namespace indexer
