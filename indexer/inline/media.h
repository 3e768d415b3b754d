// Films, embedded pages, pictures, icons and references to pages as each tool's tags have them. A film or
// page becomes a link, since what another server plays would tell it who reads what; a picture becomes
// Markdown's.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "indexer/lines/lines.h"

namespace indexer {

void read_media(Lines& lines);

// The page where people watch what a player plays: "https://www.youtube.com/embed/ID" ->
// "https://www.youtube.com/watch?v=ID". Any other address stays.
std::string film_page(std::string_view address);

// What a player of HTML becomes.
struct PlayerLink {
  std::string target;
  std::string words;
};

// `tag` is "iframe", "video" or "audio", `source` what it plays and `label` its title, "" for none. nullopt
// for other tags, without a source, and for a frame of the same site.
std::optional<PlayerLink> read_player(std::string_view tag, std::string_view source, std::string_view label);

}  // namespace indexer
