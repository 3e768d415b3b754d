// What a page says about itself to search engines: schema.org's types as JSON-LD, one text per page. It
// stands inside a script element, so nothing in it can look like HTML.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "searchd/pages/breadcrumbs.h"
#include "searchd/visit/visit.h"

namespace searchd {

std::string home_data(const Visit& visit);
// `crumbs` from home to the page itself.
std::string category_data(const Visit& visit, const std::vector<Crumb>& crumbs);
std::string article_data(const Visit& visit, const kb::Article& article, const std::vector<Crumb>& crumbs);

// Questions with their answers as plain text, if that is what the article is: of type faq, every heading of
// the second level a question with an answer, and at least two of them. Else nothing: search engines drop
// sites that call other things questions.
std::vector<std::pair<std::string, std::string>> question_list(const kb::Article& article);

}  // namespace searchd
