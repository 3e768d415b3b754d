#include "indexer/markdown/sanitizer.h"

#include <gumbo.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <memory>
#include <span>

#include "indexer/markdown/html_allow_list.h"
#include "indexer/markdown/source_text.h"

namespace indexer {
namespace {

struct OutputFree {
  void operator()(GumboOutput* output) const { gumbo_destroy_output(&kGumboDefaultOptions, output); }
};
using Output = std::unique_ptr<GumboOutput, OutputFree>;

Output parse(const std::string& html) {
  GumboOptions options = kGumboDefaultOptions;
  options.fragment_context = GUMBO_TAG_DIV;
  options.max_errors = 0;
  return Output(gumbo_parse_with_options(&options, html.data(), html.size()));
}

template <typename T>
std::span<T* const> items(const GumboVector& vector) {
  // gumbo's own type for "array of pointers to T" is void**.
  return {reinterpret_cast<T* const*>(vector.data), vector.length};
}

// Control characters are allowed nowhere, and break XML feeds.
std::string without_controls(std::string_view text) {
  std::string clean;
  for (const char c : text) {
    if (static_cast<unsigned char>(c) >= 0x20U || c == '\n' || c == '\t') clean += c;
  }
  return clean;
}

std::string_view written_name(const GumboElement& element) {
  GumboStringPiece piece = element.original_tag;
  if (piece.length == 0) return {};
  gumbo_tag_from_original_text(&piece);
  return {piece.data, piece.length};
}

std::string tag_name(const GumboElement& element) {
  if (element.tag_namespace == GUMBO_NAMESPACE_SVG) return "svg";
  if (element.tag_namespace == GUMBO_NAMESPACE_MATHML) return "math";
  if (element.tag != GUMBO_TAG_UNKNOWN) return gumbo_normalized_tagname(element.tag);
  std::string name(written_name(element));
  for (char& c : name) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  return without_controls(name);
}

const char* value_of(const GumboElement& element, const char* attribute) {
  const GumboAttribute* found = gumbo_get_attribute(&element.attributes, attribute);
  return found == nullptr ? nullptr : found->value;
}

int to_number(const std::string* digits) {
  int number = 0;
  if (digits != nullptr) std::from_chars(digits->data(), digits->data() + digits->size(), number);
  return number;
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

// Where a place of the HTML is in the file. Fast when asked in order.
class Places {
 public:
  explicit Places(const UnsafeHtml& unsafe) : unsafe_(&unsafe) {}

  const HtmlPiece* piece(std::size_t offset) const {
    const auto& all = unsafe_->pieces;
    auto after =
        std::upper_bound(all.begin(), all.end(), offset,
                         [](std::size_t value, const HtmlPiece& piece) { return value < piece.begin; });
    if (after == all.begin()) return nullptr;
    --after;
    return offset < after->end ? &*after : nullptr;
  }

  Position last() const { return at_; }

  Position position(std::size_t offset) {
    const HtmlPiece* found = piece(offset);
    if (found == nullptr) return at_;
    if (found != piece_ || offset < offset_) {
      piece_ = found;
      offset_ = found->begin;
      at_ = found->at;
    }
    advance(std::string_view(unsafe_->html).substr(offset_, offset - offset_));
    offset_ = offset;
    return at_;
  }

 private:
  void advance(std::string_view html) {
    const auto lines = std::count(html.begin(), html.end(), '\n');
    if (lines > 0) html.remove_prefix(html.rfind('\n') + 1);
    at_.column = count_characters(html) + (lines > 0 ? 1 : at_.column);
    at_.line += static_cast<int>(lines);
  }

  const UnsafeHtml* unsafe_;
  const HtmlPiece* piece_ = nullptr;
  std::size_t offset_ = 0;
  Position at_;
};

class Cleaner {
 public:
  Cleaner(const UnsafeHtml& unsafe, Links& links, SanitizerFindings& findings)
      : unsafe_(&unsafe), places_(unsafe), links_(&links), findings_(&findings) {}

  void clean_children(const GumboElement& from, HtmlNode& to) {
    for (const GumboNode* child : items<GumboNode>(from.children)) clean(*child, to);
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
    bool is_raw = true;
    locate(element, clean, is_raw);
    const ElementRule rule = clean.tag == "input" && is_raw ? ElementRule::unwrap : element_rule(clean.tag);
    if (rule != ElementRule::keep) name(element, clean, rule);
    if (rule == ElementRule::drop) return;
    if (rule == ElementRule::unwrap) return clean_children(element, to);
    copy_attributes(element, clean);
    if (clean.tag == "a") link(element, clean, is_raw);
    if (clean.tag == "img") image(element, clean, is_raw);
    if (clean.tag == "a" && clean.attributes.empty()) return clean_children(element, to);
    clean_children(element, clean);
    to.children.push_back(std::move(clean));
  }

  // Elements that the parser itself made up (tbody) have no place of their own, only the one before.
  void locate(const GumboElement& element, HtmlNode& clean, bool& is_raw) {
    clean.at = places_.last();
    if (element.original_tag.length == 0) return;
    const auto offset = static_cast<std::size_t>(element.original_tag.data - unsafe_->html.data());
    const HtmlPiece* piece = places_.piece(offset);
    is_raw = piece != nullptr && piece->is_raw;
    clean.at = places_.position(offset);
  }

  void name(const GumboElement& element, const HtmlNode& clean, ElementRule rule) {
    const std::string_view written = written_name(element);
    const bool is_component = element.tag == GUMBO_TAG_UNKNOWN && !written.empty() &&
                              written.front() >= 'A' && written.front() <= 'Z';
    if (is_component) {
      findings_->unknown.add(
          "the component `<" + without_controls(written) + ">` is not understood, what is inside is kept",
          clean.at);
    } else {
      findings_->not_allowed.add(
          "<" + clean.tag + "> is not allowed, " +
              (rule == ElementRule::drop ? "it is left out with what is inside" : "what is inside is kept"),
          clean.at);
    }
  }

  static void copy_attributes(const GumboElement& element, HtmlNode& clean) {
    for (const GumboAttribute* attribute : items<GumboAttribute>(element.attributes)) {
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

  void link(const GumboElement& element, HtmlNode& clean, bool is_raw) {
    const char* href = value_of(element, "href");
    if (href == nullptr) return;
    if (!is_raw) return set_url(clean, "href", href);
    const ResolvedLink found = links_->resolve(LinkKind::link, href, clean.at);
    if (found.url) set_url(clean, "href", *found.url);
  }

  void image(const GumboElement& element, HtmlNode& clean, bool is_raw) {
    const char* src = value_of(element, "src");
    clean.set("loading", "lazy");
    if (src != nullptr && !is_raw) return set_url(clean, "src", src);
    const ResolvedLink found =
        src == nullptr ? ResolvedLink{} : links_->resolve(LinkKind::image, src, clean.at);
    if (!found.url || found.as_link) return replace_image(clean, found);
    set_url(clean, "src", *found.url);
    if (clean.find("alt") == nullptr) clean.set("alt", "");
    set_size(clean, found);
  }

  // A writer's own size wins; a missing side follows from the image's proportions.
  static void set_size(HtmlNode& image, const ResolvedLink& found) {
    double width = to_number(image.find("width"));
    double height = to_number(image.find("height"));
    if (found.width <= 0 || found.height <= 0 || (width > 0 && height > 0)) return;
    const double proportion = static_cast<double>(found.width) / found.height;
    if (width == 0 && height == 0) width = found.width;
    if (width == 0) width = height * proportion;
    if (height == 0) height = width / proportion;
    image.set("width", std::to_string(std::max(1L, std::lround(width))));
    image.set("height", std::to_string(std::max(1L, std::lround(height))));
  }

  void replace_image(HtmlNode& image, const ResolvedLink& found) const {
    const std::string* alt = image.find("alt");
    HtmlNode text = text_node(alt != nullptr ? *alt : "");
    HtmlNode other;
    other.at = image.at;
    other.tag = found.url ? "a" : "span";
    if (found.url && text.text.empty()) text.text = *found.url;
    if (found.url) set_url(other, "href", *found.url);
    if (!found.url) other.set("class", "missing-image");
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
};

}  // namespace

HtmlNode sanitize(const UnsafeHtml& unsafe, Links& links, SanitizerFindings& findings) {
  const Output output = parse(unsafe.html);
  HtmlNode body;
  body.tag = "body";
  Cleaner(unsafe, links, findings).clean_children(output->root->v.element, body);
  return body;
}

}  // namespace indexer
