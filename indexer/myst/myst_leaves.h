// Directives of MyST whose text is taken as a whole: code, images, includes, tables, terms.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "indexer/findings/rule_findings.h"
#include "indexer/lines/line_writer.h"
#include "indexer/myst/myst_directive.h"

namespace indexer {

// Writes what takes the directive's place. Requires: `writer` has begun with its first line; `body` has no
// prefix, and nothing that is not public. False for a table that has to be read as the list that it is.
bool write_myst_leaf(const MystDirective& directive, const Lines& body, LineWriter& writer,
                     RuleFindings& unknown);

// `![alt](path){ width=300 }`, "" when there is no path.
std::string myst_image(const MystDirective& directive);

// Those of a card.
std::vector<std::string> myst_card_images(const MystDirective& directive);

// "**Changed in version 2**: text".
std::string myst_version(const MystDirective& directive);

// A link to a page, an address or, for `type` "ref", a label.
std::string myst_link(std::string_view text, const std::string& target, std::string_view type);

}  // namespace indexer
