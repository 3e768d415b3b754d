// site.yaml, synonyms.yaml, expectations.yaml and learned.yaml: found, read and parsed alike.
#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include "indexer/findings/finding.h"
#include "indexer/yaml/yaml_fields.h"
#include "indexer/yaml/yaml_keys.h"
#include "indexer/yaml/yaml_reader.h"
#include "kb/model/site.h"

namespace indexer {

// The YAML in root/name; nullopt when there is no such file, or when it cannot be used (reported).
std::optional<YamlNode> read_config_file(const std::filesystem::path& root, FileFindings& findings);

// Reads the keys of a map; unknown ones are reported under "config-key".
template <typename Target, std::size_t n>
void read_config_keys(const YamlNode& map, const YamlKey<Target> (&keys)[n], const YamlFields& fields,
                      Target& target) {
  if (!map.is_map()) fields.report(map.at, "this must be a map of keys and values, not " + describe(map));
  read_keys(map, keys, fields, target);
  report_unknown_keys(map, keys, "config-key", fields.findings());
}

// A text for all languages (kept under "" here), or a map of language -> text.
void read_value(const YamlFields& fields, const YamlEntry& entry, kb::LocalText& to);

}  // namespace indexer
