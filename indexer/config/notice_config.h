// `notices:` of site.yaml: what customers should know now.
#pragma once

#include <vector>

#include "indexer/yaml/yaml_fields.h"
#include "kb/model/site.h"

namespace indexer {

// Appends each item to `notices`, and where it stands to `notices_at`. What is wrong is reported.
void read_notices(const YamlFields& fields, const YamlEntry& entry, std::vector<kb::Notice>& notices,
                  std::vector<Position>& notices_at);

}  // namespace indexer
