// How customers reach a human: `contact:` in site.yaml.
#pragma once

#include "indexer/yaml/yaml_fields.h"
#include "kb/model/site.h"

namespace indexer {

// One item of the list; reports what is wrong with it.
kb::Channel read_channel(const YamlFields& fields, const YamlNode& node);

}  // namespace indexer
