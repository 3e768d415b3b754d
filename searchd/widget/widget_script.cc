#include "searchd/widget/widget_script.h"

#include <nlohmann/json.hpp>

#include "searchd/discovery/file_reply.h"
#include "searchd/pages/error_page.h"
#include "searchd/theme/site_style.h"

namespace searchd {

namespace {

// The button's texts in all languages of the site, since the page that loads the script chooses the language.
std::string texts(const Visit& visit) {
  nlohmann::ordered_json all;
  for (const std::string& lang : visit.edition.site().languages) {
    const Strings& strings = visit.edition.theme().strings(lang);
    all[lang] = {{"open", strings.text("widget_open")},
                 {"close", strings.text("close")},
                 {"title", kb::local(visit.edition.site().title, lang)},
                 {"dir", direction_of(lang)},
                 {"lang", strings.lang()}};
  }
  return all.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace);
}

}  // namespace

Reply widget_script(const Visit& visit) {
  if (visit.edition.site().widget_origins.empty()) return error_page(visit, 404);
  View view;
  view.set("texts", texts(visit));
  set_accent(view, visit.edition.site().theme.accent);
  Reply reply = file_reply(visit, "widget.js", "text/javascript; charset=utf-8", view);
  reply.response.set("Cross-Origin-Resource-Policy", "cross-origin");  // it is made for other sites to load
  return reply;
}

}  // namespace searchd
