// Navigation that is YAML or JSON -> entries. What is no entry in these formats is left out without a word:
// they hold much that is not about articles.
#pragma once

#include <vector>

#include "indexer/navigation/nav_entry.h"
#include "indexer/yaml/yaml_reader.h"

namespace indexer {

// MkDocs' `nav` and awesome-pages' `nav` and `arrange`: "a.md", {Title: a.md}, {Title: [...]}.
std::vector<NavEntry> titled_entries(const YamlNode& list);

// DocFX's toc.yml: a list of {name, href, items}.
std::vector<NavEntry> toc_entries(const YamlNode& root);

// Jupyter Book's _toc.yml and `project: {toc: [...]}` of MyST: {file, title, sections}, in parts with a
// caption.
std::vector<NavEntry> book_entries(const YamlNode& root);

// What Docusaurus' sidebars file exports: {sidebar: [ids and {type, label, items}]}.
std::vector<NavEntry> sidebar_entries(const YamlNode& root);

// Mintlify's docs.json and mint.json: `navigation` with pages in groups, tabs and more around them.
std::vector<NavEntry> mintlify_entries(const YamlNode& root);

// Docusaurus' _category_ file.
FolderNote category_note(const YamlNode& root);

// The value of a key; nullptr when the node has none.
const YamlNode* value_of(const YamlNode& map, std::string_view key);
// On one line; "" when it is no text.
std::string text_of(const YamlNode& map, std::string_view key);

}  // namespace indexer
