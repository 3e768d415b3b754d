// What an include puts in its place: lines of a file, a block of code, or the words in the tag itself.
#pragma once

#include <string>
#include <string_view>

#include "indexer/findings/rule_findings.h"
#include "indexer/includes/include_tag.h"
#include "indexer/lines/context.h"
#include "indexer/lines/lines.h"

namespace indexer {

// The part of a file's text, each line with the number and kind of `at`. With `notes` what is a note in all
// of the file is taken out before, and reported there when it is never closed. None when a text is not there
// that it begins or ends at.
Lines cut_lines(std::string_view text, const Excerpt& asked, const Line& at, const DialectContext& context,
                RuleFindings* notes);

// Puts a fence around lines.
void make_code(Lines& lines, std::string_view language, const Line& at);

// A template of a theme is not read, but what it is given is: a text, or an image. An alert stays as
// `written`.
Lines template_words(const IncludeTag& tag, std::string_view written, const Line& at);

}  // namespace indexer
