// A handler's answer: the response, and what caches and the event log have to know about it.
#pragma once

#include <optional>
#include <string>

#include "events/event.h"
#include "searchd/http/http_message.h"

namespace searchd {

// How long an answer stays valid.
enum class Freshness {
  edition,    // until the content, the theme or the program changes; may be kept by the page cache
  unkept,     // the same for clients, but the page cache must not keep it: it depends on more than the URL
  personal,   // until then too, but made for one client: nobody else may keep it
  immutable,  // for ever: its URL holds a hash
  never,      // errors, forms, and what changes by the minute
};

struct Reply {
  Response response;
  Freshness freshness = Freshness::edition;
  std::string tag;                       // for the ETag; "" is the edition's
  std::optional<events::Search> search;  // noted for each request, also for one answered from the cache
  bool noindex = false;                  // search engines are asked not to list it
  std::string article_id;                // on an article's page, where coming from a result counts as a click
  std::optional<events::Contact> contact;  // a step on the contact page
};

}  // namespace searchd
