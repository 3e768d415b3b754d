#include "searchd/discovery/robots.h"

#include "searchd/discovery/file_reply.h"

namespace searchd {

Reply robots(const Visit& visit) {
  std::vector<View> languages;
  for (const std::string& lang : visit.edition.site().languages) {
    View view;
    view.set("lang", lang);
    languages.push_back(std::move(view));
  }
  View view;
  view.set("base", visit.edition.base());
  view.set("sitemap_url", visit.edition.absolute("/sitemap.xml"));
  view.set("languages", std::move(languages));
  return file_reply(visit, Template::robots, "text/plain; charset=utf-8", view);
}

}  // namespace searchd
