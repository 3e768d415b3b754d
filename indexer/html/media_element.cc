#include "indexer/html/media_element.h"

#include <algorithm>

#include "indexer/html/html_allow_list.h"
#include "indexer/html/html_parser.h"
#include "kb/text/ascii.h"

namespace indexer {
namespace {

bool is_mp4(std::string_view source) {
  return kb::to_lower(source.substr(0, source.find_first_of("?#"))).ends_with(".mp4");
}

std::string source_of(const GumboElement& element) {
  for (const char* attribute : {"src", "data-src"}) {
    if (std::string own = attribute_of(element, attribute); !own.empty()) return own;
  }
  std::string first;
  for (const GumboNode* child : children_of(element)) {
    if (child->type != GUMBO_NODE_ELEMENT || child->v.element.tag != GUMBO_TAG_SOURCE) continue;
    std::string source = attribute_of(child->v.element, "src");
    if (is_mp4(source)) return source;
    if (first.empty()) first = std::move(source);
  }
  return first;
}

std::string pixels_of(const GumboElement& element, const char* side) {
  std::string size = attribute_of(element, side);
  if (size.ends_with("px")) size.resize(size.size() - 2);
  return is_allowed_value(side, size) ? size : "";
}

std::string lang_of(const GumboElement& track) {
  constexpr std::size_t kLongest = 35;  // RFC 5646, 4.4.1
  const std::string lang = attribute_of(track, "srclang");
  const bool is_tag = lang.size() <= kLongest && std::all_of(lang.begin(), lang.end(), [](char c) {
                        return kb::is_alnum(c) || c == '-';
                      });
  return is_tag ? lang : "";
}

std::vector<WrittenTrack> tracks_of(const GumboElement& element) {
  std::vector<WrittenTrack> tracks;
  for (const GumboNode* child : children_of(element)) {
    if (child->type != GUMBO_NODE_ELEMENT || child->v.element.tag != GUMBO_TAG_TRACK) continue;
    const GumboElement& track = child->v.element;
    const std::string kind = kb::to_lower(attribute_of(track, "kind"));
    if (!kind.empty() && kind != "captions" && kind != "subtitles") continue;
    tracks.push_back({attribute_of(track, "src"), lang_of(track), attribute_of(track, "label"),
                      gumbo_get_attribute(&track.attributes, "default") != nullptr});
  }
  return tracks;
}

}  // namespace

bool is_media_element(const GumboElement& element) {
  return element.tag == GUMBO_TAG_VIDEO || element.tag == GUMBO_TAG_AUDIO ||
         element.tag == GUMBO_TAG_IFRAME || element.tag == GUMBO_TAG_IMG;
}

MediaElement read_media_element(const GumboElement& element) {
  const bool is_image = element.tag == GUMBO_TAG_IMG;
  const std::string title = attribute_of(element, "title");
  MediaElement media;
  media.source = source_of(element);
  media.label = attribute_of(element, is_image ? "alt" : "aria-label");
  if (media.label.empty()) media.label = title;
  if (is_image) media.caption = title;
  media.poster = attribute_of(element, "poster");
  media.width = pixels_of(element, "width");
  media.height = pixels_of(element, "height");
  media.tracks = tracks_of(element);
  return media;
}

}  // namespace indexer
