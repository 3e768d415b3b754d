#include "indexer/markdown/sanitizer.h"

#include <algorithm>
#include <map>

#include "indexer/html/html_allow_list.h"
#include "indexer/html/html_parser.h"
#include "indexer/html/media_element.h"
#include "indexer/inline/player_link.h"
#include "indexer/markdown/markdown_limits.h"
#include "indexer/markdown/players.h"
#include "indexer/markdown/source_text.h"

namespace indexer {
namespace {

constexpr int kMostPlayers = 50;  // on a page; further films are links

// What is read out in the place of a picture.
std::string label_of(const GumboElement& element) {
  const std::string label = attribute_of(element, "aria-label");
  return label.empty() ? attribute_of(element, "title") : label;
}

void add_text(HtmlNode& to, std::string_view text) {
  if (to.children.empty() || !to.children.back().is_text()) to.children.emplace_back();
  to.children.back().text += without_controls(text);
}

HtmlNode text_node(std::string_view text) {
  HtmlNode node;
  node.text = without_controls(text);
  return node;
}

// Where a place of the HTML is in the file.
class Places {
 public:
  explicit Places(const UnsafeHtml& unsafe) : pieces_(&unsafe.pieces), html_(unsafe.html) {}

  const HtmlPiece* piece(std::size_t offset) const {
    auto after =
        std::upper_bound(pieces_->begin(), pieces_->end(), offset,
                         [](std::size_t value, const HtmlPiece& piece) { return value < piece.begin; });
    if (after == pieces_->begin()) return nullptr;
    --after;
    return offset < after->end ? &*after : nullptr;
  }

  Position position(const HtmlPiece& piece, std::size_t offset) const {
    const Position begin = in_html(piece.begin);
    const Position at = in_html(offset);
    if (at.line == begin.line) return {piece.at.line, piece.at.column + at.column - begin.column};
    return {piece.at.line + at.line - begin.line, at.column};
  }

 private:
  Position in_html(std::size_t offset) const {
    const int line = html_.line_at(offset);
    return html_.position(line, static_cast<int>(offset - html_.offset(line)) + 1);
  }

  const std::vector<HtmlPiece>* pieces_;
  SourceText html_;
};

// Who wrote an element: we, or the writer as Markdown or as HTML.
enum class Origin { ours, markdown, raw };

class Cleaner {
 public:
  Cleaner(const UnsafeHtml& unsafe, Links& links, SanitizerFindings& findings)
      : unsafe_(&unsafe), places_(unsafe), links_(&links), findings_(&findings) {}

  void clean_children(const GumboElement& from, HtmlNode& to) {
    for (const GumboNode* child : children_of(from)) clean(*child, to);
  }

 private:
  void clean(const GumboNode& node, HtmlNode& to) {
    switch (node.type) {
      case GUMBO_NODE_TEXT:
      case GUMBO_NODE_WHITESPACE:
      case GUMBO_NODE_CDATA:
        add_text(to, node.v.text.text);
        return;
      case GUMBO_NODE_ELEMENT:
      case GUMBO_NODE_TEMPLATE:
        clean_element(node.v.element, to);
        return;
      default:
        return;  // comments
    }
  }

  void clean_element(const GumboElement& element, HtmlNode& to) {
    HtmlNode clean;
    clean.tag = tag_name(element);
    const Origin origin = locate(element);
    clean.at = at_;
    const bool is_foreign_input = clean.tag == "input" && origin == Origin::raw;
    const ElementRule rule = is_foreign_input ? ElementRule::unwrap : element_rule(clean.tag);
    if (origin == Origin::raw && is_hidden(element)) {
      findings_->not_allowed.add("elements that are hidden are left out, with what is inside", clean.at);
      return;
    }
    if (replace_player(element, clean, to)) return;
    const std::string label = clean.tag == "svg" ? label_of(element) : "";
    if (!label.empty()) return add_text(to, label);
    if (rule != ElementRule::keep) name(element, clean, rule);
    if (rule == ElementRule::drop) return;
    if (rule == ElementRule::unwrap) return clean_children(element, to);
    copy_attributes(element, clean);
    if (clean.tag == "a") return clean_link(element, std::move(clean), origin, to);
    if (clean.tag == "img") image(element, clean, origin);
    clean_children(element, clean);
    to.children.push_back(std::move(clean));
  }

