#include "indexer/config/synonyms_config.h"

#include <fmt/format.h>

#include "indexer/config/config_file.h"
#include "indexer/source/languages.h"

namespace indexer {

namespace {

kb::SynonymRule read_group(const YamlFields& fields, const YamlNode& node) {
  const std::vector<std::string> words = fields.texts({"group", node.at, node}, YamlFields::Commas::keep);
  if (words.size() < 2) fields.report(node.at, "a group of synonyms needs at least two");
  return {words, words};
}

kb::SynonymRule read_one_way(const YamlFields& fields, const YamlNode& node) {
  static constexpr YamlKey<kb::SynonymRule> kKeys[] = {
      {"from", read_member<&kb::SynonymRule::from>},
      {"to", read_member<&kb::SynonymRule::to>},
  };
  kb::SynonymRule rule;
  read_config_keys(node, kKeys, fields, rule);
  if (rule.from.empty() || rule.to.empty()) {
    fields.report(node.at, "a one-way synonym needs 'from' and 'to': {from: telly, to: [tv]}");
  }
  return rule;
}

std::vector<kb::SynonymRule> read_language(const YamlFields& fields, const YamlEntry& entry) {
  std::vector<kb::SynonymRule> rules;
  for (const YamlNode& item : fields.items(entry)) {
    if (item.is_list()) {
      rules.push_back(read_group(fields, item));
    } else if (item.is_map()) {
      rules.push_back(read_one_way(fields, item));
    } else {
      fields.report(item.at, "this must be a list of words, or {from: telly, to: [tv]}");
    }
  }
  return rules;
}

}  // namespace

std::map<std::string, std::vector<kb::SynonymRule>, std::less<>> read_synonyms(const YamlNode& root,
                                                                               const YamlFields& fields) {
  std::map<std::string, std::vector<kb::SynonymRule>, std::less<>> synonyms;
  if (!root.is_map()) fields.report(root.at, "this must be a map of language -> list of synonyms");
  for (const YamlEntry& entry : root.entries) {
    if (is_language_code(entry.key)) {
      synonyms[entry.key] = read_language(fields, entry);
    } else {
      fields.report(entry.at, fmt::format("'{}' is not a language code such as en or pt-BR", entry.key));
    }
  }
  return synonyms;
}

}  // namespace indexer
