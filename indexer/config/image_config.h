// `images:` of site.yaml: whose images pages may show besides our own, and whether ours have smaller copies.
#pragma once

#include <string>
#include <vector>

#include "indexer/yaml/yaml_fields.h"

namespace indexer {

struct ImageConfig {
  std::vector<std::string>& hosts;
  bool& resize;
};

// Reads {hosts: [...], resize: true}. What is no host, and what is too many, is reported and left out.
void read_images(const YamlFields& fields, const YamlEntry& entry, ImageConfig to);

}  // namespace indexer
