// What a text asks the site or its own front matter for: Liquid's `{{ site.x }}` and `{% link %}`, Hugo's
// `param`, `ref` and `relref`, VitePress' `{{ $frontmatter.x }}`, MkDocs' and Mintlify's own names, GitHub
// Docs'
// `{% data variables.a.b %}`.
#pragma once

#include <string>
#include <string_view>

#include "indexer/lines/context.h"
#include "indexer/lines/lines.h"

namespace indexer {

// Puts values and addresses in their places. Prefixes of a site's address become nothing, so that `/a` is
// from the root of the content. What nobody knows stays, unless it only says how something is shown.
void read_variables(Lines& lines, const DialectContext& context);

// The same within one text.
std::string fill_variables(std::string_view text, const DialectContext& context);

}  // namespace indexer
