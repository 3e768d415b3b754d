// One article, as a page and as Markdown.
#pragma once

#include "searchd/visit/visit.h"

namespace searchd {

Reply article_page(const Visit& visit, const kb::Card& card);
// Title, summary, type, status, dates, corrections and body: what every way to show an article has. Returns
// the article.
kb::Article set_article(View& view, const Visit& visit, const kb::Card& card);
Reply article_markdown(const Visit& visit, const kb::Card& card);

}  // namespace searchd
