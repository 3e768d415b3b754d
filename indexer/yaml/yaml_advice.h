// What a writer can do about a text that is not valid YAML.
#pragma once

#include <string_view>

namespace indexer {

inline constexpr std::string_view kTabAdvice = "indent this line with blanks, not with a tab";

// `said`: yaml-cpp's message, which comes back when nothing better is known.
std::string_view yaml_advice(std::string_view said);

}  // namespace indexer