  // Elements that the parser itself made up (tbody) have no place of their own, only the one before.
  Origin locate(const GumboElement& element) {
    if (element.original_tag.length == 0) return Origin::raw;
    const auto offset = static_cast<std::size_t>(element.original_tag.data - unsafe_->html.data());
    const HtmlPiece* piece = places_.piece(offset);
    if (piece == nullptr) return Origin::ours;
    at_ = places_.position(*piece, offset);
    return piece->is_raw ? Origin::raw : Origin::markdown;
  }

  void name(const GumboElement& element, const HtmlNode& clean, ElementRule rule) {
    const std::string_view written = written_name(element);
    const bool is_component = element.tag == GUMBO_TAG_UNKNOWN && !written.empty() &&
                              written.front() >= 'A' && written.front() <= 'Z';
    if (is_component) {
      findings_->unknown.add("components that are not known are left out, what is inside is kept", clean.at);
    } else {
      findings_->not_allowed.add(
          "<" + clean.tag + "> is not allowed, " +
              (rule == ElementRule::drop ? "it is left out with what is inside" : "what is inside is kept"),
          clean.at);
    }
  }

  static bool is_hidden(const GumboElement& element) {
    const auto attributes = attributes_of(element);
    return std::any_of(attributes.begin(), attributes.end(),
                       [](const GumboAttribute* one) { return hides_element(one->name, one->value); });
  }

  static void copy_attributes(const GumboElement& element, HtmlNode& clean) {
    for (const GumboAttribute* attribute : attributes_of(element)) {
      const std::string value = without_controls(attribute->value);
      const std::string_view name = attribute->name;
      if (is_allowed_attribute(clean.tag, name) && is_allowed_value(name, value)) clean.set(name, value);
      const bool is_cell = clean.tag == "td" || clean.tag == "th";
      if (is_cell && name == "align" && (value == "left" || value == "center" || value == "right")) {
        clean.set("class", value);
      }
    }
    const std::string* name = clean.find("name");
    if (name != nullptr && clean.find("id") == nullptr) clean.set("id", *name);
  }

  // A link that the parser opened again leads where it led before, and is reported once.
  const ResolvedLink& resolve(LinkKind kind, const GumboElement& element, const char* target, Position at) {
    const auto [known, is_new] = resolved_.try_emplace(element.original_tag.data);
    if (is_new) known->second = links_->resolve(kind, target, at);
    return known->second;
  }

  // Without a target, what is inside stays.
  void clean_link(const GumboElement& element, HtmlNode clean, Origin origin, HtmlNode& to) {
    const char* href = value_of(element, "href");
    if (href != nullptr && origin == Origin::ours) {
      set_url(clean, "href", href);
    } else if (href != nullptr) {
      const ResolvedLink& found = resolve(LinkKind::link, element, href, clean.at);
      if (found.url) set_url(clean, "href", *found.url);
      if (!found.url && origin == Origin::markdown) clean.attributes.clear();
    }
    ++open_links_;
    if (clean.attributes.empty()) {
      clean_children(element, to);
    } else {
      clean_children(element, clean);
      to.children.push_back(std::move(clean));
    }
    --open_links_;
  }

  // What plays a film of ours becomes a player, and a link what plays another's; false when it names none.
  bool replace_player(const GumboElement& element, const HtmlNode& clean, HtmlNode& to) {
    if (!is_media_element(element)) return false;
    const MediaElement written = read_media_element(element);
    const auto played = read_player(clean.tag, written.source, written.label);
    if (!played) return false;
    const LinkKind kind = clean.tag == "iframe" ? LinkKind::link : LinkKind::media;
    const ResolvedLink& found = resolve(kind, element, played->target.c_str(), clean.at);
    if (!found.url) return false;
    if (found.media && url_scheme(*found.url).empty() && players_ < kMostPlayers) {
      add_player(written, played->words, found, clean.at, to);
    } else {
      add_link(*found.url, played->words, clean.at, to);
    }
    return true;
  }

