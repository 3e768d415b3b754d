// A CSS file taken apart: as much of it as is checked before it is published. Grammar: CSS Syntax Module
// Level 3, without escapes outside of texts.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace indexer {

struct StyleDeclaration {
  std::string name;   // "background-color", in lower case but for `--Names`
  std::string value;  // without `!important`
  std::size_t at;     // byte in the file
};

struct StyleRule {
  std::vector<std::string> conditions;  // "@media (prefers-color-scheme: dark)", the outermost first
  std::string selector;                 // ":root"; "@font-face" for that one
  std::vector<StyleDeclaration> declarations;
};

// What stands between the brackets of a url(): bytes [begin, end) of the file.
struct StyleUrl {
  std::string target;  // without quotes
  std::size_t begin;
  std::size_t end;
};

struct StyleProblem {
  std::size_t at;
  std::string message;
};

struct StyleSheet {
  std::vector<StyleRule> rules;
  std::vector<StyleUrl> urls;
  std::vector<StyleProblem> problems;  // what is not closed, or may not be used
};

StyleSheet read_style_sheet(std::string_view css);

}  // namespace indexer
