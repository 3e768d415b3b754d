#include "indexer/dialects/dialects.h"

#include "indexer/dialects/alert_quotes.h"
#include "indexer/dialects/code_fences.h"
#include "indexer/dialects/docfx.h"
#include "indexer/dialects/hidden_blocks.h"
#include "indexer/dialects/html_markdown.h"
#include "indexer/dialects/includes.h"
#include "indexer/dialects/indented_blocks.h"
#include "indexer/dialects/markdoc.h"
#include "indexer/dialects/mdx_lines.h"
#include "indexer/dialects/myst.h"
#include "indexer/dialects/notes.h"
#include "indexer/dialects/readme_blocks.h"
#include "indexer/dialects/references.h"
#include "indexer/dialects/retype.h"
#include "indexer/dialects/slash_blocks.h"
#include "indexer/dialects/tagged_blocks.h"
#include "indexer/dialects/tex_brackets.h"
#include "indexer/dialects/text_fences.h"
#include "indexer/myst/myst_roles.h"
#include "indexer/templates/liquid.h"
#include "indexer/templates/variables.h"

namespace indexer {

Lines read_dialects(Lines lines, const DialectContext& context, DialectFindings& findings) {
  close_raw_fences(lines);
  open_text_fences(lines);
  read_myst(lines, context, findings.unknown);
  remove_notes(lines, findings.unknown);
  mark_kinds(lines);
  read_readme_blocks(lines, findings.unknown);
  mark_kinds(lines);
  read_readme_words(lines, context);
  read_liquid(lines, context);
  mark_kinds(lines);
  lines = read_includes(std::move(lines), context, {findings.missing, findings.unknown});
  mark_kinds(lines);
  remove_hidden_blocks(lines, findings.unknown);
  read_liquid(lines, context);  // of what was brought in
  mark_kinds(lines);
  read_variables(lines, context);
  mark_kinds(lines);
  const bool is_mdx = remove_mdx_lines(lines, context.path.ends_with(".mdx"), findings.unknown);
  read_html_markdown(lines);
  read_retype(lines);
  read_markdoc(lines, context, findings.unknown);
  read_indented_blocks(lines);
  read_slash_blocks(lines);
  read_tagged_blocks(lines, is_mdx, findings.unknown);
  read_alert_quotes(lines);
  read_docfx(lines);
  mark_kinds(lines);
  remove_notes(lines, findings.unknown);  // that stood in blocks, or in values
  mark_kinds(lines);
  read_myst_roles(lines, context, findings.unknown);
  read_tex_brackets(lines, findings.unknown);
  read_code_fences(lines, findings.unknown);
  read_inline_notes(lines);
  bracket_targets(lines);
  find_undefined_references(lines, findings.undefined);
  return lines;
}

}  // namespace indexer
