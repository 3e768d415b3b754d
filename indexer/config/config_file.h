// site.yaml, synonyms.yaml and expectations.yaml: found, read and parsed alike.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/findings/diagnostics.h"
#include "indexer/yaml/yaml_fields.h"
#include "indexer/yaml/yaml_reader.h"
#include "kb/model/site.h"

namespace indexer {

// The YAML in root/name; nullopt when there is no such file, or when it cannot be used (reported).
std::optional<YamlNode> read_config_file(const std::filesystem::path& root, Diagnostics& diags);

// Runs the function of each key that is there; unknown keys are reported under "config-key".
template <typename Target>
struct ConfigKey {
  std::string_view name;
  void (*read)(const YamlFields&, const YamlEntry&, Target&);
};

template <typename Target, std::size_t n>
void read_config_keys(const YamlNode& map, const ConfigKey<Target> (&keys)[n], const YamlFields& fields,
                      Target& target) {
  std::vector<std::string_view> names;
  for (const auto& key : keys) names.push_back(key.name);
  if (!map.is_map()) fields.report(map.at, "this must be a map of keys and values, not " + describe(map));
  for (const YamlEntry& entry : map.entries) {
    bool known = false;
    for (const auto& key : keys) {
      if (key.name != entry.key) continue;
      key.read(fields, entry, target);
      known = true;
    }
    if (!known) fields.diags().report("config-key", entry.at, unknown_key(entry.key, names));
  }
}

// A text for all languages (kept under "" here), or a map of language -> text.
kb::LocalText read_local_text(const YamlFields& fields, const YamlEntry& entry);

}  // namespace indexer
