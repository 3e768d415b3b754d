#include "searchd/discovery/security_text.h"

#include <fmt/format.h>

#include "searchd/discovery/file_reply.h"
#include "searchd/pages/error_page.h"

namespace searchd {

Reply security_text(const Visit& visit) {
  const kb::Site& site = visit.edition.site();
  if (site.security_contact.empty() || site.security_expires.empty()) return error_page(visit, 404);
  View view;
  view.set("contact", site.security_contact);
  view.set("expires", site.security_expires);
  view.set("languages", fmt::format("{}", fmt::join(site.languages, ", ")));
  view.set("canonical", visit.edition.absolute("/.well-known/security.txt"));
  return file_reply(visit, Template::security_text, "text/plain; charset=utf-8", view);
}

}  // namespace searchd
