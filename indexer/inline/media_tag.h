// One tag of a template language that names a film, a picture or an icon, taken apart.
#pragma once

#include <initializer_list>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace indexer {

// `{{< figure src="a.png" >}}`, `{% include youtube.html id="x" %}`, `<YouTube id="x" />`.
struct MediaTag {
  std::string name;  // in lower case; of an include the file's, without folder and .html
  std::vector<std::string> plain;
  std::map<std::string, std::string, std::less<>> named;

  std::string value(std::initializer_list<std::string_view> keys) const {
    for (const std::string_view key : keys) {
      const auto found = named.find(key);
      if (found != named.end() && !found->second.empty()) return found->second;
    }
    return "";
  }
};

// `inside` is what stands between the tag's ends.
MediaTag read_media_tag(std::string_view inside);

}  // namespace indexer
