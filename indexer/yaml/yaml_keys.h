// The keys of a map as a table: what reads each of them. A key that is not in the table is reported with the
// nearest one that is.
#pragma once

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "indexer/yaml/yaml_fields.h"

namespace indexer {

// Names that mean the same are keys with the same function.
template <typename Target>
struct YamlKey {
  std::string_view name;
  void (*read)(const YamlFields&, const YamlEntry&, Target&);
};

// A value as its member's type wants it; what is wrong is reported, and the member stays as it is.
inline void read_value(const YamlFields& fields, const YamlEntry& entry, std::string& to) {
  if (auto text = fields.text(entry)) to = std::move(*text);
}
inline void read_value(const YamlFields& fields, const YamlEntry& entry, bool& to) {
  if (const auto flag = fields.flag(entry)) to = *flag;
}
inline void read_value(const YamlFields& fields, const YamlEntry& entry, std::vector<std::string>& to) {
  to = fields.texts(entry, YamlFields::Commas::keep);
}

// For tables: {"query", read_member<&kb::Pin::query>}
template <auto member, typename Target>
void read_member(const YamlFields& fields, const YamlEntry& entry, Target& to) {
  read_value(fields, entry, to.*member);
}

// Runs the function of each key that is there, in the order of the table.
template <typename Target, std::size_t n>
void read_keys(const YamlNode& map, const YamlKey<Target> (&keys)[n], const YamlFields& fields,
               Target& target) {
  for (const auto& key : keys) {
    for (const YamlEntry& entry : map.entries) {
      if (entry.key == key.name) key.read(fields, entry, target);
    }
  }
}

// Under `rule`. Keys that begin with `own` are the writer's.
template <typename Target, std::size_t n>
void report_unknown_keys(const YamlNode& map, const YamlKey<Target> (&keys)[n], std::string_view rule,
                         FileFindings& findings, std::string_view own = {}) {
  std::vector<std::string_view> names;
  for (const auto& key : keys) names.push_back(key.name);
  for (const YamlEntry& entry : map.entries) {
    if (!own.empty() && entry.key.starts_with(own)) continue;
    if (std::find(names.begin(), names.end(), entry.key) == names.end())
      findings.report(rule, entry.at, unknown_key(entry.key, names));
  }
}

}  // namespace indexer
