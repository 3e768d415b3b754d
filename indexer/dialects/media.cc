#include "indexer/dialects/media.h"

#include <algorithm>
#include <array>
#include <map>
#include <vector>

#include "indexer/dialects/attributes.h"
#include "indexer/dialects/images.h"
#include "indexer/dialects/inline_text.h"
#include "kb/text/ascii.h"

namespace indexer {
namespace {

constexpr std::size_t kLongestTag = 2'000;

struct Site {
  std::string_view name;
  std::string_view page;  // of a film, its id comes behind
};
constexpr std::array<Site, 5> kSites{{{"youtube", "https://www.youtube.com/watch?v="},
                                      {"vimeo", "https://vimeo.com/"},
                                      {"loom", "https://www.loom.com/share/"},
                                      {"dailymotion", "https://www.dailymotion.com/video/"},
                                      {"bilibili", "https://www.bilibili.com/video/"}}};

// What players are addressed by, and the page of the same film.
constexpr std::array<std::array<std::string_view, 2>, 6> kPlayers{
    {{"www.youtube.com/embed/", "https://www.youtube.com/watch?v="},
     {"youtube.com/embed/", "https://www.youtube.com/watch?v="},
     {"www.youtube-nocookie.com/embed/", "https://www.youtube.com/watch?v="},
     {"player.vimeo.com/video/", "https://vimeo.com/"},
     {"www.loom.com/embed/", "https://www.loom.com/share/"},
     {"www.dailymotion.com/embed/video/", "https://www.dailymotion.com/video/"}}};

struct TagForm {
  std::string_view open;
  std::string_view close;
};
constexpr std::array<TagForm, 4> kTagForms{{{"{{<", ">}}"}, {"{{%", "%}}"}, {"{%", "%}"}, {"<", ">"}}};

// `{{< figure src="a.png" >}}`, `{% include youtube.html id="x" %}`, `<YouTube id="x" />`.
struct Tag {
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

// One value; braces of JSX and quotes around it are left out.
std::string take_value(std::string_view& rest) {
  const bool has_brace = rest.starts_with('{');
  if (has_brace) rest.remove_prefix(1);
  const char quote = rest.empty() ? ' ' : rest.front();
  const bool is_quoted = quote == '"' || quote == '\'' || quote == '`';
  if (is_quoted) rest.remove_prefix(1);
  const std::size_t end =
      std::min(is_quoted ? rest.find(quote) : rest.find_first_of(has_brace ? "}" : " \t"), rest.size());
  std::string value(rest.substr(0, end));
  rest.remove_prefix(std::min(end + (is_quoted ? 1 : 0), rest.size()));
  if (has_brace && rest.starts_with('}')) rest.remove_prefix(1);
  return value;
}

std::string_view take_word(std::string_view& rest) {
  const std::string_view word = rest.substr(0, std::min(rest.find_first_of(" \t="), rest.size()));
  rest.remove_prefix(word.size());
  return word;
}

Tag read_tag(std::string_view inside) {
  Tag tag;
  inside = kb::trim(inside, " \t-/");
  tag.name = kb::to_lower(take_word(inside));
  while (!(inside = kb::trim(inside)).empty()) {
    if (inside.front() == '"' || inside.front() == '\'') {
      tag.plain.push_back(take_value(inside));
      continue;
    }
    const std::string_view word = take_word(inside);
    if (inside.starts_with('=')) {
      inside.remove_prefix(1);
      tag.named.emplace(kb::to_lower(word), take_value(inside));
    } else {
      tag.plain.emplace_back(word);
    }
  }
  if (tag.name.starts_with("include") && !tag.plain.empty()) {
    const std::string file = kb::to_lower(tag.plain.front());
    tag.name = file.substr(file.rfind('/') + 1);
    if (tag.name.ends_with(".html")) tag.name.resize(tag.name.size() - 5);
    tag.plain.erase(tag.plain.begin());
  }
  return tag;
}

bool is_address(std::string_view text) { return text.starts_with("https://") || text.starts_with("http://"); }

bool is_film_id(std::string_view id) {
  return !id.empty() && std::all_of(id.begin(), id.end(), [](char c) {
    return kb::is_alnum(c) || std::string_view("-_?=&/").find(c) != std::string_view::npos;
  });
}

std::string target(const std::string& path) {
  return path.find_first_of(" ()") == std::string::npos ? path : "<" + path + ">";
}

std::string in_brackets(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '[' || c == ']') out += '\\';
    out += c;
  }
  return out;
}

std::string link(const std::string& address, const std::string& title) {
  if (!title.empty()) return "[Video: " + in_brackets(title) + "](" + target(address) + ")";
  if (is_address(address)) return "<" + address + ">";
  return "[Video: " + in_brackets(address.substr(address.rfind('/') + 1)) + "](" + target(address) + ")";
}

std::optional<std::string> film(const Tag& tag) {
  const std::string provider = tag.name == "video" ? kb::to_lower(tag.value({"provider"})) : tag.name;
  const auto site = std::find_if(kSites.begin(), kSites.end(), [&](const Site& one) {
    return provider.find(one.name) != std::string::npos;
  });
  const bool is_player =
      provider.find("player") != std::string::npos || tag.name.starts_with("video") || tag.name == "audio";
  if (site == kSites.end() && !is_player) return std::nullopt;
  std::string id =
      tag.value({"id", "videoid", "video_id", "youtubeid", "v", "src", "url", "video", "link", "file"});
  if (id.empty() && !tag.plain.empty()) id = tag.plain.front();
  const std::string title = tag.value({"title", "caption", "alt", "playlabel", "label"});
  if (is_address(id)) return link(film_page(id), title);
  if (site != kSites.end())
    return is_film_id(id) ? std::optional(link(std::string(site->page) + id, title)) : std::nullopt;
  return is_film(id) || id.ends_with(".mp3") ? std::optional(link(id, title)) : std::nullopt;
}

// The caption stands below the image.
std::optional<std::string> figure(const Tag& tag) {
  constexpr std::array<std::string_view, 5> kNames{"figure", "img", "image", "picture", "screenshot"};
  if (std::find(kNames.begin(), kNames.end(), tag.name) == kNames.end()) return std::nullopt;
  std::string source = tag.value({"src", "image_path", "file", "url", "path", "image"});
  if (source.empty() && !tag.plain.empty() && tag.plain.front().find('.') != std::string::npos)
    source = tag.plain.front();
  if (source.empty() || source.find_first_of("{}<>") != std::string::npos) return std::nullopt;
  const std::string title = tag.value({"title"});
  const std::string caption = tag.value({"caption", "attr"});
  std::string text = "![" + in_brackets(tag.value({"alt", "title"})) + "](" + target(source) + ")";
  if (const std::string width = pixels(tag.value({"width"})); !width.empty()) text += "{width=" + width + "}";
  if (const std::string leads_to = tag.value({"link", "href"}); !leads_to.empty())
    text = "[" + text + "](" + target(leads_to) + ")";
  if (!title.empty() && title != caption) text += "<br>**" + title + "**";
  if (!caption.empty()) text += (title.empty() || title == caption ? "<br>" : " ") + caption;
  return text;
}

// Icons say nothing unless they have a label.
std::optional<std::string> icon(const Tag& tag) {
  if (tag.name != "octicon" && tag.name != "icon" && tag.name != "fa" && tag.name != "fas")
    return std::nullopt;
  return tag.value({"aria-label"});
}

std::optional<std::string> embed(const Tag& tag) {
  if (tag.name == "endembed") return "";
  const std::string address = tag.name == "embed" ? tag.value({"url", "src"}) : "";
  if (address.empty() || address.find_first_of("{}<> ") != std::string::npos) return std::nullopt;
  return is_address(address) ? "<" + film_page(address) + ">"
                             : "[" + in_brackets(address) + "](" + address + ")";
}

// `<Name ...>` of React and the like; HTML's own elements are the sanitizer's.
bool is_component(std::string_view inside) {
  const std::string name = kb::to_lower(inside.substr(0, inside.find_first_of(" \t/")));
  const bool is_named = std::any_of(kSites.begin(), kSites.end(), [&](const Site& site) {
    return name.find(site.name) != std::string::npos;
  });
  return is_named || name == "reactplayer" || (name == "video" && inside.front() == 'V');
}

class MediaReader {
 public:
  explicit MediaReader(std::string_view line)
      : ends_{NextPlace(line, ">}}"), NextPlace(line, "%}}"), NextPlace(line, "%}"), NextPlace(line, ">")},
        bracket_(line, "]"),
        parenthesis_(line, ")") {}

