#include "indexer/html/html_tree.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

#include "kb/text/ascii.h"
#include "kb/text/html.h"

namespace indexer {
namespace {

constexpr std::array<std::string_view, 8> kVoidElements = {"br",    "col", "hr",     "img",
                                                           "input", "wbr", "source", "track"};
constexpr std::array<std::string_view, 30> kInlineElements = {
    "a",    "abbr",   "b",    "cite", "code", "del", "em",   "i",   "img",  "input",
    "ins",  "kbd",    "mark", "q",    "rp",   "rt",  "ruby", "s",   "samp", "small",
    "span", "strong", "sub",  "sup",  "td",   "th",  "u",    "var", "col",  "br"};

bool contains(std::span<const std::string_view> list, std::string_view name) {
  return std::find(list.begin(), list.end(), name) != list.end();
}

int to_number(const std::string* digits) {
  int number = 0;
  if (digits != nullptr) std::from_chars(digits->data(), digits->data() + digits->size(), number);
  return number;
}

// Links that we add: of footnotes, and below a player.
bool is_own_link(const HtmlNode& node) {
  constexpr std::array<std::string_view, 4> kLinks{"footnote-ref", "footnote-backref", "transcript",
                                                   "played"};
  const std::string* css = node.find("class");
  return css != nullptr && contains(kLinks, *css);
}

// Collects words, with one space or line feed between them at most.
class TextWriter {
 public:
  void write(const HtmlNode& node) {
    if (node.is_text()) return write_words(node.text);
    if (is_own_link(node)) return;
    const bool is_block = !contains(kInlineElements, node.tag);
    if (is_block) end_line();
    if (const std::string* alt = node.tag == "img" ? node.find("alt") : nullptr) write_words(*alt);
    for (const HtmlNode& child : node.children) write(child);
    if (is_block) end_line();
    if (node.tag == "td" || node.tag == "th" || node.tag == "br" || node.tag == "img") space_ = true;
  }
  std::string take() {
    if (text_.ends_with('\n')) text_.pop_back();
    return std::move(text_);
  }

 private:
  void write_words(std::string_view words) {
    for (const char c : words) {
      if (kb::is_space(c)) {
        space_ = true;
        continue;
      }
      if (space_ && !text_.empty() && text_.back() != '\n') text_ += ' ';
      space_ = false;
      text_ += c;
    }
  }
  void end_line() {
    space_ = false;
    if (!text_.empty() && text_.back() != '\n') text_ += '\n';
  }

  std::string text_;
  bool space_ = false;
};

void write_html(const HtmlNode& node, std::string& out) {
  if (node.is_text()) {
    out += kb::escape_html(node.text);
    return;
  }
  out += "<" + node.tag;
  for (const auto& [name, value] : node.attributes) {
    out += " " + name;
    if (!value.empty() || name == "alt" || name == "href") out += "=\"" + kb::escape_html(value) + "\"";
  }
  out += ">";
  if (is_void_element(node.tag)) return;
  // A parser drops the first line feed of a <pre>, so one that belongs to the text is written twice.
  if (node.tag == "pre" && !node.children.empty() && node.children.front().text.starts_with('\n'))
    out += '\n';
  for (const HtmlNode& child : node.children) write_html(child, out);
  out += "</" + node.tag + ">";
}

}  // namespace

const std::string* HtmlNode::find(std::string_view attribute) const {
  for (const auto& [name, value] : attributes) {
    if (name == attribute) return &value;
  }
  return nullptr;
}

void HtmlNode::set(std::string_view attribute, std::string value) {
  for (auto& [name, old] : attributes) {
    if (name != attribute) continue;
    old = std::move(value);
    return;
  }
  attributes.emplace_back(attribute, std::move(value));
}

void HtmlNode::remove(std::string_view attribute) {
  std::erase_if(attributes, [attribute](const auto& entry) { return entry.first == attribute; });
}

bool is_heading(const HtmlNode& node) {
  return node.tag.size() == 2 && node.tag[0] == 'h' && node.tag[1] >= '1' && node.tag[1] <= '6';
}

bool is_void_element(std::string_view tag) { return contains(kVoidElements, tag); }

std::string to_html(const HtmlNode& node) {
  std::string out;
  write_html(node, out);
  return out;
}

std::string to_html(std::span<const HtmlNode> nodes) {
  std::string out;
  for (const HtmlNode& node : nodes) write_html(node, out);
  return out;
}

std::string plain_text(std::span<const HtmlNode> nodes) {
  TextWriter writer;
  for (const HtmlNode& node : nodes) writer.write(node);
  return writer.take();
}

void fit_size(HtmlNode& node, int own_width, int own_height) {
  double width = to_number(node.find("width"));
  double height = to_number(node.find("height"));
  if (own_width <= 0 || own_height <= 0 || (width > 0 && height > 0)) return;
  const double proportion = static_cast<double>(own_width) / own_height;
  if (width == 0 && height == 0) width = own_width;
  if (width == 0) width = height * proportion;
  if (height == 0) height = width / proportion;
  node.set("width", std::to_string(std::max(1L, std::lround(width))));
  node.set("height", std::to_string(std::max(1L, std::lround(height))));
}

void add_block(HtmlNode node, HtmlNode& to) {
  constexpr std::array<std::string_view, 7> kHolders{"body",       "div",     "figure", "section",
                                                     "blockquote", "details", "dd"};
  if (std::find(kHolders.begin(), kHolders.end(), to.tag) == kHolders.end())
    return to.children.push_back(std::move(node));
  HtmlNode paragraph;
  paragraph.tag = "p";
  paragraph.at = node.at;
  paragraph.children.push_back(std::move(node));
  to.children.push_back(std::move(paragraph));
}

}  // namespace indexer
