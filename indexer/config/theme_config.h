// `theme:` of site.yaml: how the site looks.
#pragma once

#include <string>

#include "indexer/findings/finding.h"
#include "indexer/yaml/yaml_fields.h"
#include "kb/model/site.h"

namespace indexer {

// A file of the content folder that the theme names.
struct ThemeFile {
  std::string path;  // below the content folder; "" for none
  Position at;       // where site.yaml names it
};

struct ThemeFiles {
  ThemeFile logo;
  ThemeFile icon;
  ThemeFile share_image;
  ThemeFile header_image;
  ThemeFile style;
};

// Reads the map into `theme` and `files`. A value that cannot be used is reported and keeps the default.
void read_theme(const YamlFields& fields, const YamlEntry& entry, kb::SiteTheme& theme, ThemeFiles& files);

}  // namespace indexer
