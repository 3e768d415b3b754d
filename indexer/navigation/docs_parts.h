// Sites whose articles lie in several folders.
#pragma once

#include "indexer/source/content_root.h"
#include "indexer/source/docs_folder.h"

namespace indexer {

// Adds the folders that settings name beside the first: Docusaurus' further `plugin-content-docs`, Hugo's
// `contentDir` of each language and its mounts. What cannot be read names none.
void add_docs_parts(const ContentRoot& root, DocsFolder& docs);

}  // namespace indexer
