#include "indexer/inline/player_link.h"

#include <algorithm>
#include <array>

#include "indexer/inline/images.h"
#include "kb/text/percent.h"

namespace indexer {
namespace {

// What players are addressed by, and the page of the same film.
constexpr std::array<std::array<std::string_view, 2>, 6> kPlayers{
    {{"www.youtube.com/embed/", "https://www.youtube.com/watch?v="},
     {"youtube.com/embed/", "https://www.youtube.com/watch?v="},
     {"www.youtube-nocookie.com/embed/", "https://www.youtube.com/watch?v="},
     {"player.vimeo.com/video/", "https://vimeo.com/"},
     {"www.loom.com/embed/", "https://www.loom.com/share/"},
     {"www.dailymotion.com/embed/video/", "https://www.dailymotion.com/video/"}}};

// Whether an address is of a site for films.
bool is_film_site(std::string_view address) {
  constexpr std::array<std::string_view, 8> kHosts{
      "youtube.com/", "youtube-nocookie.com/", "youtu.be/", "vimeo.com/",
      "loom.com/",    "dailymotion.com/",      "wistia.",   "bilibili.com/"};
  return std::any_of(kHosts.begin(), kHosts.end(),
                     [&](std::string_view host) { return address.find(host) != std::string_view::npos; });
}

}  // namespace

std::string film_page(std::string_view address) {
  const std::size_t scheme = address.find("//");
  const std::string_view place = address.substr(scheme == std::string_view::npos ? 0 : scheme + 2);
  for (const auto& [player, page] : kPlayers) {
    if (!place.starts_with(player)) continue;
    const std::string_view id = place.substr(player.size());
    return std::string(page) + std::string(id.substr(0, id.find_first_of("?&#/")));
  }
  return std::string(address);
}

std::optional<PlayerLink> read_player(std::string_view tag, std::string_view source, std::string_view label) {
  const bool is_frame = tag == "iframe";
  const bool is_remote = is_elsewhere(source);
  const bool is_image = tag == "img" && (is_film(source) || is_sound(source));
  if (source.empty() || (is_frame && !is_remote) ||
      (!is_frame && !is_image && tag != "video" && tag != "audio"))
    return std::nullopt;
  PlayerLink link;
  link.target = film_page(source);
  link.words = !label.empty() ? std::string(label)
               : is_remote    ? link.target
                              : kb::percent_decode_leniently(source.substr(source.rfind('/') + 1));
  const bool is_video = tag == "video" || (is_image && is_film(source));
  if (is_video || (is_frame && is_film_site(link.target))) link.words = "Video: " + link.words;
  return link;
}

}  // namespace indexer
