// The single values of a tree by name, for what only asks for texts.
#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <string_view>

#include "indexer/yaml/yaml_reader.h"

namespace indexer {

using YamlTexts = std::map<std::string, std::string, std::less<>>;  // "product.name" -> "Marlow 3"

inline constexpr std::size_t kLongestYamlText = 1'000;  // longer ones are left out
inline constexpr std::size_t kMostYamlTexts = 10'000;

// Adds to `texts` what is not there yet: each on one line, names in lower case and beginning with `below` if
// that is not empty. Lists are left out.
void add_texts(const YamlNode& root, const std::string& below, YamlTexts& texts);

}  // namespace indexer
