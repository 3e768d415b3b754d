#include "searchd/pages/layout.h"

#include <algorithm>

#include "kb/text/language_tag.h"
#include "kb/text/percent.h"
#include "searchd/pages/notice_views.h"
#include "searchd/theme/asset_table.h"

namespace searchd {

namespace {

std::vector<View> crumb_views(const Visit& visit, const Layout& layout) {
  return views_of(layout.crumbs, [&](const Crumb& crumb) {
    View view;
    view.set("title", crumb.title);
    view.set("url", visit.edition.link(crumb.url));
    view.set("last", &crumb == &layout.crumbs.back());
    return view;
  });
}

std::vector<View> translation_views(const Visit& visit, const Layout& layout) {
  if (layout.translations.size() < 2) return {};
  return views_of(layout.translations, [&](const auto& translation) {
    const auto& [lang, path] = translation;
    View view;
    view.set("lang", lang);
    view.set("dir", direction_of(lang));
    view.set("name", visit.edition.theme().own_name(lang));
    view.set("url", visit.edition.link(path));
    view.set("absolute_url", visit.edition.absolute(path));
    view.set("current", lang == visit.lang);
    return view;
  });
}

// Our words may be in another language than the text around them. Then they are marked with theirs, or a
// screen reader would say them with the wrong voice.
void mark_our_words(View& view, const std::string& ours, const std::string& around) {
  const bool turns = direction_of(ours) != direction_of(around);
  const bool differs = turns || kb::base_language(ours) != kb::base_language(around);
  view.set("our_lang", differs ? ours : "");
  view.set("our_dir", turns ? direction_of(ours) : "");
}

// Every language of the site. Where this page is not translated, the entry leads to the language's home page,
// and says so.
std::vector<View> language_views(const Visit& visit, const Layout& layout) {
  const auto& languages = visit.edition.site().languages;
  if (languages.size() < 2) return {};
  return views_of(languages, [&](const std::string& lang) {
    const Strings& strings = visit.edition.theme().strings(lang);
    const auto& list = layout.translations;
    const auto found = std::find_if(list.begin(), list.end(), [&](const auto& t) { return t.first == lang; });
    View view;
    view.set("lang", lang);
    view.set("dir", direction_of(lang));
    view.set("name", visit.edition.theme().own_name(lang));
    view.set("url", visit.edition.link(found == list.end() ? "/" + lang + "/" : found->second));
    view.set("home", found == list.end() ? strings.text("language_home") : "");
    mark_our_words(view, strings.lang(), lang);
    view.set("current", lang == visit.lang);
    return view;
  });
}

View link_view(const Visit& visit, const kb::SiteLink& link) {
  const std::string& first = visit.edition.site().languages.front();
  View view;
  view.set("label", kb::local(link.label, visit.lang, first));
  view.set("url", kb::local(link.url, visit.lang, first));
  view.set("own", true);      // the header has one that is ours
  view.set("narrow", false);  // the footer has some for narrow pages only
  return view;
}

// The site's own, then the way to reach people. On phones the first ones stand in the footer only.
std::vector<View> header_link_views(const Visit& visit, const std::string& contact_url) {
  std::vector<View> list = views_of(visit.edition.site().links.header,
                                    [&](const kb::SiteLink& link) { return link_view(visit, link); });
  if (contact_url.empty()) return list;
  View contact;
  contact.set("label", visit.strings().text("contact_us"));
  contact.set("url", contact_url);
  contact.set("own", false);
  list.push_back(std::move(contact));
  return list;
}

std::vector<View> footer_link_views(const Visit& visit) {
  const kb::SiteLinks& links = visit.edition.site().links;
  std::vector<View> list;
  for (const kb::SiteLink& link : links.header) {
    list.push_back(link_view(visit, link));
    list.back().set("narrow", true);
  }
  for (const kb::SiteLink& link : links.footer) list.push_back(link_view(visit, link));
  return list;
}

// Takes the question and the article along. "" where no contact is named and no form can be stored.
std::string contact_link(const Visit& visit, const Layout& layout) {
  const Edition& edition = visit.edition;
  if (!edition.snapshot() ||
      (edition.site().contact.empty() && !edition.takes_forms() && !edition.takes_messages()))
    return "";
  Params params;
  if (!layout.query.empty()) params.set("q", layout.query);
  if (!layout.article.empty()) params.set("article", layout.article);
  return edition.link(with_query("/" + visit.lang + "/contact", params));
}

std::string asset_path(const std::string& name) {
  return name.empty() ? "" : "/assets/" + kb::encode_path(name);
}

// What other sites show beside a link to us: the picture made for it, else the logo or the icon. Most of them
// cannot read an SVG.
std::string share_image(const Edition& edition) {
  const kb::SiteTheme& theme = edition.site().theme;
  for (const std::string* image : {&theme.share_image, &theme.logo, &theme.icon}) {
    const std::string_view type = content_type_of(*image);
    if (type == "image/png" || type == "image/jpeg" || type == "image/gif" || type == "image/webp")
      return edition.absolute(asset_path(*image));
  }
  return "";
}

void set_images(View& view, const Edition& edition) {
  const kb::SiteTheme& theme = edition.site().theme;
  view.set("logo_url", edition.link(asset_path(theme.logo)));
  view.set("logo_width", theme.logo_width > 0 ? std::to_string(theme.logo_width) : "");
  view.set("logo_height", std::to_string(theme.logo_height));
  view.set("header_image_url", edition.link(asset_path(theme.header_image)));
  const std::string icon = edition.link(asset_path(theme.icon));
  view.set("icon_url", icon);
  view.set("favicon_url", edition.asset_link("favicon.svg"));
  view.set("touch_icon_url", icon.empty() ? edition.asset_link("touch-icon.png") : icon);
}

// Defaults: an article and the home page set some of these again.
void set_description(View& view, const Visit& visit, const Layout& layout) {
  view.set("description", layout.description);
  view.set("default_url",
           layout.translations.empty() ? "" : visit.edition.absolute(layout.translations.front().second));
  view.set("og_type", "website");
  view.set("og_locale", locale_with_country(visit.lang));
  view.set("og_image", share_image(visit.edition));
  view.set("modified", "");
  view.set("structured_data", "");
}

void set_urls(View& view, const Visit& visit, const Layout& layout, const std::string& contact_url) {
  const Edition& edition = visit.edition;
  view.set("base", edition.base());
  view.set("home_url", edition.link("/" + visit.lang + "/"));
  view.set("search_url", edition.link("/" + visit.lang + "/search"));
  view.set("suggest_url", edition.link("/api/v1/suggest"));
  view.set("contact_url", contact_url);
  view.set("feed_url", edition.link("/" + visit.lang + "/feed.atom"));
  view.set("status_url", edition.site().notices.empty() ? "" : edition.link("/" + visit.lang + "/status"));
  view.set("opensearch_url", edition.link("/" + visit.lang + "/opensearch.xml"));
  view.set("css_url", edition.asset_link("site.css"));
  view.set("js_url", edition.asset_link("site.js"));
  view.set("icons_url", edition.asset_link("icons.svg"));
  set_images(view, edition);
  view.set("canonical", layout.path.empty() ? "" : edition.absolute(layout.path));
}

}  // namespace

View layout_view(const Visit& visit, const Layout& layout) {
  const Strings& strings = visit.strings();
  const std::string site_title(kb::local(visit.edition.site().title, visit.lang));
  View view;
  view.set("lang", visit.lang);
  view.set("dir", direction_of(visit.lang));
  view.set("own_name", visit.edition.theme().own_name(visit.lang));
  mark_our_words(view, strings.lang(), visit.lang);
  view.set("site_title", site_title);
  view.set("page_title", layout.title.empty()
                             ? site_title
                             : strings.text("page_title", {{"page", layout.title}, {"site", site_title}}));
  view.set("query", layout.query);
  view.set("from", "");
  view.set("from_open", false);
  view.set("framed", false);
  view.set("noindex", layout.noindex);
  view.set("generation", visit.edition.generation());
  set_description(view, visit, layout);
  const std::string contact_url = contact_link(visit, layout);
  set_urls(view, visit, layout, contact_url);
  view.set_list("notices", notice_views(visit, layout));
  view.set_list("header_links", header_link_views(visit, contact_url));
  view.set_list("footer_links", footer_link_views(visit));
  view.set_list("breadcrumbs", crumb_views(visit, layout));
  view.set_list("alternates", translation_views(visit, layout));
  view.set_list("languages", language_views(visit, layout));
  return view;
}

}  // namespace searchd
