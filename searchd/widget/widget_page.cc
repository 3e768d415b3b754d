#include "searchd/widget/widget_page.h"

#include <fmt/format.h>

#include "kb/model/article.h"
#include "kb/search/search.h"
#include "searchd/api/api.h"
#include "searchd/channels/contact_card.h"
#include "searchd/http/security_headers.h"
#include "searchd/pages/article_page.h"
#include "searchd/pages/cards.h"
#include "searchd/pages/content_lookup.h"
#include "searchd/pages/error_page.h"
#include "searchd/pages/home_page.h"
#include "searchd/pages/layout.h"
#include "searchd/pages/search_page.h"
#include "searchd/visit/search_params.h"
#include "searchd/widget/frame_links.h"

namespace searchd {

namespace {

bool is_allowed(const Visit& visit) { return !visit.edition.site().widget_origins.empty(); }

std::string framed_link(const Visit& visit, std::string_view path) {
  return visit.edition.link(frame_path(path));
}

// The values that all pages of the panel share. The layout's path is that of the corresponding full page.
View panel_view(const Visit& visit, Layout layout) {
  layout.noindex = true;
  View view = layout_view(visit, layout);
  view.set("framed", true);
  view.set("is_ours", false);
  view.set("full_url", visit.edition.link(layout.path));
  view.set("frame_css_url", visit.edition.asset_link("frame.css"));
  view.set("frame_js_url", visit.edition.asset_link("frame.js"));
  view.set("panel_url", visit.edition.link("/" + visit.lang + "/widget"));
  view.set("suggest_url", visit.edition.link("/" + visit.lang + "/widget/suggest.json"));
  view.set("origins", fmt::format("{}", fmt::join(visit.edition.site().widget_origins, " ")));
  return view;
}

Reply panel_reply(const Visit& visit, TemplateName page, const View& view, int status = 200) {
  Reply reply = page_reply(visit, page, view);
  reply.response.status = status;
  const kb::Site& site = visit.edition.site();
  reply.response.set("Content-Security-Policy", page_policy({site.image_hosts, site.widget_origins}));
  if (status != 200) reply.freshness = Freshness::never;
  return reply;
}

View link_view(const Visit& visit, std::string_view title, std::string_view path) {
  View view;
  view.set("title", title);
  view.set("url", framed_link(visit, path));
  return view;
}

std::vector<View> article_links(const Visit& visit, const std::vector<const kb::Card*>& cards) {
  return views_of(cards, [&](const kb::Card* card) { return link_view(visit, card->title, card->url); });
}

std::vector<View> folder_links(const Visit& visit, const std::vector<std::string>& ids) {
  std::vector<View> list;
  for (const std::string& id : ids) {
    const kb::CategoryNode* node = visit.catalogue().category(id);
    if (!node || node->count == 0) continue;
    list.push_back(link_view(visit, node->title, node->url));
    list.back().set("count_text", count_text(visit, node->count));
  }
  return list;
}

Layout layout_of(std::string title, std::string path) {
  Layout layout;
  layout.title = std::move(title);
  layout.path = std::move(path);
  return layout;
}

Reply message(const Visit& visit, int status) {
  const ErrorText text = error_text(visit, status);
  View view = panel_view(visit, layout_of(text.title, "/" + visit.lang + "/"));
  view.set("is_ours", true);
  view.set("title", text.title);
  view.set("text", text.message);
  view.set_list("articles", {});
  view.set_list("folders", {});
  return panel_reply(visit, "widget_list", view, status);
}

Reply start(const Visit& visit) {
  Layout layout = layout_of(visit.strings().text("search_label"), "/" + visit.lang + "/");
  layout.is_home = true;
  View view = panel_view(visit, layout);
  view.set("at_start", true);
  view.set("is_ours", true);
  view.set("title", visit.strings().text("home_title"));
  view.set("text", "");
  view.set_list("articles", article_links(visit, featured_cards(visit.catalogue())));
  view.set_list("folders", folder_links(visit, visit.catalogue().top_categories()));
  return panel_reply(visit, "widget_list", view);
}

void set_answer(View& view, const Visit& visit, const kb::SearchQuery& query,
                const std::optional<kb::Answer>& answer) {
  if (!answer) return view.set("answer", false);
  std::string url = framed_link(visit, tracked(answer->url, 1, query.text));
  view.set("answer", answer_view(*answer, std::move(url), framed_html(visit, answer->html)));
}

std::string panel_search_link(const Visit& visit, const kb::SearchQuery& query) {
  if (!fits_address(query.text)) return "";
  Params params;
  params.set("q", query.text);
  if (query.exact) params.set("exact", "1");
  return visit.edition.link(with_query("/" + visit.lang + "/widget", params));
}

View results_view(const Visit& visit, const kb::SearchQuery& query, const kb::SearchResult& result) {
  const std::string title = results_summary(visit, query, result);
  const bool is_linked = fits_address(query.text);
  Params params;
  if (is_linked) params.set("q", query.text);
  View view = panel_view(visit, layout_of(title, with_query("/" + visit.lang + "/search", params)));
  view.set("title", title);
  view.set("query", query.text);
  view.set("from", is_linked && visit.edition.takes_forms() ? query.text : "");
  view.set("more", is_linked && result.total > static_cast<int>(result.hits.size()));
  set_answer(view, visit, query, result.answer);
  view.set_list("asked", views_of(result.asked, [&](const kb::Asked& asked) {
                  return asked_view(asked, framed_link(visit, tracked(asked.hit.url, 1, query.text)));
                }));
  int rank = 0;
  std::vector<View> hits;
  for (const kb::Hit& hit : result.hits) {
    ++rank;
    if (!result.answer || hit.id != result.answer->id)
      hits.push_back(hit_view(hit, framed_link(visit, tracked(hit.url, rank, query.text))));
  }
  view.set("nothing", result.hits.empty());
  view.set_list("hits", std::move(hits));
  set_interpretation(view, visit, query, result,
                     [&](const kb::SearchQuery& other) { return panel_search_link(visit, other); });
  return view;
}

Reply category(const Visit& visit, const kb::CategoryNode& node) {
  Layout layout = layout_of(node.title, node.url);
  layout.category = node.id;
  View view = panel_view(visit, std::move(layout));
  view.set("title", node.title);
  view.set("text", node.description);
  view.set_list("articles", article_links(visit, node.articles));
  view.set_list("folders", folder_links(visit, node.children));
  return panel_reply(visit, "widget_list", view);
}

Reply article(const Visit& visit, const kb::Card& card) {
  Layout layout = layout_of(card.title, card.url);
  layout.category = card.category;
  layout.article = card.id;
  View view = panel_view(visit, std::move(layout));
  const kb::Article whole = set_article(view, visit, card);
  view.set("from_open", visit.edition.takes_forms());
  view.set("here_url", framed_link(visit, card.url));
  view.set("body_html", framed_html(visit, kb::body_html(whole)));
  Reply reply = panel_reply(visit, "widget_article", view);
  reply.article_id = card.id;
  reply.noindex = card.unlisted;
  return reply;
}

}  // namespace

Reply widget_search(const Visit& visit) {
  if (!is_allowed(visit)) return error_page(visit, 404);
  const kb::SearchQuery query = page_query(visit.params, visit.lang);
  if (is_blank(query.text)) return start(visit);
  const kb::SearchResult result = timed_search(visit, query);
  View view = results_view(visit, query, result);
  const bool wants_contact = shows_contact(visit, query, result);
  set_contact_card(view, visit, query, wants_contact);
  Reply reply = panel_reply(visit, "widget_results", view);
  if (wants_contact) reply.freshness = Freshness::never;
  reply.search = search_event(visit, query, result, events::Source::page);
  return reply;
}

Reply widget_content(const Visit& visit) {
  if (!is_allowed(visit)) return error_page(visit, 404);
  const Found found = look_up(visit.snapshot(), "/" + visit.lang + "/" + visit.rest);
  switch (found.kind) {
    case Found::Kind::article:
      return article(visit, *found.card);
    case Found::Kind::category:
      return category(visit, *found.category);
    case Found::Kind::moved:
      return redirect_reply(visit, 301, frame_path(found.to));
    case Found::Kind::gone:
      return message(visit, 410);
    case Found::Kind::markdown:
    case Found::Kind::nothing:
      break;
  }
  return message(visit, 404);
}

Reply widget_suggest(const Visit& visit) {
  return suggestion_reply(visit, [](const std::string& path) { return frame_path(path); });
}

}  // namespace searchd
