#include "indexer/inline/inline_dialects.h"

#include "indexer/inline/attributes.h"
#include "indexer/inline/cjk_emphasis.h"
#include "indexer/inline/dataview.h"
#include "indexer/inline/definition_lists.h"
#include "indexer/inline/formulas.h"
#include "indexer/inline/inline_marks.h"
#include "indexer/inline/markers.h"
#include "indexer/inline/media.h"
#include "indexer/inline/unknown_tags.h"
#include "indexer/inline/wiki_links.h"
#include "indexer/inline/xrefs.h"

namespace indexer {

Lines read_films(Lines lines) {
  mark_kinds(lines);
  read_media(lines);
  return lines;
}

Lines read_inline_dialects(Lines lines, const DialectContext& context, RuleFindings& unknown) {
  mark_kinds(lines);
  read_markers(lines);
  read_definition_lists(lines);
  mark_kinds(lines);
  read_media(lines);
  read_attributes(lines);
  read_dataview(lines);
  read_wiki_links(lines, context, unknown);
  read_xrefs(lines, context, unknown);
  read_formulas(lines, unknown);
  read_inline_marks(lines);
  read_cjk_emphasis(lines);
  remove_unknown_tags(lines, unknown);
  return lines;
}

}  // namespace indexer
