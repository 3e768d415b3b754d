// What the players of other servers play, and the words of a link to it.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace indexer {

// The page where people watch what a player plays: "https://www.youtube.com/embed/ID" ->
// "https://www.youtube.com/watch?v=ID". Any other address stays.
std::string film_page(std::string_view address);

// What a player of HTML is in words.
struct PlayerLink {
  std::string target;
  std::string words;
};

// `tag` is "iframe", "video", "audio" or, for a film, "img"; `source` what it plays and `label` its title, ""
// for none. nullopt for other tags, without a source, and for a frame of the same site.
std::optional<PlayerLink> read_player(std::string_view tag, std::string_view source, std::string_view label);

}  // namespace indexer
