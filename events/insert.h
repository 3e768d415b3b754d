// Events become rows.
#pragma once

#include <cstddef>
#include <string>
#include <variant>
#include <vector>

#include "events/database.h"
#include "events/event.h"

namespace events {

// What may wait in a queue.
using QueuedEvent = std::variant<Search, Click, Contact>;

// In one transaction. Returns how many were stored; one that is refused costs no other. Throws Error.
std::size_t insert(Database& database, const std::vector<QueuedEvent>& batch);

// False when the token was used before and nothing is added by it. Throws Error.
bool insert(const Database& database, const Feedback& feedback);
bool insert(const Database& database, const ArticleRequest& request);

// Whether a row with this event's token can be read. Throws Error.
bool holds(const Database& database, const Feedback& feedback);
bool holds(const Database& database, const ArticleRequest& request);

}  // namespace events
