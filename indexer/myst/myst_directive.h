// How MyST (Markdown for Sphinx and Jupyter Book) writes a block: ```` ```{name} argument ```` or
// `:::{name} argument`, options below it, text, and a fence at the end.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "indexer/lines/lines.h"

namespace indexer {

using MystOptions = std::map<std::string, std::string, std::less<>>;

// What is done with a directive. Of the first group the text is read as Markdown, of the second it is taken
// as a whole.
enum class MystAction {
  alert,    // `:::note`
  titled,   // the argument is the title: `:::note Title`
  details,  // `:::details`
  tabs,     // `:::tabs`
  code_tabs,
  tab,
  figure,   // an image, the text is its caption
  label,    // the argument in bold, then the text
  passage,  // the argument is the text's first line
  inside,   // the text only, the argument says how it looks
  only,     // the text for some readers
  version,  // "Changed in version 2:" and the text
  unknown,

  code,
  code_tab,
  diagram,
  math,
  image,
  film,
  button,
  include,
  literal_include,
  list_table,
  csv_table,
  glossary,
  nothing,  // says something to the tool
  raw,      // is left out, with a finding
  hidden,   // is not for readers
};

constexpr bool is_taken_whole(MystAction action) { return action >= MystAction::code; }

// `name` is lower-case.
MystAction myst_action(std::string_view name);

struct MystDirective {
  std::string fence;  // "```" or "::::"
  std::string name;   // lower-case
  std::string argument;
  MystAction action = MystAction::unknown;
  MystOptions options;

  std::string option(std::string_view key) const;
  bool has(std::string_view key) const { return options.contains(key); }
  bool has_class(std::string_view one) const;
};

// What a line's own text opens. `any_name`: also a name that is not in our table; in a site of another tool
// such a block is code of R Markdown or a container of Pandoc.
std::optional<MystDirective> myst_opening(std::string_view content, bool any_name);

bool closes_myst(std::string_view content, std::string_view fence);

// A line without the beginning that it shares with the fence above it.
std::string_view behind_myst_prefix(std::string_view text, std::string_view prefix);

// Whether the text from `at` on begins with a prompt, as that of `{pip-cli}` and the like of extensions does.
bool shows_commands(const Lines& lines, std::size_t at);

// Reads the options on the lines from `at` on. How many lines they take.
std::size_t read_myst_options(const Lines& lines, std::size_t at, MystOptions& options);

}  // namespace indexer
