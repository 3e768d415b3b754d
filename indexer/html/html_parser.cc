#include "indexer/html/html_parser.h"

#include <vector>

#include "kb/text/ascii.h"

namespace indexer {
namespace {

constexpr int kMaxDepth = 300;
constexpr int kMaxElements = 100'000;
constexpr unsigned kMaxAttributes = 500;

template <typename T>
std::span<T* const> items(const GumboVector& vector) {
  // gumbo's own type for "array of pointers to T" is void**.
  return {reinterpret_cast<T* const*>(vector.data), vector.length};
}

bool is_element(const GumboNode& node) {
  return node.type == GUMBO_NODE_ELEMENT || node.type == GUMBO_NODE_TEMPLATE;
}

}  // namespace

const GumboNode& parse_html(const std::string& html, ParserBudget& budget) {
  GumboOptions options = kGumboDefaultOptions;
  options.allocator = [](void* from, std::size_t size) {
    return static_cast<ParserBudget*>(from)->allocate(size);
  };
  options.deallocator = [](void*, void*) {};
  options.userdata = &budget;
  options.fragment_context = GUMBO_TAG_DIV;
  options.max_errors = 0;
  return *gumbo_parse_with_options(&options, html.data(), html.size())->root;
}

// Not recursive, since the tree may be deep.
std::string exceeded_limit(const GumboNode& root) {
  struct Place {
    const GumboNode* node;
    int depth;
  };
  std::vector<Place> open{{&root, 0}};
  int elements = 0;
  while (!open.empty()) {
    const Place at = open.back();
    open.pop_back();
    if (!is_element(*at.node)) continue;
    if (at.depth > kMaxDepth) return "raw HTML is nested deeper than 300 elements";
    if (at.node->v.element.attributes.length > kMaxAttributes)
      return "a raw HTML tag has more than 500 attributes";
    if (++elements > kMaxElements) return "the page has more than 100,000 elements";
    for (const GumboNode* child : children_of(at.node->v.element)) open.push_back({child, at.depth + 1});
  }
  return "";
}

std::span<GumboNode* const> children_of(const GumboElement& element) {
  return items<GumboNode>(element.children);
}

std::span<GumboAttribute* const> attributes_of(const GumboElement& element) {
  return items<GumboAttribute>(element.attributes);
}

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
  return without_controls(kb::to_lower(written_name(element)));
}

const char* value_of(const GumboElement& element, const char* attribute) {
  const GumboAttribute* found = gumbo_get_attribute(&element.attributes, attribute);
  return found == nullptr ? nullptr : found->value;
}

std::string attribute_of(const GumboElement& element, const char* attribute) {
  const char* value = value_of(element, attribute);
  return value == nullptr ? "" : value;
}

}  // namespace indexer
