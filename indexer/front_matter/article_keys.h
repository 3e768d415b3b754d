// The keys of front matter: what each of them says about the article.
#pragma once

#include <string_view>

#include "indexer/findings/finding.h"
#include "indexer/front_matter/front_matter.h"
#include "indexer/yaml/yaml_reader.h"

namespace indexer {

// Whether the key is in the table, our own name or another tool's.
bool is_article_key(std::string_view key);

// `root` is a map. What cannot be read is reported and left out.
FrontMatter read_article_keys(const YamlNode& root, FileFindings& findings);

}  // namespace indexer
