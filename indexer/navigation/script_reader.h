// The plain data in a JavaScript, TypeScript or JSON file -> the same tree as YAML. Nothing is ever run.
#pragma once

#include <optional>
#include <string_view>

#include "indexer/yaml/yaml_reader.h"

namespace indexer {

// JSON, also with comments, single quotes, keys without quotes and commas at the end. What is no plain value
// (a call, a spread, a name) is null. nullopt and a report of "navigation-syntax" when brackets or quotes do
// not match.
std::optional<YamlNode> read_json(std::string_view text, FileFindings& findings);

// The object that a module exports, itself or by name: `export default {...}`, `module.exports = sidebars;`.
// A null node when it exports none.
std::optional<YamlNode> read_script(std::string_view text, FileFindings& findings);

}  // namespace indexer
