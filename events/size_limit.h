// Keeps the events file below a size: what is oldest and matters least goes first.
#pragma once

#include <cstdint>

#include "events/database.h"

namespace events {

// Erases the oldest searches, clicks and contact steps, always of the kind that has the most rows. Requests
// and feedback go only when nothing else is left, feedback last. Leaves some room, so that the next event
// does not need it again. The file does not shrink, but freed pages are used before it grows. Returns how
// many events went. Throws Error.
std::int64_t erase_oldest(Database& database, std::int64_t max_bytes);

}  // namespace events
