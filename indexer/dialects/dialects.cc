#include "indexer/dialects/dialects.h"

#include "indexer/dialects/notes.h"
#include "indexer/dialects/references.h"

namespace indexer {

Lines read_dialects(Lines lines, const DialectContext& context, DialectFindings& findings) {
  (void)context;
  remove_notes(lines, findings.unknown);
  mark_kinds(lines);
  bracket_targets(lines);
  find_undefined_references(lines, findings.undefined);
  return lines;
}

}  // namespace indexer
