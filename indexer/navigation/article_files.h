// Finds the article or folder that an entry of a navigation file means.
#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/source/content_root.h"
#include "indexer/source/source_tree.h"

namespace indexer {

struct FoundEntry {
  enum class Kind { none, article, folder, other } kind = Kind::none;
  std::string path;  // of an article or a folder
};

class ArticleFiles {
 public:
  explicit ArticleFiles(const ContentRoot& root) : root_(&root) {}
  void add(const SourceFile& file);

  // Tried: the path as written, with an extension, a folder, Docusaurus' id. `other` is what is there but is
  // no article, and what leads to another site.
  FoundEntry find(const std::string& base, std::string_view target) const;

  // The articles and folders directly in a folder, by path.
  std::vector<FoundEntry> children(std::string_view folder) const;
  bool is_folder(std::string_view path) const { return folders_.contains(path); }

 private:
  FoundEntry at(const std::string& path) const;

  const ContentRoot* root_;
  std::set<std::string, std::less<>> paths_;
  std::set<std::string, std::less<>> folders_;
  std::map<std::string, std::string, std::less<>> by_doc_id_;
};

}  // namespace indexer
