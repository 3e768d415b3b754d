// TOML text -> the same tree as YAML. The only file that talks to toml++.
#pragma once

#include <optional>
#include <string_view>

#include "indexer/yaml/yaml_reader.h"

namespace indexer {

// Reports what is wrong under `rule` with positions counted from `first_line`; nullopt when the text cannot
// be read. Keys come in alphabetical order, dates and numbers as texts.
std::optional<YamlNode> read_toml(std::string_view text, int first_line, std::string_view rule,
                                  FileFindings& findings);

}  // namespace indexer
