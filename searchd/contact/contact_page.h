// /{lang}/contact: the question first, with the articles that may answer it; then the ways to reach a human,
// without losing what was asked; then "ask us to write this".
#pragma once

#include "searchd/visit/visit.h"

namespace searchd {

// ?q=: the question; ?article=: id of the article the visitor comes from; ?asked=: a request was stored; the
// name under which its question is kept. Never kept by anybody, since it says who is open now.
Reply contact_page(const Visit& visit);
// Stores the question nobody has answered yet, then leads back to the page.
Reply contact_post(const Visit& visit);
// ?channel=: a link of the page was followed. Answers 204; browsers do not wait for it.
Reply contact_chosen(const Visit& visit);

}  // namespace searchd
