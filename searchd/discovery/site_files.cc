#include "searchd/discovery/site_files.h"

#include <fmt/format.h>

#include "kb/text/utf8.h"
#include "searchd/discovery/file_reply.h"
#include "searchd/pages/error_page.h"

namespace searchd {

namespace {

// OpenSearch 1.1's limits, in characters.
constexpr std::size_t kShortName = 16;
constexpr std::size_t kDescription = 1024;

}  // namespace

Reply robots(const Visit& visit) {
  auto languages = views_of(visit.edition.site().languages, [](const std::string& lang) {
    View view;
    view.set("lang", lang);
    return view;
  });
  View view;
  view.set("base", visit.edition.base());
  view.set("sitemap_url", visit.edition.absolute("/sitemap.xml"));
  view.set("languages", std::move(languages));
  return file_reply(visit, "robots.txt", "text/plain; charset=utf-8", view);
}

Reply security_text(const Visit& visit) {
  const kb::Site& site = visit.edition.site();
  if (site.security_contact.empty() || site.security_expires.empty()) return error_page(visit, 404);
  View view;
  view.set("contact", site.security_contact);
  view.set("expires", site.security_expires);
  view.set("languages", fmt::format("{}", fmt::join(site.languages, ", ")));
  view.set("canonical", visit.edition.absolute("/.well-known/security.txt"));
  return file_reply(visit, "security.txt", "text/plain; charset=utf-8", view);
}

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
  view.set("icon_type", site.theme.icon.empty() ? "image/svg+xml" : "image/png");
  view.set("icon_url", visit.edition.absolute("/favicon.ico"));
  return file_reply(visit, "opensearch.xml", "application/opensearchdescription+xml; charset=utf-8", view);
}

}  // namespace searchd
