#include "indexer/fetch/image_tags.h"

#include <algorithm>
#include <array>

#include "indexer/fetch/written_tag.h"
#include "indexer/markdown/link_target.h"
#include "kb/text/ascii.h"

namespace indexer {

namespace {

constexpr std::size_t kLongestUrl = 2048;

template <std::size_t size>
bool is_one_of(std::string_view name, const std::array<std::string_view, size>& names) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

bool is_image_tag(const WrittenTag& tag) {
  constexpr std::array<std::string_view, 5> kWords{"img", "image", "figure", "picture", "screenshot"};
  if (tag.style == WrittenStyle::element && !tag.is_component)
    return tag.name == "img" || tag.name == "image";
  return std::any_of(kWords.begin(), kWords.end(),
                     [&](std::string_view word) { return tag.name.find(word) != std::string::npos; });
}

bool ends_like_image(std::string_view address) {
  constexpr std::array<std::string_view, 10> kEnds{".png",  ".jpg", ".jpeg", ".gif", ".webp",
                                                   ".avif", ".svg", ".bmp",  ".ico", ".tiff"};
  const std::string path = kb::to_lower(address.substr(0, address.find_first_of("?#")));
  return std::any_of(kEnds.begin(), kEnds.end(), [&](std::string_view end) { return path.ends_with(end); });
}

// What leads somewhere when it is clicked.
bool is_link(std::string_view name) {
  constexpr std::array<std::string_view, 8> kLinks{"href", "to",     "link",       "url",
                                                   "cite", "action", "xlink:href", "data-href"};
  return is_one_of(name, kLinks);
}

class TagImageReader {
 public:
  TagImageReader(std::string_view text, const WrittenTag& tag) : text_(text), tag_(tag) {}

  TagImages read() {
    const WrittenAttribute* shortcode_source = is_image_tag(tag_) ? source_of_shortcode() : nullptr;
    for (const WrittenAttribute& attribute : tag_.attributes) {
      const bool is_source = &attribute == shortcode_source || is_source_name(attribute.name);
      if (attribute.name.ends_with("srcset") && !attribute.is_code) {
        read_set(attribute);
      } else if (is_source && !attribute.is_code) {
        add(attribute.begin, attribute.end, true);
      } else if (!is_link(attribute.name)) {
        find_others(attribute);
      }
    }
    return {std::move(images_), tag_.end};
  }

 private:
  bool is_source_name(std::string_view name) const {
    constexpr std::array<std::string_view, 10> kElement{
        "src", "data-src", "data-original", "srclight", "srcdark", "light", "dark", "image", "img", "poster"};
    constexpr std::array<std::string_view, 3> kDirective{"source", "src", "lightbox"};
    if (tag_.style == WrittenStyle::element)
      return name == "poster" || (is_image_tag(tag_) && is_one_of(name, kElement));
    return tag_.style == WrittenStyle::directive && is_image_tag(tag_) && is_one_of(name, kDirective);
  }

  // The first of these that it has, as in indexer/inline/media.cc.
  const WrittenAttribute* source_of_shortcode() const {
    if (tag_.style != WrittenStyle::shortcode) return nullptr;
    for (const std::string_view name : {"src", "image_path", "file", "url", "path", "image", ""}) {
      const auto found = std::find_if(tag_.attributes.begin(), tag_.attributes.end(),
                                      [&](const WrittenAttribute& one) { return one.name == name; });
      if (found != tag_.attributes.end()) return &*found;
    }
    return nullptr;
  }

  // `small.png 1x, large.png 2x`
  void read_set(const WrittenAttribute& attribute) {
    for (std::size_t at = attribute.begin; at < attribute.end;) {
      if (kb::is_space(text_[at]) || text_[at] == ',') {
        ++at;
        continue;
      }
      const std::size_t begin = at;
      while (at < attribute.end && !kb::is_space(text_[at])) ++at;
      const bool has_comma = text_[at - 1] == ',';
      add(begin, has_comma ? at - 1 : at, true);
      if (!has_comma) at = std::min(text_.find(',', at), attribute.end);
    }
  }

  // Addresses of images within a value that may mean anything: a style, code, a component's own attribute.
  void find_others(const WrittenAttribute& attribute) {
    const std::string_view value = text_.substr(0, attribute.end);
    for (std::size_t at = attribute.begin; at < attribute.end;) {
      const std::size_t end = std::min(value.find_first_of(" \t\r\n\"'`(),<>{}", at), attribute.end);
      if (ends_like_image(value.substr(at, end - at))) add(at, end, false);
      at = end + 1;
    }
  }

  void add(std::size_t begin, std::size_t end, bool is_replaceable) {
    while (begin < end && kb::is_space(text_[begin])) ++begin;
    while (begin < end && kb::is_space(text_[end - 1])) --end;
    std::string address = remote_address(without_entities(text_.substr(begin, end - begin)));
    if (!address.empty()) images_.push_back({begin, end, std::move(address), is_replaceable});
  }

  std::string_view text_;
  const WrittenTag& tag_;
  std::vector<TagImage> images_;
};

}  // namespace

std::string remote_address(std::string_view value) {
  if (value.size() > kLongestUrl) return "";
  if (value.starts_with("//")) return "https:" + std::string(value);
  const std::string scheme = kb::to_lower(value.substr(0, value.find(':')));
  return scheme == "http" || scheme == "https" ? std::string(value) : "";
}

std::optional<TagImages> read_tag_images(std::string_view text, std::size_t at, bool is_quoted) {
  const auto tag = read_written_tag(text, at, is_quoted);
  if (!tag) return std::nullopt;
  return TagImageReader(text, *tag).read();
}

}  // namespace indexer