  std::optional<Replacement> read(std::string_view rest, std::string_view before) {
    if (rest.front() == '{' || rest.front() == '<') return tag(rest, before);
    if (rest.front() == '[') return docfx(rest, before);
    return rest.starts_with("@[") ? markdown_it(rest, before) : std::nullopt;
  }

 private:
  std::optional<Replacement> tag(std::string_view rest, std::string_view before) {
    for (std::size_t i = 0; i < kTagForms.size(); ++i) {
      const auto& [open, close] = kTagForms[i];
      if (!rest.starts_with(open)) continue;
      const std::size_t end = ends_[i].from(before.size() + open.size());
      if (end == std::string_view::npos || end - before.size() > kLongestTag) return std::nullopt;
      const std::size_t size = end - before.size();
      const std::string_view inside = kb::trim(rest.substr(open.size(), size - open.size()), " \t-");
      if (inside.empty() || inside.front() == '/' || (open == "<" && !is_component(inside)))
        return std::nullopt;
      const Tag found = read_tag(inside);
      for (const auto reader : {film, figure, icon, embed}) {
        if (auto text = reader(found)) return Replacement{size + close.size(), std::move(*text)};
      }
      return std::nullopt;
    }
    return std::nullopt;
  }

  // `[!VIDEO address]`, and Experience League's `[!VIDEO](address)`.
  std::optional<Replacement> docfx(std::string_view rest, std::string_view before) {
    constexpr std::string_view kOpen = "[!video";
    if (kb::to_lower(rest.substr(0, kOpen.size())) != kOpen) return std::nullopt;
    const std::string_view behind = rest.substr(kOpen.size());
    if (behind.starts_with("](")) return Replacement{kOpen.size() + 2, "[Video]("};
    const std::size_t end = bracket_.from(before.size());
    if (!behind.starts_with(' ') || end == std::string_view::npos) return std::nullopt;
    const std::size_t size = end - before.size();
    const std::string_view address = kb::trim(rest.substr(kOpen.size(), size - kOpen.size()));
    if (!is_address(address) || address.find_first_of(" <>") != std::string_view::npos) return std::nullopt;
    return Replacement{size + 1, "<" + film_page(address) + ">"};
  }

