#include "indexer/dialects/dialects.h"

#include "indexer/dialects/notes.h"
#include "indexer/dialects/tagged_blocks.h"

namespace indexer {

Lines read_dialects(Lines lines, const DialectContext& context, Findings& unknown) {
  (void)context;
  remove_notes(lines, unknown);
  mark_kinds(lines);
  read_tagged_blocks(lines, unknown);
  return lines;
}

}  // namespace indexer
