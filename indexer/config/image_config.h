// `images:` of site.yaml: whose images pages may show besides our own.
#pragma once

#include <string>
#include <vector>

#include "indexer/yaml/yaml_fields.h"

namespace indexer {

// Reads {hosts: [...]} into `hosts`. What is no host, and what is too many, is reported and left out.
void read_images(const YamlFields& fields, const YamlEntry& entry, std::vector<std::string>& hosts);

}  // namespace indexer
