#include "indexer/dialects/dialects.h"

#include "indexer/dialects/attributes.h"
#include "indexer/dialects/cjk_emphasis.h"
#include "indexer/dialects/definition_lists.h"
#include "indexer/dialects/inline_marks.h"
#include "indexer/dialects/markers.h"
#include "indexer/dialects/media.h"
#include "indexer/dialects/notes.h"
#include "indexer/dialects/wiki_links.h"

namespace indexer {

Lines read_dialects(Lines lines, const DialectContext& context, Findings& unknown) {
  remove_notes(lines, unknown);
  mark_kinds(lines);
  read_markers(lines);
  read_definition_lists(lines);
  mark_kinds(lines);
  read_media(lines);
  read_attributes(lines);
  read_wiki_links(lines, context, unknown);
  read_inline_marks(lines);
  read_cjk_emphasis(lines);
  return lines;
}

}  // namespace indexer
