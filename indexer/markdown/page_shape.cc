#include "indexer/markdown/page_shape.h"

#include <algorithm>
#include <charconv>
#include <functional>
#include <set>

#include "kb/text/ascii.h"
#include "kb/text/emoji.h"

namespace indexer {
namespace {

using Visit = std::function<void(HtmlNode&)>;

void for_each_element(HtmlNode& node, const Visit& visit) {
  for (HtmlNode& child : node.children) {
    if (child.is_text()) continue;
    visit(child);
    for_each_element(child, visit);
  }
}

// As GitHub reads a heading: without the numbers of footnotes.
std::string inner_text(const HtmlNode& node) {
  if (node.is_text()) return node.text;
  const std::string* css = node.find("class");
  if (css != nullptr && *css == "footnote-ref") return "";
  std::string text;
  for (const HtmlNode& child : node.children) text += inner_text(child);
  return text;
}

// In CSS pixels.
constexpr int kColumn = 688;       // of an article
constexpr int kWideImage = 1'100;  // 1.6 times as wide: it has lost much there, too
constexpr int kWideDrawing = 480;  // of one at least twice as wide as high

class IdAssigner {
 public:
  IdAssigner(HeadingIds& ids, RuleFindings& duplicates) : ids_(&ids), duplicates_(&duplicates) {}

  // Ids chosen by the writer come first, so that a generated one gives way.
  void reserve_chosen(HtmlNode& node) {
    const std::string* id = is_heading(node) ? node.find("id") : nullptr;
    if (id == nullptr || ids_->reserve(*id)) return;
    report(node, *id);
    node.remove("id");
  }

  void generate(HtmlNode& node) {
    if (!is_heading(node)) return;
    if (node.find("id") == nullptr)
      node.attributes.insert(node.attributes.begin(), {"id", ids_->make(inner_text(node))});
    headings_.push_back(*node.find("id"));
    on_page_.insert(headings_.back());
  }

  void check_others(HtmlNode& node) {
    const std::string* id = node.find("id");
    if (is_heading(node)) ++passed_headings_;
    if (id == nullptr) return;
    if (is_heading(node) || on_page_.insert(*id).second) return keep(node);
    if (!is_beside_heading(*id)) report(node, *id);
    node.remove("id");
    node.remove("name");
  }

  std::vector<std::string> take() { return std::move(in_order_); }

 private:
  void keep(const HtmlNode& node) {
    in_order_.push_back(*node.find("id"));
    const std::string* name = node.find("name");
    if (name != nullptr && on_page_.insert(*name).second) in_order_.push_back(*name);
  }

  // `<a id="setup"></a>` before or below the heading "Setup" leads to the same place: a habit, not a mistake.
  bool is_beside_heading(const std::string& id) const {
    const bool is_last = passed_headings_ > 0 && headings_[passed_headings_ - 1] == id;
    return is_last || (passed_headings_ < headings_.size() && headings_[passed_headings_] == id);
  }

  void report(const HtmlNode& node, const std::string& id) {
    duplicates_->add("the id \"" + id + "\" is used more than once on this page", node.at);
  }

