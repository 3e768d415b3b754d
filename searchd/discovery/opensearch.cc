#include "searchd/discovery/opensearch.h"

#include "searchd/discovery/file_reply.h"

namespace searchd {

namespace {

// The format's limits, in characters.
constexpr std::size_t kShortName = 16;
constexpr std::size_t kDescription = 1024;

// The first characters, cut before one that would be half.
std::string beginning(std::string_view text, std::size_t characters) {
  std::size_t end = 0;
  for (; end < text.size(); ++end) {
    const bool starts = (static_cast<unsigned char>(text[end]) & 0xC0U) != 0x80U;
    if (starts && characters-- == 0) break;
  }
  return std::string(text.substr(0, end));
}

}  // namespace

Reply opensearch(const Visit& visit) {
  const kb::Site& site = visit.edition.site();
  View view;
  view.set("lang", visit.lang);
  view.set("name", beginning(kb::local(site.title, visit.lang), kShortName));
  view.set("description", beginning(visit.strings().text("search_label"), kDescription));
  view.set("search_url", visit.edition.absolute("/" + visit.lang + "/search"));
  view.set("suggest_url", visit.edition.absolute("/api/v1/opensearch"));
  view.set("self_url", visit.edition.absolute("/" + visit.lang + "/opensearch.xml"));
  view.set("icon_url", visit.edition.absolute("/favicon.ico"));
  return file_reply(visit, Template::opensearch, "application/opensearchdescription+xml; charset=utf-8",
                    view);
}

}  // namespace searchd
