// Images with a size, as each tool writes it, and films that are written as images.
#pragma once

#include <optional>
#include <string_view>

#include "indexer/lines/inline_text.h"

namespace indexer {

// `rest` begins with `![`. A size becomes `![alt](target){width=300 height=200}`, our own form; a film of
// another server becomes a link; of two images for light and dark pages the dark one is dropped. nullopt:
// nothing to change.
std::optional<Replacement> read_image(std::string_view rest);

// Files that are played, by the end of their name: "clip.mp4", "song.mp3".
bool is_film(std::string_view target);
bool is_sound(std::string_view target);

// Of these, what every current browser plays. The others can only be linked.
bool has_player(std::string_view target);

// "https://...", "http://..." and "//...".
bool is_elsewhere(std::string_view target);

}  // namespace indexer
