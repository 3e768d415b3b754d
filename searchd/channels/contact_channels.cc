#include "searchd/channels/contact_channels.h"

#include <algorithm>

#include "searchd/channels/contact_links.h"
#include "searchd/channels/opening_hours.h"
#include "searchd/visit/search_params.h"

namespace searchd {

namespace {

bool speaks(const kb::Channel& channel, const std::string& lang) {
  const auto& list = channel.languages;
  return list.empty() || std::find(list.begin(), list.end(), lang) != list.end();
}

bool is_closed(const Visit& visit, const kb::Channel& channel) {
  return opening_state(channel, visit.now).kind == OpeningState::Kind::closed;
}

// A weekday that is a week and more away would be taken for the next.
std::string day_text(const Strings& strings, const OpeningState& state) {
  if (state.days_ahead > 7) return strings.date(state.day);
  return strings.weekday(std::chrono::weekday(state.day).iso_encoding() - 1);
}

// A closing time early on the next day still sounds like tonight.
std::string open_text(const Strings& strings, const OpeningState& state) {
  using namespace std::chrono_literals;
  const std::string time = strings.time_of_day(state.time);
  if (state.days_ahead == 0 || (state.days_ahead == 1 && state.time <= 12h))
    return strings.text("open_until", {{"time", time}});
  return strings.text("open_until_day", {{"day", day_text(strings, state)}, {"time", time}});
}

// Whether it is the same day where all channels are. Where it is not, one morning is today for some and
// tomorrow for others.
bool share_today(const Visit& visit) {
  std::optional<std::chrono::sys_days> today;
  for (const kb::Channel& channel : visit.edition.site().contact) {
    const OpeningState state = opening_state(channel, visit.now);
    if (state.kind != OpeningState::Kind::open && state.kind != OpeningState::Kind::closed) continue;
    const auto day = state.day - std::chrono::days{state.days_ahead};
    if (today && *today != day) return false;
    today = day;
  }
  return true;
}

std::string closed_text(const Visit& visit, const OpeningState& state) {
  const Strings& strings = visit.strings();
  const std::string time = strings.time_of_day(state.time);
  if (state.days_ahead < 2 && !share_today(visit))
    return strings.text("opens_on", {{"day", day_text(strings, state)}, {"time", time}});
  if (state.days_ahead == 0) return strings.text("opens_today", {{"time", time}});
  if (state.days_ahead == 1) return strings.text("opens_tomorrow", {{"time", time}});
  return strings.text("opens_on", {{"day", day_text(strings, state)}, {"time", time}});
}

void set_hours(View& view, const Visit& visit, const kb::Channel& channel) {
  const Strings& strings = visit.strings();
  const OpeningState state = opening_state(channel, visit.now);
  const bool open = state.kind == OpeningState::Kind::open;
  const bool closed = state.kind == OpeningState::Kind::closed;
  const std::string place = open || closed ? strings.place_of(channel.time_zone) : "";
  view.set("is_open", open || state.kind == OpeningState::Kind::always);
  view.set("status_text", open                                       ? open_text(strings, state)
                          : closed                                   ? closed_text(visit, state)
                          : state.kind == OpeningState::Kind::always ? strings.text("open_always")
                                                                     : "");
  view.set("place_text", place.empty() ? "" : strings.text("hours_place", {{"place", place}}));
}

// A phone number keeps its order among words that run from right to left.
std::string shown_value(const Visit& visit, const kb::Channel& channel) {
  const bool turns = channel.kind == kb::ChannelKind::phone && direction_of(visit.strings().lang()) == "rtl";
  return turns ? "\u2066" + channel.value + "\u2069" : channel.value;
}

void set_link(View& view, const Visit& visit, const kb::Channel& channel, const Letter& letter) {
  using kb::ChannelKind;
  const ChannelKind kind = channel.kind;
  view.set("url", kind == ChannelKind::phone   ? phone_link(channel.value)
                  : kind == ChannelKind::email ? mail_link(channel.value, letter.subject, letter.body)
                  : kind == ChannelKind::chat  ? chat_link(channel.value, letter.body)
                                               : channel.value);
  view.set("address", kind == ChannelKind::email ? channel.value : "");
  view.set("external", kind == ChannelKind::chat || kind == ChannelKind::social);
  view.set("icon", kind == ChannelKind::phone   ? "phone"
                   : kind == ChannelKind::email ? "mail"
                   : kind == ChannelKind::chat  ? "chat"
                                                : "globe");
  view.set("action", visit.strings().named("action", kb::to_string(kind),
                                           {{"number", shown_value(visit, channel)},
                                            {"network", network_name(channel.value)}}));
}

// Said only where somebody may be surprised by it.
std::string languages_text(const Visit& visit, const kb::Channel& channel) {
  if (speaks(channel, visit.lang)) return "";
  std::string names;
  for (const std::string& lang : channel.languages)
    names += (names.empty() ? "" : ", ") + visit.strings().language_name(lang);
  return visit.strings().text("speaks", {{"languages", names}});
}

// Its number in site.yaml, from 1.
std::size_t number_of(const kb::Site& site, const kb::Channel& channel) {
  return static_cast<std::size_t>(&channel - site.contact.data()) + 1;
}

View channel_view(const Visit& visit, const kb::Channel& channel, const Letter& letter) {
  const kb::Site& site = visit.edition.site();
  const std::size_t number = number_of(site, channel);
  View view;
  view.set("label", channel_label(site, channel, visit.lang));
  view.set("reply_time", kb::local(channel.reply_time, visit.lang, site.languages.front()));
  view.set("languages_text", languages_text(visit, channel));
  view.set("ping_url",
           visit.edition.link("/" + visit.lang + "/contact/chosen?channel=" + std::to_string(number)));
  set_hours(view, visit, channel);
  set_link(view, visit, channel, letter);
  return view;
}

}  // namespace

std::vector<const kb::Channel*> channels_for(const kb::Site& site, const std::string& lang) {
  std::vector<const kb::Channel*> list;
  for (const kb::Channel& channel : site.contact) list.push_back(&channel);
  std::stable_partition(list.begin(), list.end(),
                        [&](const auto* channel) { return speaks(*channel, lang); });
  return list;
}

std::string channel_label(const kb::Site& site, const kb::Channel& channel, std::string_view lang) {
  const std::string label(kb::local(channel.label, lang, site.languages.front()));
  return label.empty() ? channel.value : label;
}

std::vector<View> channel_views(const Visit& visit, const Letter& letter, Channels which) {
  std::vector<View> list;
  bool marked = false;
  for (const kb::Channel* channel : channels_for(visit.edition.site(), visit.lang)) {
    const bool closed = is_closed(visit, *channel);
    if (closed && which == Channels::answering) continue;
    list.push_back(channel_view(visit, *channel, letter));
    // The first one that answers now, or at least is not closed, stands out.
    list.back().set("is_best", !marked && !closed);
    marked = marked || !closed;
  }
  return list;
}

std::optional<std::string> channel_name(const kb::Site& site, std::string_view number) {
  const int index = clamped_number(number, 0, 0, static_cast<int>(site.contact.size()) + 1);
  if (index < 1 || index > static_cast<int>(site.contact.size())) return std::nullopt;
  return channel_label(site, site.contact[static_cast<std::size_t>(index) - 1], site.languages.front());
}

}  // namespace searchd
