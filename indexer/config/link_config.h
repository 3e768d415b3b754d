// `links:` of site.yaml: what stands in the header and the footer of every page.
#pragma once

#include "indexer/yaml/yaml_fields.h"
#include "kb/model/site.h"

namespace indexer {

// Reads {header: [{label, url}, ...], footer: [...]} into `links`. What cannot be a link is reported and left
// out.
void read_links(const YamlFields& fields, const YamlEntry& entry, kb::SiteLinks& links);

}  // namespace indexer
