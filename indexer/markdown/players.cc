#include "indexer/markdown/players.h"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>
#include <vector>

#include "indexer/html/html_parser.h"
#include "kb/text/ascii.h"
#include "kb/text/percent.h"

namespace indexer {
namespace {

// A file of this site that goes with a film. The page's policy lets nothing else be played.
std::optional<ResolvedLink> own_file(LinkKind kind, const std::string& source, Links& links, Position at) {
  if (source.empty()) return std::nullopt;
  ResolvedLink found = links.resolve(kind, source, at);
  const bool is_usable = found.url && !found.as_link && !found.remote && url_scheme(*found.url).empty() &&
                         !found.url->starts_with("//");
  return is_usable ? std::optional(std::move(found)) : std::nullopt;
}

std::vector<Captions> written_captions(const std::vector<WrittenTrack>& tracks, Links& links, Position at) {
  std::vector<Captions> captions;
  bool has_default = false;
  for (const WrittenTrack& track : tracks) {
    const auto found =
        captions.size() < kMostCaptions ? own_file(LinkKind::media, track.source, links, at) : std::nullopt;
    if (!found) continue;
    captions.push_back(
        {*found->url, track.lang, without_controls(track.label), track.is_default && !has_default});
    has_default = has_default || track.is_default;
  }
  return captions;
}

HtmlNode words_node(std::string_view text) {
  HtmlNode node;
  node.text = without_controls(text);
  return node;
}

HtmlNode link_node(const std::string& url, const std::string& words) {
  HtmlNode link;
  link.tag = "a";
  link.set("href", url);
  link.children.push_back(words_node(words));
  return link;
}

HtmlNode track(const Captions& captions) {
  HtmlNode node;
  node.tag = "track";
  node.set("kind", "captions");
  node.set("src", captions.url);
  if (!captions.lang.empty()) node.set("srclang", captions.lang);
  if (!captions.name.empty()) node.set("label", captions.name);
  if (captions.is_default) node.set("default", "");
  return node;
}

void set_picture(HtmlNode& player, const MediaFile& media, const MediaElement& written) {
  if (!media.poster.empty()) player.set("poster", media.poster);
  if (!written.width.empty()) player.set("width", written.width);
  if (!written.height.empty()) player.set("height", written.height);
  fit_size(player, media.width, media.height);
}

HtmlNode caption(const MediaFile& media, const std::string& words, HtmlNode printed) {
  HtmlNode caption;
  caption.tag = "figcaption";
  if (!words.empty()) caption.children.push_back(words_node(words + " "));
  if (!media.transcript.empty()) {
    HtmlNode link = link_node(media.transcript, media.transcript_words);
    link.set("class", "transcript");
    if (!media.transcript_lang.empty()) link.set("hreflang", media.transcript_lang);
    caption.children.push_back(std::move(link));
  }
  printed.set("class", "played");
  caption.children.push_back(std::move(printed));
  return caption;
}

bool is_player(const HtmlNode& node) {
  const std::string* css = node.tag == "figure" ? node.find("class") : nullptr;
  return css != nullptr && *css == "player";
}

template <std::size_t n>
bool contains_name(const std::array<std::string_view, n>& list, std::string_view name) {
  return std::find(list.begin(), list.end(), name) != list.end();
}

// Where a player may stand.
bool holds_blocks(std::string_view tag) {
  constexpr std::array<std::string_view, 11> kHolders{"body",       "div",     "figure", "section", "p", "li",
                                                      "blockquote", "details", "dd",     "td",      "th"};
  return contains_name(kHolders, tag);
}

// What such elements may lie in.
bool is_outer(std::string_view tag) {
  constexpr std::array<std::string_view, 8> kOuter{"ul",    "ol",    "dl",    "table",
                                                   "thead", "tbody", "tfoot", "tr"};
  return holds_blocks(tag) || contains_name(kOuter, tag);
}

// What begins a line of its own.
bool begins_line(const HtmlNode& node) {
  constexpr std::array<std::string_view, 18> kLines{"p",  "div", "ul",  "ol",     "dl",      "table",
                                                    "br", "hr",  "pre", "figure", "h1",      "h2",
                                                    "h3", "h4",  "h5",  "h6",     "details", "blockquote"};
  return contains_name(kLines, node.tag) || node.tag == "figcaption" || node.tag == "summary";
}

// What stands between a player and the beginning or end of its line.
enum class Between { nothing, end_of_line, words };

Between beside_player(const HtmlNode& node, bool is_before) {
  if (is_player(node)) return Between::nothing;
  if (!node.is_text()) return begins_line(node) ? Between::end_of_line : Between::words;
  const std::string_view text = node.text;
  const std::string_view words = kb::trim(text, kb::kSpaces);
  const std::string_view blank = words.empty() ? text
                                 : is_before   ? kb::trim_end(text, kb::kSpaces)
                                               : text.substr(0, text.find(words.front()));
  const std::string_view gap = words.empty() || !is_before ? blank : text.substr(blank.size());
  if (gap.find('\n') != std::string_view::npos) return Between::end_of_line;
  return words.empty() ? Between::nothing : Between::words;
}

// Whether only other players stand on the line of children[at].
bool is_alone(const std::vector<HtmlNode>& children, std::size_t at) {
  for (std::size_t i = at; i-- > 0;) {
    const Between found = beside_player(children[i], true);
    if (found == Between::words) return false;
    if (found == Between::end_of_line) break;
  }
  for (std::size_t i = at + 1; i < children.size(); ++i) {
    const Between found = beside_player(children[i], false);
    if (found == Between::words) return false;
    if (found == Between::end_of_line) break;
  }
  return true;
}

// The last thing in a player is the link to its file.
HtmlNode link_of(HtmlNode player, bool is_in_link) {
  HtmlNode link = std::move(player.children.front().children.back());
  link.remove("download");
  link.at = player.at;
  if (!is_in_link) return link;
  HtmlNode words = std::move(link.children.front());
  return words;
}

bool is_gap(const HtmlNode& node) {
  return node.tag == "br" || (node.is_text() && kb::trim(node.text, kb::kSpaces).empty());
}

// Adds what a paragraph holds on one side of a player, if that is anything, and empties it.
void take_part(HtmlNode& paragraph, std::vector<HtmlNode>& to) {
  std::vector<HtmlNode> parts = std::exchange(paragraph.children, {});
  while (!parts.empty() && is_gap(parts.back())) parts.pop_back();
  parts.erase(parts.begin(), std::find_if_not(parts.begin(), parts.end(), is_gap));
  if (parts.empty()) return;
  HtmlNode part = paragraph;
  part.children = std::move(parts);
  paragraph.remove("id");  // of the first part
  to.push_back(std::move(part));
}

void divide_paragraph(HtmlNode paragraph, std::vector<HtmlNode>& to) {
  std::vector<HtmlNode> children = std::exchange(paragraph.children, {});
  for (HtmlNode& child : children) {
    if (!is_player(child)) {
      paragraph.children.push_back(std::move(child));
      continue;
    }
    take_part(paragraph, to);
    to.push_back(std::move(child));
  }
  take_part(paragraph, to);
}

bool holds_player(const HtmlNode& node) {
  return std::any_of(node.children.begin(), node.children.end(), is_player);
}

// Whether players may stand in an element: not where there are only words.
enum class Around { blocks, words, link };

Around around_children(const HtmlNode& node, Around around) {
  if (around == Around::link || node.tag == "a") return Around::link;
  return is_outer(node.tag) ? around : Around::words;
}

void settle_below(HtmlNode& node, Around around) {
  std::vector<bool> stays(node.children.size(), true);
  for (std::size_t i = 0; i < stays.size(); ++i) {
    if (is_player(node.children[i]))
      stays[i] = around == Around::blocks && holds_blocks(node.tag) && is_alone(node.children, i);
  }
  std::vector<HtmlNode> children = std::exchange(node.children, {});
  for (std::size_t i = 0; i < children.size(); ++i) {
    HtmlNode& child = children[i];
    if (!is_player(child)) settle_below(child, around_children(child, around));
    if (!stays[i])
      node.children.push_back(link_of(std::move(child), around == Around::link));
    else if (child.tag == "p" && holds_player(child))
      divide_paragraph(std::move(child), node.children);
    else
      node.children.push_back(std::move(child));
  }
}

}  // namespace

MediaFile with_written_files(MediaFile media, const MediaElement& written, Links& links, Position at) {
  if (const auto poster = own_file(LinkKind::image, written.poster, links, at)) {
    media.poster = *poster->url;
    media.width = poster->width;
    media.height = poster->height;
  }
  auto captions = written_captions(written.tracks, links, at);
  if (!captions.empty()) media.captions = std::move(captions);
  return media;
}

std::string captions_advice(const MediaElement& written) {
  const std::string name =
      kb::percent_decode_leniently(std::string_view(written.source).substr(written.source.rfind('/') + 1));
  return "the film " + name + " has no captions: put " + name.substr(0, name.rfind('.')) + ".vtt beside it";
}

HtmlNode media_player(const MediaFile& media, const MediaElement& written, const std::string& url,
                      const std::string& words) {
  HtmlNode player;
  player.tag = media.is_sound ? "audio" : "video";
  player.set("controls", "");
  player.set("preload", "none");
  player.set("src", url);
  if (!media.is_sound) set_picture(player, media, written);
  if (!written.label.empty()) player.set("aria-label", without_controls(written.label));
  for (const Captions& captions : media.captions) player.children.push_back(track(captions));
  HtmlNode link = link_node(url, words);
  HtmlNode figure;
  figure.tag = "figure";
  figure.set("class", "player");
  figure.children.push_back(std::move(player));
  figure.children.push_back(caption(media, written.caption, link));
  link.set("download", "");
  figure.children.front().children.push_back(std::move(link));
  return figure;
}

void settle_players(HtmlNode& body) { settle_below(body, Around::blocks); }

}  // namespace indexer
