// Files that a text brings in: MkDocs' `--8<--`, Jekyll's and GitBook's `{% include %}`, GitHub Docs'
// reusables, Hugo's `include` and `readfile`, mdBook's `{{#include}}`, VitePress' `<!--@include-->` and
// `<<<`, MDX imports of Markdown, DocFX's `[!INCLUDE]`, markdown-include's `{!x.md!}`.
// includes/include_tag.cc has what each writes.
#pragma once

#include "indexer/findings/rule_findings.h"
#include "indexer/lines/context.h"
#include "indexer/lines/lines.h"

namespace indexer {

inline constexpr int kMaxIncludeDepth = 10;
inline constexpr int kMaxIncludes = 100;                   // of an article
inline constexpr std::size_t kMaxIncluded = 256UL * 1024;  // bytes that they bring in

struct IncludeFindings {
  RuleFindings& missing;  // what is not there, leads in a circle or is too much
  RuleFindings& unknown;  // see remove_notes
};

// Requires: notes are removed from `lines`, and their kinds are marked. A file's text takes the place of the
// tag, with its own includes; each of its lines has the number of the line with the tag. In code only tools
// that look into code are heeded. Of what is not there nothing stays; in code the tag does.
Lines read_includes(Lines lines, const DialectContext& context, IncludeFindings findings);

}  // namespace indexer
