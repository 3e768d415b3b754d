#include "tests/fuzz/html_check.h"

#include <gumbo.h>

#include <algorithm>
#include <array>

namespace fuzz {

namespace {

constexpr std::array kNever{GUMBO_TAG_IFRAME, GUMBO_TAG_OBJECT,   GUMBO_TAG_EMBED,    GUMBO_TAG_BASE,
                            GUMBO_TAG_FRAME,  GUMBO_TAG_FRAMESET, GUMBO_TAG_APPLET,   GUMBO_TAG_MATH,
                            GUMBO_TAG_STYLE,  GUMBO_TAG_TEMPLATE, GUMBO_TAG_NOSCRIPT, GUMBO_TAG_PLAINTEXT,
                            GUMBO_TAG_XMP};
constexpr std::array kOnPagesOnly{GUMBO_TAG_SCRIPT, GUMBO_TAG_SVG,  GUMBO_TAG_FORM,
                                  GUMBO_TAG_META,   GUMBO_TAG_LINK, GUMBO_TAG_TEXTAREA};
constexpr std::array<std::string_view, 10> kUrls{
    "href", "src", "action", "formaction", "cite", "poster", "xlink:href", "srcset", "data", "background"};
constexpr std::array<std::string_view, 5> kSchemes{"", "http", "https", "mailto", "tel"};

// As browsers do: blanks and control bytes in front, and line ends and tabs anywhere, do not count.
std::string scheme_of(std::string_view url) {
  std::string scheme;
  for (const char c : url) {
    if (c == '\t' || c == '\n' || c == '\r' || (scheme.empty() && static_cast<unsigned char>(c) <= ' '))
      continue;
    if (c == ':') return scheme;
    const bool is_letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    if (!is_letter && (scheme.empty() || std::string_view("+-.0123456789").find(c) == std::string_view::npos))
      return "";
    scheme += static_cast<char>(c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c);
  }
  return "";
}

bool contains(const auto& list, const auto& value) {
  return std::find(list.begin(), list.end(), value) != list.end();
}

std::string danger_of(const GumboAttribute& attribute) {
  const std::string name = attribute.name;
  const std::string text = name + "=" + attribute.value;
  if (name.starts_with("on") || name == "style" || name == "srcdoc") return text;
  if (contains(kUrls, std::string_view(name)) &&
      !contains(kSchemes, std::string_view(scheme_of(attribute.value))))
    return text;
  return "";
}

// For search engines; no browser runs it.
bool is_data(const GumboElement& script) {
  const GumboAttribute* type = gumbo_get_attribute(&script.attributes, "type");
  return type != nullptr && std::string_view(type->value) == "application/ld+json";
}

std::string danger_of(const GumboElement& element, Kind kind) {
  const std::string name = gumbo_normalized_tagname(element.tag);
  if (contains(kNever, element.tag) || (kind == Kind::fragment && contains(kOnPagesOnly, element.tag)))
    return "<" + name + ">";
  if (element.tag == GUMBO_TAG_SCRIPT && !is_data(element) &&
      gumbo_get_attribute(&element.attributes, "src") == nullptr)
    return "<script> without src";
  for (unsigned i = 0; i < element.attributes.length; ++i) {
    const std::string danger = danger_of(*static_cast<const GumboAttribute*>(element.attributes.data[i]));
    if (!danger.empty()) return "<" + name + " " + danger;
  }
  return "";
}

std::string danger_below(const GumboNode& node, Kind kind) {
  if (node.type != GUMBO_NODE_ELEMENT && node.type != GUMBO_NODE_TEMPLATE) return "";
  std::string danger = danger_of(node.v.element, kind);
  const GumboVector& children = node.v.element.children;
  for (unsigned i = 0; danger.empty() && i < children.length; ++i)
    danger = danger_below(*static_cast<const GumboNode*>(children.data[i]), kind);
  return danger;
}

}  // namespace

std::string danger_in(std::string_view html, Kind kind) {
  GumboOutput* output = gumbo_parse_with_options(&kGumboDefaultOptions, html.data(), html.size());
  std::string danger = danger_below(*output->root, kind);
  gumbo_destroy_output(&kGumboDefaultOptions, output);
  return danger;
}

}  // namespace fuzz