  HeadingIds* ids_;
  RuleFindings* duplicates_;
  std::vector<std::string> headings_;  // ids of all headings, in order
  std::size_t passed_headings_ = 0;
  std::set<std::string> on_page_;
  std::vector<std::string> in_order_;
};

HtmlNode table_region(HtmlNode table, const std::string& label) {
  HtmlNode region;
  region.tag = "div";
  region.attributes = {{"class", "table"}, {"tabindex", "0"}, {"role", "region"}, {"aria-label", label}};
  region.children.push_back(std::move(table));
  return region;
}

// A header cell without a word, as left above the row names, is read out as a header of nothing.
void unname_empty_headers(HtmlNode& table) {
  for_each_element(table, [](HtmlNode& node) {
    if (node.tag == "th" && plain_text(node.children).empty()) node.tag = "td";
  });
}

// Each table repeats the heading above it, so a long one is not taken.
std::string table_label(const HtmlNode& heading, const std::string& before) {
  constexpr std::size_t kMaxLabel = 1'000;
  std::string label = plain_text(heading.children);
  return label.size() <= kMaxLabel ? label : before;
}

void wrap_tables_below(HtmlNode& node, std::string& label) {
  for (HtmlNode& child : node.children) {
    if (is_heading(child)) label = table_label(child, label);
    if (child.tag == "table") {
      unname_empty_headers(child);
      child = table_region(std::move(child), label);
    } else {
      wrap_tables_below(child, label);
    }
  }
}

int pixels_of_side(const HtmlNode& image, std::string_view side) {
  int pixels = 0;
  if (const std::string* digits = image.find(side))
    std::from_chars(digits->data(), digits->data() + digits->size(), pixels);
  return pixels;
}

// Of an image with copies: the column's width, or less where the image or the screen is narrower.
std::string sizes_of(const HtmlNode& image) {
  const int width = pixels_of_side(image, "width");
  if (width <= 0 || width >= kColumn) return "(min-width: 48rem) 43rem, 100vw";
  return "(min-width: " + std::to_string(width) + "px) " + std::to_string(width) + "px, 100vw";
}

// Whether an image shows so much side by side that its words cannot be read in the width of a phone. A
// photograph can.
bool is_wide_image(const HtmlNode& image) {
  const int width = pixels_of_side(image, "width");
  const int height = pixels_of_side(image, "height");
  const std::string* source = image.find("src");
  if (image.tag != "img" || source == nullptr || height == 0) return false;
  const std::string file = kb::to_lower(*source);
  if (file.ends_with(".jpg") || file.ends_with(".jpeg")) return false;
  const bool is_broad = 3 * width >= 4 * height && width > kWideImage;
  return is_broad || (file.ends_with(".svg") && width >= 2 * height && width >= kWideDrawing);
}

// Whether the first line of a paragraph or figure is a wide image, or one that is a link.
bool begins_with_wide_image(const HtmlNode& node) {
  const auto is_content = [](const HtmlNode& child) {
    return !child.is_text() || child.text.find_first_not_of(kb::kSpaces) != std::string::npos;
  };
  const auto& children = node.children;
  const auto first = std::find_if(children.begin(), children.end(), is_content);
  if (first == children.end()) return false;
  const bool is_linked = first->tag == "a" && first->children.size() == 1;
  if (!is_wide_image(is_linked ? first->children.front() : *first)) return false;
  const auto next = std::find_if(first + 1, children.end(), is_content);
  return next == children.end() || next->tag == "br" || next->tag == "figcaption";
}

}  // namespace

std::vector<std::string> assign_ids(HtmlNode& body, HeadingIds& ids, RuleFindings& duplicates) {
  IdAssigner assigner(ids, duplicates);
  for_each_element(body, [&](HtmlNode& node) { assigner.reserve_chosen(node); });
  for_each_element(body, [&](HtmlNode& node) { assigner.generate(node); });
  for_each_element(body, [&](HtmlNode& node) { assigner.check_others(node); });
  return assigner.take();
}

void draw_emoji(HtmlNode& node) {
  if (node.is_text()) node.text = kb::with_emoji(node.text);
  const bool is_code = node.tag == "code" || node.tag == "pre" || node.tag == "kbd" || node.tag == "samp";
  if (is_code) return;
  for (HtmlNode& child : node.children) draw_emoji(child);
}

void lower_headings(HtmlNode& body) {
  for_each_element(body, [](HtmlNode& node) {
    if (node.tag == "h1") node.tag = "h2";
  });
}

void unwrap_paragraphs(HtmlNode& body) {
  for_each_element(body, [](HtmlNode& node) {
    const bool is_line =
        is_heading(node) || node.tag == "summary" || node.tag == "dt" || node.tag == "th" || node.tag == "td";
    const auto is_text = [](const HtmlNode& child) {
      return !child.is_text() || child.text.find_first_not_of(kb::kSpaces) != std::string::npos;
    };
    if (!is_line || std::count_if(node.children.begin(), node.children.end(), is_text) != 1) return;
    const auto only = std::find_if(node.children.begin(), node.children.end(), is_text);
    if (only->tag != "p" || !only->attributes.empty()) return;
    std::vector<HtmlNode> inside = std::move(only->children);
    node.children = std::move(inside);
  });
}

void wrap_tables(HtmlNode& body, const std::string& default_label) {
  std::string label = default_label;
  wrap_tables_below(body, label);
}

void shape_images(HtmlNode& body) {
  for_each_element(body, [](HtmlNode& node) {
    if (node.tag == "img" && node.find("srcset") != nullptr) node.set("sizes", sizes_of(node));
  });
  for_each_element(body, [](HtmlNode& node) {
    if ((node.tag != "p" && node.tag != "figure") || !begins_with_wide_image(node)) return;
    const std::string* css = node.find("class");
    node.set("class", css == nullptr ? "wide" : *css + " wide");
    for_each_element(node, [](HtmlNode& child) {
      if (child.find("sizes") != nullptr) child.set("sizes", "(min-width: 48rem) 43rem, 40rem");
    });
  });
}

}  // namespace indexer
