#include "searchd/pages/shell.h"

#include <algorithm>
#include <chrono>

#include "kb/model/date.h"
#include "kb/text/percent.h"
#include "searchd/theme/asset_table.h"

namespace searchd {

namespace {

// A notice without categories concerns every page; with them, the pages of these and of what is below them,
// and the article it names.
bool concerns(const kb::Notice& notice, const Shell& shell) {
  if (notice.categories.empty() || (!shell.article.empty() && notice.article == shell.article)) return true;
  const std::string_view category = shell.category;
  return std::any_of(notice.categories.begin(), notice.categories.end(), [&](const std::string& id) {
    return category == id || (category.starts_with(id) && category.substr(id.size()).starts_with("/"));
  });
}

// "" on the article's own page, too: it need not lead to itself.
std::string article_link(const Visit& visit, std::string_view id, const Shell& shell) {
  const kb::Card* card = id.empty() ? nullptr : visit.catalogue().find(id);
  return card && card->url != shell.path ? visit.edition.link(card->url) : "";
}

View notice_view(const Visit& visit, const kb::Notice& notice, const Shell& shell) {
  const auto fallback = visit.edition.site().languages.front();
  const auto day = std::chrono::floor<std::chrono::days>(notice.updated);
  View view;
  view.set("kind", notice.kind);
  view.set("title", kb::local(notice.title, visit.lang, fallback));
  view.set("text", kb::local(notice.text, visit.lang, fallback));
  view.set("url", article_link(visit, notice.article, shell));
  view.set("updated_text", visit.strings().text("updated_on", {{"date", visit.strings().date(day)}}));
  view.set("updated_iso", kb::format_time(notice.updated));
  return view;
}

std::vector<View> notice_views(const Visit& visit, const Shell& shell) {
  std::vector<View> list;
  for (const kb::Notice& notice : visit.edition.site().notices) {
    if (concerns(notice, shell)) list.push_back(notice_view(visit, notice, shell));
  }
  return list;
}

std::vector<View> crumb_views(const Visit& visit, const Shell& shell) {
  std::vector<View> list;
  if (shell.crumbs.empty()) return list;
  const auto add = [&](const Crumb& crumb, bool last) {
    View view;
    view.set("title", crumb.title);
    view.set("url", visit.edition.link(crumb.url));
    view.set("last", last);
    list.push_back(std::move(view));
  };
  add({std::string(kb::local(visit.edition.site().title, visit.lang)), "/" + visit.lang + "/"}, false);
  for (const Crumb& crumb : shell.crumbs) add(crumb, &crumb == &shell.crumbs.back());
  return list;
}

std::vector<View> translation_views(const Visit& visit, const Shell& shell) {
  std::vector<View> list;
  if (shell.translations.size() < 2) return list;
  for (const auto& [lang, path] : shell.translations) {
    const Strings& own = visit.edition.theme().strings(lang);
    View view;
    view.set("lang", lang);
    view.set("name", own.lang() == lang ? own.text("language_name") : own.language_name(lang));
    view.set("url", visit.edition.link(path));
    view.set("absolute_url", visit.edition.absolute(path));
    view.set("current", lang == visit.lang);
    list.push_back(std::move(view));
  }
  return list;
}

// Leads on with what was asked and read; "" where there is nobody to contact and nothing can be stored.
std::string contact_link(const Visit& visit, const Shell& shell) {
  const Edition& edition = visit.edition;
  if (!edition.snapshot() || (edition.site().contact.empty() && !edition.takes_forms())) return "";
  Params params;
  if (!shell.query.empty()) params.set("q", shell.query);
  if (!shell.article.empty()) params.set("article", shell.article);
  return edition.link(with_query("/" + visit.lang + "/contact", params));
}

// Other sites show a link to us with the logo, if it is a picture they can read: not an SVG.
std::string logo_picture(const Edition& edition) {
  const std::string& logo = edition.site().theme.logo;
  const std::string_view type = content_type_of(logo);
  const bool is_readable =
      type == "image/png" || type == "image/jpeg" || type == "image/gif" || type == "image/webp";
  return is_readable ? edition.absolute("/assets/" + kb::encode_path(logo)) : "";
}

// What an article or the home page sets otherwise.
void set_description(View& view, const Visit& visit, const Shell& shell) {
  view.set("description", shell.description);
  view.set("default_url",
           shell.translations.empty() ? "" : visit.edition.absolute(shell.translations.front().second));
  view.set("og_type", "website");
  view.set("og_locale", locale_with_country(visit.lang));
  view.set("og_image", logo_picture(visit.edition));
  view.set("modified", "");
  view.set("structured_data", "");
}

void set_urls(View& view, const Visit& visit, const Shell& shell) {
  const Edition& edition = visit.edition;
  const kb::Theme& theme = edition.site().theme;
  view.set("base", edition.base());
  view.set("home_url", edition.link("/" + visit.lang + "/"));
  view.set("search_url", edition.link("/" + visit.lang + "/search"));
  view.set("suggest_url", edition.link("/api/v1/suggest"));
  view.set("contact_url", contact_link(visit, shell));
  view.set("feed_url", edition.link("/" + visit.lang + "/feed.atom"));
  view.set("opensearch_url", edition.link("/" + visit.lang + "/opensearch.xml"));
  view.set("logo_url", theme.logo.empty() ? "" : edition.link("/assets/" + kb::encode_path(theme.logo)));
  view.set("logo_width", theme.logo_width > 0 ? std::to_string(theme.logo_width) : "");
  view.set("logo_height", std::to_string(theme.logo_height));
  view.set("css_url", edition.asset_link("site.css"));
  view.set("js_url", edition.asset_link("site.js"));
  view.set("theme_url", edition.asset_link("theme.css"));
  view.set("icons_url", edition.asset_link("icons.svg"));
  view.set("favicon_url", edition.asset_link("favicon.svg"));
  view.set("canonical", shell.path.empty() ? "" : edition.absolute(shell.path));
}

}  // namespace

View shell_view(const Visit& visit, const Shell& shell) {
  const Strings& strings = visit.strings();
  const std::string site_title(kb::local(visit.edition.site().title, visit.lang));
  View view;
  view.set("lang", visit.lang);
  view.set("dir", strings.is_right_to_left() ? "rtl" : "ltr");
  view.set("site_title", site_title);
  view.set("page_title", shell.title.empty()
                             ? site_title
                             : strings.text("page_title", {{"page", shell.title}, {"site", site_title}}));
  view.set("query", shell.query);
  view.set("noindex", shell.noindex);
  view.set("generation", visit.edition.generation());
  set_description(view, visit, shell);
  set_urls(view, visit, shell);
  view.set_list("notices", notice_views(visit, shell));
  view.set_list("breadcrumbs", crumb_views(visit, shell));
  view.set_list("alternates", translation_views(visit, shell));
  return view;
}

std::vector<std::pair<std::string, std::string>> in_all_languages(const Visit& visit,
                                                                  std::string_view below_language) {
  std::vector<std::pair<std::string, std::string>> list;
  for (const std::string& lang : visit.edition.site().languages)
    list.emplace_back(lang, "/" + lang + std::string(below_language));
  return list;
}

}  // namespace searchd
