// The ways to reach a human, as the contact page shows them.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "searchd/theme/view.h"
#include "searchd/visit/visit.h"

namespace searchd {

// How an email to us begins. It holds only what the visitor sees on the page.
struct Letter {
  std::string subject;
  std::string body;
};

// Those that speak the language first; otherwise site.yaml's order.
std::vector<const kb::Channel*> channels_for(const kb::Site& site, const std::string& lang);

// Its label in the language, else its value.
std::string channel_label(const kb::Site& site, const kb::Channel& channel, std::string_view lang);

enum class Channels { all, answering };  // answering: not closed now

std::vector<View> channel_views(const Visit& visit, const Letter& letter, Channels which = Channels::all);

// What the event log calls the channel with this number ("2" is site.yaml's second): its label in the site's
// first language. nullopt when there is none.
std::optional<std::string> channel_name(const kb::Site& site, std::string_view number);

}  // namespace searchd
