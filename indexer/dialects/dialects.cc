#include "indexer/dialects/dialects.h"

#include "indexer/dialects/includes.h"
#include "indexer/dialects/notes.h"
#include "indexer/dialects/references.h"
#include "indexer/dialects/variables.h"

namespace indexer {

Lines read_dialects(Lines lines, const DialectContext& context, DialectFindings& findings) {
  remove_notes(lines, findings.unknown);
  mark_kinds(lines);
  lines = read_includes(std::move(lines), context, {findings.missing, findings.unknown});
  mark_kinds(lines);
  read_variables(lines, context);
  mark_kinds(lines);
  bracket_targets(lines);
  find_undefined_references(lines, findings.undefined);
  return lines;
}

}  // namespace indexer
