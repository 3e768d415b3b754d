// Keeps the events file below a size: what is oldest and matters least goes first.
#pragma once

#include <cstdint>

#include "events/database.h"

namespace events {

// Erases the oldest searches, clicks and contact steps, always of whichever are most; requests and feedback
// go only when nothing else is left, feedback last. Leaves some room, so that this is not needed after every
// event. Freed pages are used again: the file does not shrink, but it does not grow either. Returns how many
// events went. Throws Error.
std::int64_t erase_oldest(Database& database, std::int64_t max_bytes);

}  // namespace events
