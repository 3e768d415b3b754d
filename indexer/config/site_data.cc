#include "indexer/config/site_data.h"

#include <algorithm>
#include <array>

#include "indexer/config/tool_files.h"
#include "indexer/source/docs_folder.h"
#include "indexer/source/public_file.h"
#include "kb/text/ascii.h"
#include "kb/text/paths.h"

namespace indexer {

namespace {

// Jekyll, Hugo, MkDocs, Mintlify. What stands first wins.
struct ConfigFile {
  std::string_view path;
  std::string_view below;  // its keys lie below this one
};
constexpr std::array kConfigFiles{
    ConfigFile{"_config.yml", ""},
    ConfigFile{"_config.yaml", ""},
    ConfigFile{"docs/_config.yml", ""},
    ConfigFile{"hugo.toml", ""},
    ConfigFile{"hugo.yaml", ""},
    ConfigFile{"hugo.json", ""},
    ConfigFile{"config.toml", ""},
    ConfigFile{"config.yaml", ""},
    ConfigFile{"config/_default/hugo.toml", ""},
    ConfigFile{"config/_default/hugo.yaml", ""},
    ConfigFile{"config/_default/config.toml", ""},
    ConfigFile{"config/_default/config.yaml", ""},
    ConfigFile{"config/_default/params.toml", "params"},
    ConfigFile{"config/_default/params.yaml", "params"},
    ConfigFile{"mkdocs.yml", ""},
    ConfigFile{"mkdocs.yaml", ""},
    ConfigFile{"docs.json", ""},
    ConfigFile{"mint.json", ""},
};

}  // namespace

SiteData::SiteData(const std::filesystem::path& root, std::vector<std::string> ignore)
    : root_(root), ignore_(std::move(ignore)) {
  for (const auto& [path, below] : kConfigFiles) {
    const auto found = read_public_file(root_, path, ignore_, kMaxToolFileBytes);
    const auto node = found ? parse_tool_file(found->path, found->text) : std::nullopt;
    if (node) add_texts(*node, std::string(below), config_);
  }
}

std::optional<std::string> SiteData::value(std::string_view name, std::string_view article) const {
  const std::string lower = kb::to_lower(name);
  const std::string_view key = lower;
  if (key.starts_with("variables.")) return in_files("data/variables", name.substr(10), article);
  if (key.starts_with("site.data.")) {
    if (auto found = in_files("_data", name.substr(10), article)) return found;
    return in_files("data", name.substr(10), article);
  }
  if (!key.starts_with("site.")) return std::nullopt;
  const auto found = config_.find(key.substr(5));
  return found == config_.end() ? std::nullopt : std::optional(found->second);
}

std::optional<std::string> SiteData::in_files(std::string_view folder, std::string_view key,
                                              std::string_view article) const {
  constexpr int kMostFolders = 8;
  std::string_view above = kb::parent_of(article);
  for (int i = 0; i < kMostFolders; ++i) {
    const std::string at =
        above.empty() ? std::string(folder) : std::string(above) + "/" + std::string(folder);
    if (auto found = in_folder(at, key)) return found;
    if (above.empty()) break;
    above = kb::parent_of(above);
  }
  return std::nullopt;
}

// "a.b.c" is key b.c of a.yml, or key c of a/b.yml.
std::optional<std::string> SiteData::in_folder(const std::string& folder, std::string_view key) const {
  constexpr std::array<std::string_view, 4> kExtensions{".yml", ".yaml", ".json", ".toml"};
  std::string path = folder;
  for (int parts = 0; parts < 2; ++parts) {
    const std::size_t dot = key.find('.');
    if (dot == std::string_view::npos || dot == 0 || key.find('/') != std::string_view::npos) break;
    path.append("/").append(key.substr(0, dot));
    key.remove_prefix(dot + 1);
    for (const std::string_view extension : kExtensions) {
      const auto values = file(path + std::string(extension));
      if (const auto found = values->find(kb::to_lower(key)); found != values->end()) return found->second;
    }
  }
  return std::nullopt;
}

std::shared_ptr<const YamlTexts> SiteData::file(const std::string& path) const {
  static const auto kNothing = std::make_shared<const YamlTexts>();
  {
    const std::lock_guard lock(mutex_);
    if (const auto known = files_.find(path); known != files_.end()) return known->second;
  }
  auto values = std::make_shared<YamlTexts>();
  const auto found = read_public_file(root_, path, ignore_, kMaxToolFileBytes);
  if (const auto node = found ? parse_tool_file(found->path, found->text) : std::nullopt)
    add_texts(*node, "", *values);
  const std::lock_guard lock(mutex_);
  return files_.try_emplace(path, values->empty() ? kNothing : std::move(values)).first->second;
}

}  // namespace indexer
