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

// Channels that speak the visitor's language come first; otherwise site.yaml's order.
std::vector<View> channel_views(const Visit& visit, const Letter& letter);

// What the event log calls the channel with this number ("2" is site.yaml's second): its label in the site's
// first language. nullopt when there is none.
std::optional<std::string> channel_name(const kb::Site& site, std::string_view number);

}  // namespace searchd
