// Which files DocFX makes pages of.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "indexer/yaml/yaml_reader.h"

namespace indexer {

class DocfxContent {
 public:
  // `build: {content: [{files: [...], exclude: [...], src: ...}]}` of docfx.json, which lies in the folder
  // `site`. Groups without articles (`*.yml`) count as none.
  DocfxContent(const YamlNode& config, const std::string& site);
  DocfxContent() = default;

  // Whether a group names it and does not exclude it; true of every path when there is no group.
  bool has(std::string_view path) const;

 private:
  struct Group {
    std::string folder;  // that its patterns count from
    std::vector<std::string> files;
    std::vector<std::string> exclude;
  };
  std::vector<Group> groups_;
};

}  // namespace indexer
