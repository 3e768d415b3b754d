// The files of the templates folder, and those that an operator puts in their place.
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <string_view>

#include "searchd/theme/strings.h"

namespace searchd {

using StringsByLanguage = std::map<std::string, Strings, std::less<>>;

inline constexpr std::size_t kMaxTemplateBytes = 1024UL * 1024;  // of a file, and of one with its partials

struct TemplateFile {
  std::string file;  // where it lies, for messages
  std::string text;  // without the line that names the version
  int version = 0;   // as `{{! version 3 }}` on the first line says; 0: it does not say
};

using TemplateFiles = std::map<std::string, TemplateFile, std::less<>>;  // by name, without .html.mustache

struct TemplateFolder {
  TemplateFiles pages;     // *.mustache
  TemplateFiles partials;  // partials/*.mustache
};

// Throws Error with the file and the reason.
TemplateFolder read_templates(const std::filesystem::path& dir);

// Puts the templates of `dir` in the place of those of the same name. Throws Error when there is none of that
// name, when it is written for another version of it, and for a tag whose name no template of `folder` and no
// text of `strings` has: it would show nothing.
void override_templates(const std::filesystem::path& dir, const StringsByLanguage& strings,
                        TemplateFolder& folder);

// Puts the texts of dir/*.yaml in the place of those of the same key, in each language; a new language needs
// all of them. Throws Error for a key that is not there.
void override_strings(const std::filesystem::path& dir, StringsByLanguage& strings);

}  // namespace searchd
