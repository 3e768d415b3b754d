#include "searchd/discovery/opensearch.h"

#include "kb/text/utf8.h"
#include "searchd/discovery/file_reply.h"

namespace searchd {

namespace {

// The format's limits, in characters.
constexpr std::size_t kShortName = 16;
constexpr std::size_t kDescription = 1024;

}  // namespace

Reply opensearch(const Visit& visit) {
  const kb::Site& site = visit.edition.site();
  View view;
  view.set("lang", visit.lang);
  view.set("name", std::string(kb::first_characters(kb::local(site.title, visit.lang), kShortName)));
  view.set("description",
           std::string(kb::first_characters(visit.strings().text("search_label"), kDescription)));
  view.set("search_url", visit.edition.absolute("/" + visit.lang + "/search"));
  view.set("suggest_url", visit.edition.absolute("/api/v1/opensearch"));
  view.set("self_url", visit.edition.absolute("/" + visit.lang + "/opensearch.xml"));
  view.set("icon_url", visit.edition.absolute("/favicon.ico"));
  return file_reply(visit, "opensearch.xml", "application/opensearchdescription+xml; charset=utf-8", view);
}

}  // namespace searchd
