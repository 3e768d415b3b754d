#include "searchd/pages/article_page.h"

#include <algorithm>

#include "kb/model/date.h"
#include "kb/model/error.h"
#include "kb/search/search.h"
#include "kb/text/percent.h"
#include "searchd/pages/cards.h"
#include "searchd/pages/layout.h"
#include "searchd/pages/notice_views.h"
#include "searchd/pages/structured_data.h"
#include "searchd/pages/translations.h"
#include "searchd/pages/troubleshooting_steps.h"

namespace searchd {

namespace {

constexpr std::size_t kRelated = 4;
constexpr std::size_t kShortestToc = 3;
constexpr std::ptrdiff_t kFewestFolded = 3;

kb::Article read(const Visit& visit, const kb::Card& card) {
  auto article = visit.snapshot().article(card.lang, card.id);
  if (!article) throw kb::Error("the index has no text for " + card.url, "build the content again");
  return *std::move(article);
}

std::vector<View> toc_views(const kb::Article& article) {
  std::vector<View> list;
  for (const kb::Section& section : article.sections) {
    if (section.anchor.empty() || section.level < 2 || section.level > 3) continue;
    View view;
    view.set("title", section.heading);
    view.set("url", "#" + kb::encode_path(section.anchor));
    view.set("level2", section.level == 2);
    view.set("level3", section.level == 3);
    list.push_back(std::move(view));
  }
  if (list.size() < kShortestToc) list.clear();
  return list;
}

bool is_question(const kb::Section& section) { return section.level == 2 && !section.anchor.empty(); }

// The end of step `i`: a link to the next step, or after the last one to whatever follows the steps.
View step_view(const Visit& visit, const kb::Article& article, const std::vector<Step>& steps,
               std::size_t i) {
  const bool is_last = i + 1 == steps.size();
  const std::size_t next = is_last ? steps[i].end : steps[i + 1].begin;
  View view;
  view.set("is_last", is_last);
  view.set("next_url",
           next < article.sections.size() ? "#" + kb::encode_path(article.sections[next].anchor) : "");
  view.set("next_text",
           visit.strings().text("step_next", {{"n", visit.strings().number(static_cast<long>(i) + 2)}}));
  return view;
}

// Questions fold away where there are several: each with all up to the next.
bool folds(const kb::Article& article) {
  if (article.type != kb::ArticleType::faq) return false;
  const auto& sections = article.sections;
  return std::count_if(sections.begin(), sections.end(), is_question) >= kFewestFolded;
}

// The browser opens what the id of a link stands in, so the id moves from the heading into what folds.
std::string without_id(std::string heading_html) {
  const auto begin = heading_html.find(" id=\"");
  const auto end = heading_html.find('"', begin + 5);
  if (begin > heading_html.find('>') || end == std::string::npos) return heading_html;
  return heading_html.erase(begin, end + 1 - begin);
}

std::vector<View> section_views(const Visit& visit, const kb::Article& article) {
  const bool folded = folds(article);
  const auto& sections = article.sections;
  bool is_open = false;  // a question has begun
  std::vector<View> list;
  for (std::size_t i = 0; i < sections.size(); ++i) {
    const bool begins = folded && is_question(sections[i]);
    is_open = is_open || begins;
    const bool ends = is_open && (i + 1 == sections.size() || is_question(sections[i + 1]));
    View view;
    view.set("heading_html", begins ? without_id(sections[i].heading_html) : sections[i].heading_html);
    view.set("anchor", sections[i].anchor);
    view.set("html", sections[i].html);
    view.set("begins_fold", begins);
    view.set("ends_fold", ends);
    view.set("step", false);
    list.push_back(std::move(view));
  }
  const std::vector<Step> steps = steps_of(article);
  for (std::size_t i = 0; i < steps.size(); ++i)
    list[steps[i].end - 1].set("step", step_view(visit, article, steps, i));
  return list;
}

std::vector<View> correction_views(const Visit& visit, const kb::Article& article) {
  return views_of(article.corrections, [&](const kb::Correction& correction) {
    View view;
    view.set("date_text",
             visit.strings().text("corrected_on", {{"date", visit.strings().date(correction.date)}}));
    view.set("date_iso", kb::format_date(correction.date));
    view.set("text", correction.text);
    return view;
  });
}

std::vector<View> related_views(const Visit& visit, const kb::Article& article) {
  auto cards =
      kb::nearest(visit.snapshot(), visit.lang, article.title + " " + article.description, kRelated + 2);
  std::erase_if(cards, [&](const kb::Card* card) { return card->id == article.id || card->is_folder; });
  cards.resize(std::min(cards.size(), kRelated));
  return card_views(visit, cards);
}

// The articles before and after this one in its folder.
void set_neighbours(View& view, const Visit& visit, const kb::Card& card) {
  const kb::CategoryNode* node = visit.catalogue().category(card.category);
  const auto& list = node ? node->articles : visit.catalogue().top_articles();
  const auto at = std::find(list.begin(), list.end(), &card);
  const auto link = [&](const char* key, const kb::Card* other) {
    if (!other) return view.set(key, false);
    View neighbour;
    neighbour.set("title", other->title);
    neighbour.set("url", visit.edition.link(other->url));
    view.set(key, std::move(neighbour));
  };
  link("previous", at == list.begin() || at == list.end() ? nullptr : *(at - 1));
  link("next", at == list.end() || at + 1 == list.end() ? nullptr : *(at + 1));
}

void set_type(View& view, const Visit& visit, kb::ArticleType type) {
  view.set("type", kb::to_string(type));
  view.set("type_title", visit.strings().named("type", kb::to_string(type)));
  view.set("is_known_issue", type == kb::ArticleType::known_issue);
}

void set_effort(View& view, const Visit& visit, const kb::Article& article) {
  const Strings& strings = visit.strings();
  view.set("minutes_text", article.minutes > 0 ? strings.plural("minutes_needed", article.minutes) : "");
  view.set("steps_text", article.steps > 0 ? strings.plural("steps_count", article.steps) : "");
}

void set_products(View& view, const Visit& visit, const kb::Card& card) {
  std::vector<View> products;
  for (const std::string& id : card.products) {
    const kb::ProductNode* node = visit.catalogue().product(id);
    if (node != nullptr) products.push_back(product_view(visit, *node));
  }
  view.set_list("products", std::move(products));
}

void set_status(View& view, const Visit& visit, std::string_view id) {
  const kb::Notice* notice = status_of(visit, id);
  const std::string_view kind = notice ? kb::to_string(notice->kind) : "";
  view.set("status", kind);
  view.set("status_text", visit.strings().named("status", kind));
}

}  // namespace

kb::Article set_article(View& view, const Visit& visit, const kb::Card& card) {
  kb::Article article = read(visit, card);
  view.set("title", article.title);
  view.set("summary", article.description);
  set_type(view, visit, article.type);
  set_effort(view, visit, article);
  set_status(view, visit, card.id);
  set_products(view, visit, card);
  set_updated(view, visit, article.updated);
  view.set_list("corrections", correction_views(visit, article));
  return article;
}

namespace {

View article_view(const Visit& visit, const kb::Card& card) {
  const kb::CategoryNode* category = visit.catalogue().category(card.category);
  Layout layout;
  layout.title = card.title;
  layout.description = card.description;
  layout.path = card.url;
  layout.category = card.category;
  layout.article = card.id;
  layout.noindex = card.unlisted;
  layout.crumbs = category_crumbs(visit, card.category);
  layout.crumbs.push_back({card.title, card.url});
  layout.translations = article_translations(visit.snapshot(), card);
  View view = layout_view(visit, layout);
  const kb::Article article = set_article(view, visit, card);
  view.set("here_url", visit.edition.link(card.url));
  view.set("printed_text", visit.strings().text("printed_from", {{"url", visit.edition.absolute(card.url)}}));
  view.set("og_type", "article");
  view.set("modified", article.updated ? kb::format_date(*article.updated) : "");
  view.set("structured_data", article_data(visit, article, layout.crumbs));
  view.set("id_query", kb::encode_query(article.id));
  view.set_list("sections", section_views(visit, article));
  view.set("has_folds", folds(article));
  view.set("markdown_url", visit.edition.link(card.url + ".md"));
  view.set("category_title", category ? category->title : "");
  view.set("category_url", category ? visit.edition.link(category->url) : "");
  view.set("article_id", card.id);
  const auto votes = visit.edition.votes(visit.lang, article.id);
  view.set("votes_text",
           votes ? visit.strings().text("helpful_counts", {{"yes", visit.strings().number(votes->yes)},
                                                           {"n", visit.strings().number(votes->all)}})
                 : "");
  view.set("feedback_url",
           visit.edition.takes_forms() ? visit.edition.link("/" + visit.lang + "/feedback") : "");
  view.set("from_open", visit.edition.takes_forms());
  set_neighbours(view, visit, card);
  view.set_list("toc", toc_views(article));
  view.set_list("related", related_views(visit, article));
  return view;
}

void replace_all(std::string& text, std::string_view from, std::string_view to) {
  for (auto at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size()))
    text.replace(at, from.size(), to);
}

}  // namespace

Reply article_page(const Visit& visit, const kb::Card& card) {
  Reply reply = page_reply(visit, "article", article_view(visit, card));
  reply.article_id = card.id;
  reply.noindex = card.unlisted;
  return reply;
}

Reply article_markdown(const Visit& visit, const kb::Card& card) {
  std::string markdown = read(visit, card).markdown;
  replace_all(markdown, kb::kBaseMarker, visit.edition.absolute(""));
  Reply reply;
  reply.response.set("Content-Type", "text/markdown; charset=utf-8");
  reply.response.set("Content-Language", card.lang);
  reply.response.set("Link", "<" + visit.edition.absolute(card.url) + ">; rel=\"canonical\"");
  reply.response.body = make_body(std::move(markdown));
  reply.noindex = card.unlisted;
  return reply;
}

}  // namespace searchd
