// The settings of the tool that builds a site, read by what they hold and never run.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/source/content_root.h"
#include "indexer/yaml/yaml_reader.h"

namespace indexer {

// YAML, TOML or JSON, by the file's name. nullopt when it cannot be understood, without a finding: it is the
// other tool's. Top keys with tags such as `!!python/name:` or anchors are left out.
std::optional<YamlNode> parse_tool_file(std::string_view path, std::string text);

// See read_tool_file(); "" when there is none that can be read, or it is over
// kMaxToolFileBytes.
std::string tool_file_text(const ContentRoot& root, const std::string& path);

// The texts of the list that a key has, in whatever language the settings are written: `exclude: ["a", 'b']`,
// `exclude_patterns = [...]`, lines with `- a` below the key, or the lines of a block behind `|`.
std::vector<std::string> listed_texts(std::string_view text, std::string_view key);

}  // namespace indexer
