// What an element that plays or embeds something says of it: `<video>`, `<audio>`, `<iframe>`, and `<img>`,
// as Markdown writes films, too.
#pragma once

#include <gumbo.h>

#include <string>
#include <vector>

namespace indexer {

struct WrittenTrack {
  std::string source;
  std::string lang;  // "" when it is no language tag
  std::string label;
  bool is_default = false;
};

struct MediaElement {
  std::string source;   // of several the MP4, which every browser plays, else the first
  std::string label;    // read out in its place
  std::string caption;  // an image's title
  std::string poster;
  std::string width;  // in pixels, "" for none
  std::string height;
  std::vector<WrittenTrack> tracks;  // captions and subtitles
};

bool is_media_element(const GumboElement& element);

MediaElement read_media_element(const GumboElement& element);

}  // namespace indexer
