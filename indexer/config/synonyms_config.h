// synonyms.yaml: words that mean the same, by language.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "indexer/yaml/yaml_fields.h"
#include "kb/model/site.h"

namespace indexer {

std::map<std::string, std::vector<kb::SynonymRule>, std::less<>> read_synonyms(const YamlNode& root,
                                                                               const YamlFields& fields);

}  // namespace indexer