  // `@[youtube](id)`
  std::optional<Replacement> markdown_it(std::string_view rest, std::string_view before) {
    const std::size_t close = bracket_.from(before.size());
    const std::size_t end = parenthesis_.from(before.size());
    if (close == std::string_view::npos || end == std::string_view::npos || end < close) return std::nullopt;
    const std::size_t middle = close - before.size();
    if (!rest.substr(middle).starts_with("](") || end - before.size() > kLongestTag) return std::nullopt;
    Tag tag;
    tag.name = kb::to_lower(rest.substr(2, middle - 2));
    tag.plain.emplace_back(rest.substr(middle + 2, end - before.size() - middle - 2));
    auto text = film(tag);
    if (!text) return std::nullopt;
    return Replacement{end - before.size() + 1, std::move(*text)};
  }

  std::array<NextPlace, kTagForms.size()> ends_;
  NextPlace bracket_;
  NextPlace parenthesis_;
};

bool holds_text(const Line& line) {
  const std::string_view content = kb::trim(line.text);
  return line.kind == LineKind::text && !content.empty() &&
         content.find("endembed") == std::string_view::npos;
}

// `> [!VIDEO ...]` is no quote.
std::string without_quote(const std::string& line) {
  const std::size_t start = content_start(line);
  const bool is_video = kb::to_lower(std::string_view(line).substr(start, 7)) == "[!video";
  return is_video && kb::trim(std::string_view(line).substr(0, start)) == ">" ? line.substr(start) : line;
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

bool is_film_site(std::string_view address) {
  constexpr std::array<std::string_view, 8> kHosts{
      "youtube.com/", "youtube-nocookie.com/", "youtu.be/", "vimeo.com/",
      "loom.com/",    "dailymotion.com/",      "wistia.",   "bilibili.com/"};
  return std::any_of(kHosts.begin(), kHosts.end(),
                     [&](std::string_view host) { return address.find(host) != std::string_view::npos; });
}

void read_media(Lines& lines) {
  for (std::size_t i = 0; i < lines.size(); ++i) {
    Line& line = lines[i];
    if (line.kind != LineKind::text || line.text.find_first_of("{<[@") == std::string::npos) continue;
    const std::string text = without_quote(line.text);
    MediaReader reader(text);
    std::string other = rewrite_inline(
        text, [&](std::string_view rest, std::string_view before) { return reader.read(rest, before); });
    const bool has_caption_below =
        text.find("{% embed ") != std::string::npos && i + 1 < lines.size() && holds_text(lines[i + 1]);
    if (other == text) continue;
    if (has_caption_below) other = std::string(kb::trim_end(other)) + "\\";
    line.rewrite(std::move(other));
  }
}

}  // namespace indexer
