#include "searchd/channels/contact_card.h"

#include "kb/search/contact_words.h"
#include "kb/text/utf8.h"
#include "searchd/channels/contact_channels.h"
#include "searchd/channels/opening_hours.h"
#include "searchd/visit/search_params.h"

namespace searchd {

namespace {

constexpr std::size_t kSubjectCharacters = 80;  // of the query

std::optional<bool> is_open(const kb::Channel& channel, std::chrono::sys_seconds now) {
  const auto kind = opening_state(channel, now).kind;
  if (kind == OpeningState::Kind::unknown) return std::nullopt;
  return kind != OpeningState::Kind::closed;
}

Letter letter_about(const Visit& visit, const std::string& query) {
  return {visit.strings().text("mail_subject", {{"question", kb::shortened(query, kSubjectCharacters)}}), ""};
}

}  // namespace

bool shows_contact(const Visit& visit, const kb::SearchQuery& query, const kb::SearchResult& result) {
  return !visit.edition.site().contact.empty() &&
         kb::wants_contact(visit.snapshot(), query, result, visit.edition.contact_words(query.lang));
}

kb::ContactCard contact_card(const Visit& visit, const kb::SearchQuery& query) {
  kb::ContactCard card{contact_page_link(visit, query), {}};
  for (const kb::Channel* channel : channels_for(visit.edition.site(), query.lang)) {
    card.channels.push_back({std::string(kb::to_string(channel->kind)),
                             channel_label(visit.edition.site(), *channel, query.lang), channel->value,
                             is_open(*channel, visit.now)});
  }
  return card;
}

void set_contact_card(View& view, const Visit& visit, const kb::SearchQuery& query, bool shown) {
  std::vector<View> ways;
  if (shown) {
    const Letter letter = letter_about(visit, query.text);
    ways = channel_views(visit, letter, Channels::answering);
    if (ways.empty()) ways = channel_views(visit, letter, Channels::all);
    view.set("contact_page_url", contact_page_link(visit, query));
  }
  view.set_list("contact_ways", std::move(ways));
}

std::string contact_page_link(const Visit& visit, const kb::SearchQuery& query) {
  Params params;
  if (fits_address(query.text)) params.set("q", query.text);
  return visit.edition.link(with_query("/" + query.lang + "/contact", params));
}

}  // namespace searchd
