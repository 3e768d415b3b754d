#include "indexer/dialects/dialects.h"

#include "indexer/dialects/notes.h"

namespace indexer {

Lines read_dialects(Lines lines, const DialectContext& context, Findings& unknown) {
  (void)context;
  remove_notes(lines, unknown);
  mark_kinds(lines);
  return lines;
}

}  // namespace indexer
