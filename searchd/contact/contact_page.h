// /{lang}/contact: the question first, with the articles that may answer it; then the ways to reach a human,
// without losing what was asked; then "ask us to write this".
#pragma once

#include "searchd/visit/visit.h"

namespace searchd {

// ?q=: a question that another page sends here; ?question=: the name under which one that was typed here is
// kept; ?article=: id of the article the visitor comes from; ?asked=: like ?question=, and a request was
// stored. The page itself is never kept by anybody, since it says who is open now.
Reply contact_page(const Visit& visit);
// A form with "q" asks for answers, one with "question" for an article, which is stored. Leads back to the
// page; the question stands in no address.
Reply contact_post(const Visit& visit);
// ?channel=: a link of the page was followed. Answers 204; browsers do not wait for it.
Reply contact_chosen(const Visit& visit);

}  // namespace searchd
