// What front matter says of whether an article is public, in the keys of all tools. It fails closed: what
// cannot be read keeps the article back.
#pragma once

#include "indexer/front_matter/front_matter.h"
#include "indexer/yaml/yaml_fields.h"

namespace indexer {

// Whether a map has keys that only exports of help desks have (Zendesk, Freshdesk).
bool is_of_help_desk(const YamlNode& root);

// The value of a visibility key (visibility_keys.h). Of several keys, what any of them hides is hidden.
void read_visibility(const YamlFields& fields, const YamlEntry& entry, FrontMatter& meta);

// A key that is none of an article's other keys: a visibility key, one that may be meant for one, or a map
// that holds some, as Hugo has `params`, `build` and `cascade`. False when it says nothing and nobody knows
// it.
bool read_other_visibility(const YamlFields& fields, const YamlEntry& entry, FrontMatter& meta);

}  // namespace indexer
