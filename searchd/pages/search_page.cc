#include "searchd/pages/search_page.h"

#include <algorithm>
#include <map>

#include "kb/query/filter.h"
#include "kb/search/marked_html.h"
#include "kb/search/search.h"
#include "kb/text/utf8.h"
#include "searchd/channels/contact_card.h"
#include "searchd/pages/cards.h"
#include "searchd/pages/facet_list.h"
#include "searchd/pages/interpretation.h"
#include "searchd/pages/layout.h"
#include "searchd/pages/paging.h"
#include "searchd/visit/search_params.h"

namespace searchd {

namespace {

constexpr std::size_t kShownCharacters = 80;

struct Results {
  const kb::SearchQuery& query;
  const kb::SearchResult& result;
  Paging paging;
  bool wants_contact = false;
};

// In titles a long text is named by its beginning.
std::string shown_text(const kb::SearchQuery& query) { return kb::shortened(query.text, kShownCharacters); }

void set_filter(Params& params, const kb::Filter& filter) {
  if (!filter.category.empty()) params.set("category", filter.category);
  if (!filter.product.empty()) params.set("product", filter.product);
  if (!filter.type.empty()) params.set("type", filter.type);
}

// The address of a search. Other links than those to pages begin at page 1 again. "" for a text that is too
// long for one: such a result has one page, and nothing to narrow it by.
std::string search_link(const Visit& visit, const kb::SearchQuery& query, int page) {
  if (!fits_address(query.text)) return "";
  Params params;
  if (!is_blank(query.text)) params.set("q", query.text);
  set_filter(params, query.filter);
  if (query.exact) params.set("exact", "1");
  if (page > 1) params.set("page", std::to_string(page));
  return visit.edition.link(with_query("/" + query.lang + "/search", params));
}

std::function<std::string(const kb::SearchQuery&)> first_page(const Visit& visit) {
  return [&visit](const kb::SearchQuery& query) { return search_link(visit, query, 1); };
}

View ranked_view(const Visit& visit, const kb::Hit& hit, int rank, const kb::SearchQuery& query) {
  const kb::CategoryNode* category = visit.catalogue().category(hit.category);
  View view = hit_view(hit, visit.edition.link(tracked(hit.url, rank, query.text)));
  view.set("category_title", category ? category->title : "");
  view.set("category_url", category ? visit.edition.link(category->url) : "");
  view.set("rank", std::to_string(rank));
  set_updated(view, visit, hit.updated);
  return view;
}

std::vector<View> hit_views(const Visit& visit, const Results& results) {
  int rank = results.query.offset;
  std::vector<View> views;
  const auto& answer = results.result.answer;
  for (const kb::Hit& hit : results.result.hits) {
    if (hit.lang != visit.lang) continue;
    ++rank;
    // The answer box above the list has it already.
    if (!answer || hit.id != answer->id) views.push_back(ranked_view(visit, hit, rank, results.query));
  }
  return views;
}

void set_answer(View& view, const Visit& visit, const Results& results) {
  const auto& answer = results.result.answer;
  if (!answer || results.paging.current > 1) return view.set("answer", false);
  std::string url = visit.edition.link(tracked(answer->url, 1, results.query.text));
  view.set("answer", answer_view(*answer, std::move(url), answer->html));
}

std::vector<View> asked_views(const Visit& visit, const Results& results) {
  return views_of(results.result.asked, [&](const kb::Asked& asked) {
    return asked_view(asked, visit.edition.link(tracked(asked.hit.url, 1, results.query.text)));
  });
}

View base_view(const Visit& visit, const kb::SearchQuery& query, std::string title) {
  const bool is_linked = fits_address(query.text);
  Params params;
  if (!query.filter.product.empty()) params.set("product", query.filter.product);
  if (is_linked) params.set("q", query.text);
  Layout layout;
  layout.title = std::move(title);
  const kb::Site& site = visit.edition.site();
  layout.description = kb::local(site.description, visit.lang, site.languages.front());
  layout.path = with_query("/" + visit.lang + "/search", params);
  layout.query = is_linked ? query.text : "";
  layout.category = query.filter.category;
  layout.noindex = true;
  layout.translations = in_all_languages(visit.edition.site(), with_query("/search", params));
  View view = layout_view(visit, layout);
  view.set("query", query.text);
  view.set("product_id", query.filter.product);
  view.set("from", visit.edition.takes_forms() ? layout.query : "");
  return view;
}

// What only other languages have, one group for each.
std::vector<View> other_languages(const Visit& visit, const Results& results) {
  std::vector<View> groups;
  for (const std::string& lang : visit.edition.site().languages) {
    std::vector<const kb::Card*> cards;
    for (const kb::Hit& hit : results.result.hits) {
      if (hit.lang == lang && lang != visit.lang)
        cards.push_back(visit.snapshot().catalogue(lang).find(hit.id));
    }
    if (cards.empty()) continue;
    const std::string name = visit.edition.theme().own_name(lang);
    kb::SearchQuery there;
    there.text = results.query.text;
    there.lang = lang;
    View& group = groups.emplace_back();
    group.set("lang", lang);
    group.set("heading", visit.strings().text("in_language", {{"language", name}}));
    group.set("search_url", search_link(visit, there, 1));
    group.set("search_label", visit.strings().text("search_in_language", {{"language", name}}));
    group.set_list("articles", card_views(visit, cards));
  }
  return groups;
}

std::string search_title(const Visit& visit, const kb::SearchQuery& query) {
  return visit.strings().text("search_title", {{"query", shown_text(query)}});
}

// What was chosen may be why nothing is found.
void set_wider(View& view, const Visit& visit, const kb::SearchQuery& query) {
  kb::SearchQuery wider = query;
  wider.filter = {};
  view.set("wider_url", query.filter.empty() ? "" : search_link(visit, wider, 1));
  view.set("wider_text", visit.strings().text("search_unfiltered", {{"query", shown_text(query)}}));
}

View search_view(const Visit& visit, const Results& results) {
  const bool nothing = results.result.total == 0;
  const std::string summary = results_summary(visit, results.query, results.result);
  // A screen reader says the title first, so one that promises results must have some.
  View view = base_view(visit, results.query, nothing ? summary : search_title(visit, results.query));
  view.set("has_query", true);
  view.set("browses", false);
  view.set("summary", summary);
  view.set("nothing", nothing);
  if (nothing) set_wider(view, visit, results.query);
  set_answer(view, visit, results);
  view.set_list("asked", asked_views(visit, results));
  set_contact_card(view, visit, results.query, results.wants_contact);
  set_facets(view, visit, results.query, results.result.facets, first_page(visit));
  set_interpretation(view, visit, results.query, results.result, first_page(visit));
  set_paging(view, visit, fits_address(results.query.text) ? results.paging : Paging{},
             [&](int page) { return search_link(visit, results.query, page); });
  view.set_list("hits", hit_views(visit, results));
  view.set_list("other_languages", other_languages(visit, results));
  view.set_list("categories", category_views(visit, visit.catalogue().top_categories()));
  return view;
}

// Articles by top category; those in none come last.
std::vector<View> article_groups(const Visit& visit, const std::vector<const kb::Card*>& cards) {
  std::map<std::string, std::vector<const kb::Card*>> by_category;
  for (const kb::Card* card : cards)
    by_category[card->category.substr(0, card->category.find('/'))].push_back(card);
  std::vector<std::string> order = visit.catalogue().top_categories();
  order.emplace_back();
  std::vector<View> groups;
  for (const std::string& category : order) {
    const auto found = by_category.find(category);
    if (found == by_category.end()) continue;
    View& group = groups.emplace_back();
    group.set("number", std::to_string(groups.size()));
    group.set("title", category_title(visit, category));
    group.set_list("articles", card_views(visit, found->second));
  }
  return groups;
}

// Everything about a product, or of what else was chosen, before anything is typed.
View browse_view(const Visit& visit, const kb::SearchQuery& query) {
  std::vector<const kb::Card*> cards;
  for (const kb::Card& card : visit.catalogue().cards())
    if (!card.is_folder && kb::passes(card, query.filter)) cards.push_back(&card);
  std::stable_sort(cards.begin(), cards.end(),
                   [](const auto* a, const auto* b) { return a->weight < b->weight; });
  const std::string product = product_title(visit, query.filter.product);
  const std::string title = product.empty() ? visit.strings().text("search_label") : product;
  View view = base_view(visit, query, title);
  view.set("has_query", false);
  view.set("browses", true);
  view.set("title", title);
  view.set("title_is_ours", product.empty());
  view.set("count_text", visit.strings().plural("articles_count", static_cast<long>(cards.size())));
  set_facets(view, visit, query, kb::facets_of(visit.catalogue(), query.filter), first_page(visit));
  view.set_list("groups", article_groups(visit, cards));
  view.set_list("categories", category_views(visit, visit.catalogue().top_categories()));
  return view;
}

// The page before anything is typed or chosen.
View blank_view(const Visit& visit, const kb::SearchQuery& query) {
  if (!query.filter.empty()) return browse_view(visit, query);
  View view = base_view(visit, query, search_title(visit, query));
  view.set("has_query", false);
  view.set("browses", false);
  view.set_list("categories", category_views(visit, visit.catalogue().top_categories()));
  return view;
}

View with_box(View view, const Visit& visit, const kb::SearchQuery& query, BoxSize box, Cut cut) {
  Params params;
  set_filter(params, query.filter);
  params.set("long", "1");
  view.set("text_box", box == BoxSize::text);
  view.set("text_box_url", visit.edition.link(with_query("/" + visit.lang + "/search", params)));
  view.set("text_cut", cut == Cut::yes);
  return view;
}

}  // namespace

bool is_blank(std::string_view text) { return text.find_first_not_of(" \t\r\n") == std::string_view::npos; }

std::string tracked(std::string_view url, int rank, std::string_view query) {
  if (!fits_address(query)) return std::string(url);
  const auto hash = std::min(url.find('#'), url.size());
  Params params;
  params.set("r", std::to_string(rank));
  params.set("q", std::string(query));
  return with_query(std::string(url.substr(0, hash)), params) + std::string(url.substr(hash));
}

View hit_view(const kb::Hit& hit, std::string url) {
  View view;
  view.set("title", hit.title);
  view.set("heading", hit.heading);
  view.set("has_heading", !hit.heading.empty());
  view.set("url", std::move(url));
  view.set("snippet_html", kb::marked_html(hit.snippet));
  return view;
}

View asked_view(const kb::Asked& asked, std::string url) {
  View view = hit_view(asked.hit, std::move(url));
  view.set("question", asked.text);
  return view;
}

View answer_view(const kb::Answer& answer, std::string url, std::string html) {
  View view;
  view.set("title", answer.title);
  view.set("heading", answer.heading);
  view.set("has_heading", !answer.heading.empty());
  view.set("url", std::move(url));
  view.set("html", std::move(html));
  return view;
}

std::string results_summary(const Visit& visit, const kb::SearchQuery& query,
                            const kb::SearchResult& result) {
  const Strings& strings = visit.strings();
  const std::string text = shown_text(query);
  if (result.total > 0) return strings.plural("results_count", result.total, {{"query", text}});
  return strings.text(result.hits.empty() ? "nothing_found" : "nearest_found", {{"query", text}});
}

void set_interpretation(View& view, const Visit& visit, const kb::SearchQuery& query,
                        const kb::SearchResult& result,
                        const std::function<std::string(const kb::SearchQuery&)>& link) {
  kb::Interpretation told = result.interpretation;
  if (result.total == 0) told.relaxed = false;          // the heading says it
  if (!fits_address(query.text)) told.ignored.clear();  // of a mail that would be hundreds of words
  auto sentences = interpretation_views(told, visit.strings());
  kb::SearchQuery other = query;
  other.exact = !query.exact;
  view.set("exact_url", !query.exact && !sentences.empty() ? link(other) : "");
  view.set("exact_active", query.exact);
  view.set("inexact_url", query.exact ? link(other) : "");
  view.set_list("interpretation", std::move(sentences));
}

BoxSize box_for(std::string_view text) { return fits_address(text) ? BoxSize::line : BoxSize::text; }

Reply search_page(const Visit& visit, kb::SearchQuery query, BoxSize box, Cut cut) {
  if (is_blank(query.text))
    return page_reply(visit, "search", with_box(blank_view(visit, query), visit, query, box, cut));
  const int page = query.offset / kHitsPerPage + 1;
  kb::SearchResult result = timed_search(visit, query);
  const Paging paging = make_paging(result.total, page, kHitsPerPage, kMaxPage);
  if (paging.current < page) {  // there are fewer pages than asked for: show the last one
    query.offset = (paging.current - 1) * kHitsPerPage;
    result = timed_search(visit, query);
  }
  const bool wants_contact = paging.current == 1 && shows_contact(visit, query, result);
  const View view = search_view(visit, {query, result, paging, wants_contact});
  Reply reply = page_reply(visit, "search", with_box(view, visit, query, box, cut));
  if (wants_contact) reply.freshness = Freshness::never;
  reply.search = search_event(visit, query, result, events::Source::page);
  return reply;
}

}  // namespace searchd
