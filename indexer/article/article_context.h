// What an article's text and front matter may draw on: files that it includes, and values that it asks for.
#pragma once

#include "indexer/article/include_files.h"
#include "indexer/article/pages.h"
#include "indexer/config/site_data.h"
#include "indexer/lines/context.h"

namespace indexer {

// All three must outlive the context. Either of the pointers may be null: nothing is known then.
DialectContext article_context(const Page& page, const IncludeFiles* includes, const SiteData* data);

// As the front matter has it; the first heading that readers see stands in for it, then the file's name.
std::string written_title(const Page& page);

// Puts what the site's data says into the title, the description, the questions and the keywords.
void fill_front_matter(Page& page, const SiteData& data);

}  // namespace indexer
