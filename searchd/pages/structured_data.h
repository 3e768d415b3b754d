// Describes a page to search engines in schema.org's types, as JSON-LD, one text per page. The text goes into
// a script element, so nothing in it may look like HTML.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "searchd/pages/breadcrumbs.h"
#include "searchd/visit/visit.h"

namespace searchd {

std::string home_data(const Visit& visit);
// `crumbs`: from the home page to this one.
std::string category_data(const Visit& visit, const std::vector<Crumb>& crumbs);
std::string article_data(const Visit& visit, const kb::Article& article, const std::vector<Crumb>& crumbs);

// Questions and their answers as plain text. Only for an article of type faq whose second-level headings are
// all questions with an answer, at least two of them: search engines drop sites that call other things
// questions.
std::vector<std::pair<std::string, std::string>> question_list(const kb::Article& article);

}  // namespace searchd
