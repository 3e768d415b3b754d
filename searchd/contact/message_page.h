// /{lang}/contact/message: a form for a message to people, where the site wants one and the daemon can hand
// it on. Works without scripts.
#pragma once

#include "searchd/visit/visit.h"

namespace searchd {

// ?q= or ?question=: a question asked before, as on the contact page; ?article=: id of the article the
// visitor comes from; ?sent=: the name under which the address to reply to is kept: says that the message is
// on its way.
Reply message_page(const Visit& visit);
// On the disk before it says so. What cannot be taken is shown again with what was typed and the reason.
Reply message_post(const Visit& visit);

}  // namespace searchd
