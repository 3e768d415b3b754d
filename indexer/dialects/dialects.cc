#include "indexer/dialects/dialects.h"

#include "indexer/dialects/alert_quotes.h"
#include "indexer/dialects/attributes.h"
#include "indexer/dialects/cjk_emphasis.h"
#include "indexer/dialects/code_fences.h"
#include "indexer/dialects/definition_lists.h"
#include "indexer/dialects/docfx.h"
#include "indexer/dialects/includes.h"
#include "indexer/dialects/indented_blocks.h"
#include "indexer/dialects/inline_marks.h"
#include "indexer/dialects/markers.h"
#include "indexer/dialects/mdx_lines.h"
#include "indexer/dialects/media.h"
#include "indexer/dialects/notes.h"
#include "indexer/dialects/references.h"
#include "indexer/dialects/tagged_blocks.h"
#include "indexer/dialects/variables.h"
#include "indexer/dialects/wiki_links.h"

namespace indexer {

Lines read_dialects(Lines lines, const DialectContext& context, DialectFindings& findings) {
  close_raw_fences(lines);
  remove_notes(lines, findings.unknown);
  mark_kinds(lines);
  lines = read_includes(std::move(lines), context, {findings.missing, findings.unknown});
  mark_kinds(lines);
  read_variables(lines, context);
  mark_kinds(lines);
  read_markers(lines);
  remove_mdx_lines(lines, context.path.ends_with(".mdx"), findings.unknown);
  read_media(lines);
  read_indented_blocks(lines);
  read_tagged_blocks(lines, findings.unknown);
  read_alert_quotes(lines);
  read_docfx(lines);
  read_definition_lists(lines);
  mark_kinds(lines);
  read_code_fences(lines, findings.unknown);
  bracket_targets(lines);
  read_attributes(lines);
  read_wiki_links(lines, context, findings.unknown);
  find_undefined_references(lines, findings.undefined);
  read_inline_marks(lines);
  read_cjk_emphasis(lines);
  return lines;
}

}  // namespace indexer
