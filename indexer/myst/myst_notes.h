// What MyST's writers leave for one another: comments of whole lines, `{todo}`, `{only}` for a book.
#pragma once

#include "indexer/lines/context.h"
#include "indexer/lines/lines.h"
#include "indexer/myst/myst_directive.h"

namespace indexer {

// `% a note`, in a site of Sphinx.
bool is_myst_comment(std::string_view line);

// False for what must not be published.
bool is_for_readers(const MystDirective& directive);

// Takes out only what is not for readers, whatever is around it: for a text of which a part is shown. Each
// line that stays keeps its number.
void remove_myst_notes(Lines& lines, const DialectContext& context);

}  // namespace indexer
