// What a handler answers with: the response for everybody, and what it means for caches and for the event
// log.
#pragma once

#include <optional>
#include <string>

#include "events/event.h"
#include "searchd/http/http_message.h"

namespace searchd {

// How long an answer stays right.
enum class Freshness {
  edition,    // until the content, the theme or the program changes; may be kept by the page cache
  unkept,     // the same for clients, but not kept: it depends on more than the URL
  immutable,  // for ever: its URL holds a hash
  never,      // errors, forms, and what is another by the minute
};

struct Reply {
  Response response;
  Freshness freshness = Freshness::edition;
  std::string tag;                         // for the ETag; "" is the edition's
  std::optional<events::Search> search;    // to be noted when somebody asks for this, from the cache too
  std::string article_id;                  // of an article's page: following a result here is a click
  std::optional<events::Contact> contact;  // a step on the contact page
};

}  // namespace searchd
