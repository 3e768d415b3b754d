// One article, as a page and as Markdown.
#pragma once

#include "searchd/visit/visit.h"

namespace searchd {

Reply article_page(const Visit& visit, const kb::Card& card);
// Sets what the full page and the help panel both show: title, summary, type, status, dates and corrections.
// Returns the article.
kb::Article set_article(View& view, const Visit& visit, const kb::Card& card);
Reply article_markdown(const Visit& visit, const kb::Card& card);

}  // namespace searchd