  void add_link(const std::string& url, std::string_view words, Position at, HtmlNode& to) const {
    HtmlNode link = text_node(words);
    if (open_links_ == 0) {
      HtmlNode anchor;
      anchor.tag = "a";
      anchor.at = at;
      set_url(anchor, "href", url);
      anchor.children.push_back(std::move(link));
      link = std::move(anchor);
    }
    add_block(std::move(link), to);
  }

  void add_player(const MediaElement& written, const std::string& words, const ResolvedLink& found,
                  Position at, HtmlNode& to) {
    ++players_;
    const MediaFile media = with_written_files(*found.media, written, *links_, at);
    if (!media.is_sound && media.captions.empty()) findings_->no_captions.add(captions_advice(written), at);
    HtmlNode player = media_player(media, written, *found.url, words);
    player.at = at;
    to.children.push_back(std::move(player));
  }

  void image(const GumboElement& element, HtmlNode& clean, Origin origin) {
    const char* src = value_of(element, "src");
    const ResolvedLink found =
        src == nullptr ? ResolvedLink{} : resolve(LinkKind::image, element, src, clean.at);
    if (!found.url || found.as_link) return replace_image(clean, found);
    if (origin == Origin::markdown) fit_size(clean, found.width, found.height);
    clean.set("loading", "lazy");
    if (found.remote) clean.set("referrerpolicy", "no-referrer");
    set_url(clean, "src", *found.url);
    if (clean.find("alt") == nullptr) clean.set("alt", "");
    fit_size(clean, found.width, found.height);
    if (!found.srcset.empty()) clean.set("srcset", found.srcset);
  }

  // By a link, or by its words where there is none or where it would stand inside another link.
  void replace_image(HtmlNode& image, const ResolvedLink& found) const {
    const bool is_link = found.url && open_links_ == 0;
    const std::string* alt = image.find("alt");
    const std::string* title = image.find("title");
    HtmlNode text = text_node(alt != nullptr ? *alt : "");
    if (is_link && text.text.empty()) text.text = *found.url;
    HtmlNode other;
    other.at = image.at;
    other.tag = is_link ? "a" : "span";
    if (is_link && title != nullptr) other.set("title", *title);
    if (is_link) set_url(other, "href", *found.url);
    if (!is_link) other.set("class", "missing-image");
    other.children.push_back(std::move(text));
    image = std::move(other);
  }

  // Whatever said what the URL is, a scheme outside the list never gets on a page.
  static void set_url(HtmlNode& clean, std::string_view attribute, const std::string& url) {
    const std::string shown = without_controls(url);
    if (is_allowed_scheme(url_scheme(shown))) clean.set(attribute, shown);
  }

  const UnsafeHtml* unsafe_;
  Places places_;
  Links* links_;
  SanitizerFindings* findings_;
  Position at_;                                   // of the last element whose place is known
  int open_links_ = 0;                            // around what is being cleaned
  int players_ = 0;                               // on the page so far
  std::map<const char*, ResolvedLink> resolved_;  // by the tag's place
};

}  // namespace

HtmlNode sanitize(const UnsafeHtml& unsafe, Links& links, SanitizerFindings& findings) {
  HtmlNode body;
  body.tag = "body";
  if (leaves_too_much_open(unsafe.html)) {
    findings.limit = "more than 500 raw HTML tags such as <b> are never closed";
    return body;
  }
  try {
    ParserBudget budget;
    const GumboNode& root = parse_html(unsafe.html, budget);
    findings.limit = exceeded_limit(root);
    if (findings.limit.empty()) Cleaner(unsafe, links, findings).clean_children(root.v.element, body);
  } catch (const ParserBudget::Exceeded&) {
    findings.limit = kOverBudget;
  }
  return body;
}

}  // namespace indexer
