#include "indexer/inline/media.h"

#include <algorithm>
#include <array>

#include "indexer/inline/attributes.h"
#include "indexer/inline/images.h"
#include "indexer/inline/media_tag.h"
#include "indexer/inline/player_link.h"
#include "indexer/lines/inline_text.h"
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

struct TagSigns {
  std::string_view open;
  std::string_view close;
};
constexpr std::array<TagSigns, 4> kTagSigns{{{"{{<", ">}}"}, {"{{%", "%}}"}, {"{%", "%}"}, {"<", ">"}}};

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

// A film of the content folder has a player, which Markdown writes as an image.
std::string player(const std::string& path, const std::string& title) {
  return "![" + in_brackets(title) + "](" + target(path) + ")";
}

std::string link(const std::string& address, const std::string& title) {
  if (!title.empty()) return "[Video: " + in_brackets(title) + "](" + target(address) + ")";
  return "<" + address + ">";
}

std::optional<std::string> film(const MediaTag& tag) {
  const std::string provider = tag.name == "video" ? kb::to_lower(tag.value({"provider"})) : tag.name;
  const auto site = std::find_if(kSites.begin(), kSites.end(), [&](const Site& one) {
    return provider.find(one.name) != std::string::npos;
  });
  const bool is_player =
      provider.find("player") != std::string::npos || tag.name.starts_with("video") || tag.name == "audio";
  if (site == kSites.end() && !is_player) return std::nullopt;
  std::string id = tag.value(
      {"id", "videoid", "video_id", "youtubeid", "youtube_id", "v", "src", "url", "video", "link", "file"});
  if (id.empty() && !tag.plain.empty()) id = tag.plain.front();
  const std::string title = tag.value({"title", "caption", "alt", "playlabel", "label"});
  if (is_address(id)) return link(film_page(id), title);
  if (site != kSites.end())
    return is_film_id(id) ? std::optional(link(std::string(site->page) + id, title)) : std::nullopt;
  return is_film(id) || is_sound(id) ? std::optional(player(id, title)) : std::nullopt;
}

// The caption stands below the image.
std::optional<std::string> figure(const MediaTag& tag) {
  constexpr std::array<std::string_view, 5> kNames{"figure", "img", "image", "picture", "screenshot"};
  if (std::find(kNames.begin(), kNames.end(), tag.name) == kNames.end() && tag.name != "imageembed")
    return std::nullopt;
  std::string source = tag.value({"src", "image_path", "file", "url", "path", "image", "name"});
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
std::optional<std::string> icon(const MediaTag& tag) {
  if (tag.name != "octicon" && tag.name != "icon" && tag.name != "fa" && tag.name != "fas")
    return std::nullopt;
  return tag.value({"aria-label"});
}

std::optional<std::string> embed(const MediaTag& tag) {
  if (tag.name == "endembed") return "";
  const std::string address = tag.name == "embed" ? tag.value({"url", "src"}) : "";
  if (address.empty() || address.find_first_of("{}<> ") != std::string::npos) return std::nullopt;
  return is_address(address) ? "<" + film_page(address) + ">"
                             : "[" + in_brackets(address) + "](" + address + ")";
}

// `{{< ref "page.md" >}}` of Hugo and `{% link _docs/page.md %}` of Jekyll, within the target of a link.
std::optional<std::string> reference(const MediaTag& tag) {
  const bool is_jekyll = tag.name == "link";
  if (tag.name != "ref" && tag.name != "relref" && !is_jekyll) return std::nullopt;
  const std::string path = tag.plain.empty() ? tag.value({"path"}) : tag.plain.front();
  if (path.empty() || path.find_first_of(" ()<>{}:") != std::string::npos) return std::nullopt;
  return (is_jekyll && path.front() != '/' ? "/" : "") + path;
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
    for (std::size_t i = 0; i < kTagSigns.size(); ++i) {
      const auto& [open, close] = kTagSigns[i];
      if (!rest.starts_with(open)) continue;
      const std::size_t end = ends_[i].from(before.size() + open.size());
      if (end == std::string_view::npos || end - before.size() > kLongestTag) return std::nullopt;
      const std::size_t size = end - before.size();
      const std::string_view inside = kb::trim(rest.substr(open.size(), size - open.size()), " \t-");
      if (inside.empty() || inside.front() == '/' || (open == "<" && !is_component(inside)))
        return std::nullopt;
      const MediaTag found = read_media_tag(inside);
      for (const auto reader : {film, figure, icon, embed, reference}) {
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
    MediaTag tag;
    tag.name = kb::to_lower(rest.substr(2, middle - 2));
    tag.plain.emplace_back(rest.substr(middle + 2, end - before.size() - middle - 2));
    auto text = film(tag);
    if (!text) return std::nullopt;
    return Replacement{end - before.size() + 1, std::move(*text)};
  }

  std::array<NextPlace, kTagSigns.size()> ends_;
  NextPlace bracket_;
  NextPlace parenthesis_;
};

std::string read_line(const std::string& text) {
  MediaReader reader(text);
  return rewrite_inline(
      text, [&](std::string_view rest, std::string_view before) { return reader.read(rest, before); });
}

// Whether a line ends within a tag.
bool is_open(std::string_view line) {
  const std::size_t open = line.rfind("{{<") != std::string_view::npos ? line.rfind("{{<") : line.rfind("{%");
  return open != std::string_view::npos && line.find("%}", open) == std::string_view::npos &&
         line.find("}}", open) == std::string_view::npos;
}

// Makes one line of a tag of ours that is written on several.
void join_tags(Lines& lines) {
  constexpr std::size_t kMostLines = 12;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (lines[i].kind != LineKind::text || !is_open(lines[i].text)) continue;
    std::string joined = lines[i].text;
    std::size_t end = i + 1;
    while (end < std::min(lines.size(), i + kMostLines) && lines[end].kind == LineKind::text &&
           is_open(joined)) {
      joined += " " + std::string(kb::trim(lines[end++].text));
    }
    if (is_open(joined) || read_line(joined) == joined) continue;
    lines[i].rewrite(std::move(joined));
    for (std::size_t other = i + 1; other < end; ++other) lines[other].number = 0;
    i = end - 1;
  }
  std::erase_if(lines, [](const Line& line) { return line.number == 0; });
}

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

void read_media(Lines& lines) {
  join_tags(lines);
  for (std::size_t i = 0; i < lines.size(); ++i) {
    Line& line = lines[i];
    if (line.kind != LineKind::text || line.text.find_first_of("{<[@") == std::string::npos) continue;
    const std::string text = without_quote(line.text);
    std::string other = read_line(text);
    const bool has_caption_below =
        text.find("{% embed ") != std::string::npos && i + 1 < lines.size() && holds_text(lines[i + 1]);
    if (other == text) continue;
    if (has_caption_below) other = std::string(kb::trim_end(other)) + "\\";
    line.rewrite(std::move(other));
  }
}

}  // namespace indexer
