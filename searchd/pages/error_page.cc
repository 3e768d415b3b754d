#include "searchd/pages/error_page.h"

#include <algorithm>

#include "kb/search/search.h"
#include "kb/text/utf8.h"
#include "searchd/pages/cards.h"
#include "searchd/pages/layout.h"

namespace searchd {

namespace {

constexpr int kMostCards = 5;

// "/en/orders/track-my-order" -> "en orders track my order": what the address was about.
std::string words_of(std::string_view path) {
  std::string words(path);
  for (char& c : words) {
    if (c == '/' || c == '-' || c == '_' || c == '.') c = ' ';
  }
  return words.substr(0, kb::kMaxQueryBytes / 2);
}

// First the same article in another language, then articles with the same words.
std::vector<const kb::Card*> nearest_cards(const Visit& visit) {
  std::vector<const kb::Card*> cards;
  for (const std::string& lang : visit.edition.site().languages) {
    const kb::Card* card = lang == visit.lang ? nullptr : visit.snapshot().catalogue(lang).find(visit.rest);
    if (card && cards.empty()) cards.push_back(card);
  }
  const std::string words = words_of(visit.rest.empty() ? visit.path : visit.rest);
  if (!kb::is_valid_utf8(words)) return cards;
  for (const kb::Card* card : kb::nearest(visit.snapshot(), visit.lang, words, kMostCards))
    cards.push_back(card);
  return cards;
}

bool is_about_missing_page(int status) { return status == 404 || status == 410; }

View error_view(const Visit& visit, int status) {
  const bool has_index = visit.edition.snapshot() != nullptr;
  const ErrorText text = error_text(visit, status);
  Layout layout;
  layout.title = text.title;
  layout.noindex = true;
  View view = layout_view(visit, layout);
  view.set("title", text.title);
  view.set("message", text.message);
  view.set("show_search", has_index && status < 500);
  view.set("request_id", status >= 500 ? visit.request_id : "");
  view.set_list("nearest", has_index && is_about_missing_page(status)
                               ? card_views(visit, nearest_cards(visit))
                               : std::vector<View>{});
  view.set_list("categories", has_index && status < 500
                                  ? category_views(visit, visit.catalogue().top_categories())
                                  : std::vector<View>{});
  return view;
}

}  // namespace

ErrorText error_text(const Visit& visit, int status) {
  const std::string key = "error_" + std::to_string(status);
  return {visit.strings().text(key + "_title"), visit.strings().text(key + "_message")};
}

Reply error_page(const Visit& visit, int status) {
  Reply reply = page_reply(visit, "error", error_view(visit, status));
  reply.response.status = status;
  reply.freshness = Freshness::never;
  return reply;
}

}  // namespace searchd
