#include "indexer/inline/player_link.h"

#include <doctest/doctest.h>

TEST_CASE("The page of a film") {
  CHECK(indexer::film_page("//www.youtube.com/embed/a1?rel=0") == "https://www.youtube.com/watch?v=a1");
  CHECK(indexer::film_page("https://player.vimeo.com/video/12?h=x") == "https://vimeo.com/12");
  CHECK(indexer::film_page("https://a.example/embed/x") == "https://a.example/embed/x");
}

TEST_CASE("A player becomes a link with words") {
  const auto words = [](std::string_view tag, std::string_view source, std::string_view label) {
    const auto link = indexer::read_player(tag, source, label);
    return link ? link->words : "none";
  };
  CHECK(words("iframe", "https://youtu.be/a1", "How to") == "Video: How to");
  CHECK(words("iframe", "https://maps.example/", "") == "https://maps.example/");
  CHECK(words("iframe", "page.html", "") == "none");
  CHECK(words("video", "a/b.mp4", "") == "Video: b.mp4");
  CHECK(words("audio", "a.mp3", "Song") == "Song");
  CHECK(words("img", "a/b.webm", "") == "Video: b.webm");
  CHECK(words("img", "a.ogg", "Song") == "Song");
  CHECK(words("img", "a.png", "Pic") == "none");
  CHECK(words("object", "a.mp3", "Song") == "none");
}
