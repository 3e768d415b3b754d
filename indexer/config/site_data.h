// What the configuration of other tools says, for texts that ask for it: `{{ site.phone }}`.
#pragma once

#include <filesystem>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/source/content_root.h"
#include "indexer/yaml/yaml_texts.h"

namespace indexer {

// Thread-safe. A file that is missing, over 256 KiB or not understood says nothing, without a finding: it is
// the other tool's.
class SiteData {
 public:
  SiteData(const std::filesystem::path& root, std::vector<std::string> ignore);

  // On one line, at most 1,000 bytes. Upper and lower case do not matter.
  //   "site.a.b"        key a, in it b, of _config.yml, hugo.toml, mkdocs.yml, docs.json and the like
  //   "site.data.f.k"   key k of _data/f.yml or data/f.yaml (also .json and .toml)
  //   "variables.f.k"   key k of data/variables/f.yml
  // The latter two lie at the top or in a folder that `article` lies in.
  std::optional<std::string> value(std::string_view name, std::string_view article) const;

 private:
  std::optional<std::string> in_files(std::string_view folder, std::string_view key,
                                      std::string_view article) const;
  std::optional<std::string> in_folder(const std::string& folder, std::string_view key) const;
  std::shared_ptr<const YamlTexts> file(const std::string& path) const;

  ContentRoot root_;
  std::vector<std::string> ignore_;
  YamlTexts config_;
  mutable std::mutex mutex_;  // guards files_
  mutable std::map<std::string, std::shared_ptr<const YamlTexts>> files_;
};

}  // namespace indexer
