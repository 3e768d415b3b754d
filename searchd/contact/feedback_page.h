// /{lang}/feedback: the form behind "Did this answer your question?", and where it is sent to. Works without
// scripts; a script shows the same form in the article.
#pragma once

#include "searchd/visit/visit.h"

namespace searchd {

// ?id=&helpful=yes|no: the form. With &sent=1: thanks.
Reply feedback_page(const Visit& visit);
// Stores it, then leads to the thanks, so that reloading sends nothing twice. What cannot be stored is shown
// again with what was typed and the reason.
Reply feedback_post(const Visit& visit);

}  // namespace searchd
