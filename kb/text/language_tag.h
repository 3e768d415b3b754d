// Regional languages: "pt-br" is "pt" for all that has no list, stemmer or text for it.
#pragma once

#include <string>
#include <string_view>

namespace kb {

// The language that a tag such as "pt-br" or "zh_Hant_TW" is a form of.
constexpr std::string_view base_language(std::string_view tag) {
  return tag.substr(0, tag.find_first_of("-_"));
}

// The script that a language is written in, as far as its tag tells: "Hans" for "zh-CN", "Latn" for "de"; ""
// when it is not known.
std::string script_of(std::string_view tag);

}  // namespace kb
