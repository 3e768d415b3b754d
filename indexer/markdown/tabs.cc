#include "indexer/markdown/tabs.h"

#include <algorithm>
#include <utility>

namespace indexer {
namespace {

bool has_class(const HtmlNode& node, std::string_view name) {
  const std::string* css = node.find("class");
  return css != nullptr && *css == name;
}

HtmlNode* child_of(HtmlNode& node, std::string_view tag) {
  const auto found = std::find_if(node.children.begin(), node.children.end(),
                                  [&](const HtmlNode& child) { return child.tag == tag; });
  return found == node.children.end() ? nullptr : &*found;
}

// A tab as render_html writes it. Raw HTML that looks the same is one, too.
bool is_tab(const HtmlNode& node) { return node.tag == "details" && has_class(node, "tab"); }

const std::string* id_of_tab(const HtmlNode& node) {
  for (const HtmlNode& child : node.children)
    if (has_class(child, "tab-text")) return child.find("id");
  return nullptr;
}

class TabNamer {
 public:
  explicit TabNamer(HeadingIds& ids) : ids_(&ids) {}

  void name_below(HtmlNode& node) {
    if (has_class(node, "tabs")) name_group(node);
    for (HtmlNode& child : node.children) name_below(child);
  }

  std::vector<std::string> take() { return std::move(in_order_); }

 private:
  void name_group(HtmlNode& group) {
    const std::string name = "tabs-" + std::to_string(++groups_);
    bool is_first = true;
    for (HtmlNode& tab : group.children) {
      HtmlNode* label = is_tab(tab) ? child_of(tab, "summary") : nullptr;
      HtmlNode* inside = is_tab(tab) ? child_of(tab, "div") : nullptr;
      if (label == nullptr || inside == nullptr) continue;
      tab.set("name", name);
      if (std::exchange(is_first, false)) tab.set("open", "");
      in_order_.push_back(ids_->make(plain_text(label->children)));
      inside->set("id", in_order_.back());
    }
  }

  HeadingIds* ids_;
  int groups_ = 0;
  std::vector<std::string> in_order_;
};

}  // namespace

bool is_tab(const MarkdownNode& node) { return node.type == NodeType::container && node.text == "tab"; }

void check_tabs(const MarkdownNode& node, const SourceText& source, RuleFindings& unknown) {
  const auto report = [&](const MarkdownNode& at, const char* what) {
    unknown.add(what, source.position(at.line, 1));
  };
  const bool is_group = node.type == NodeType::container && node.text == "tabs";
  if (is_group && std::none_of(node.children.begin(), node.children.end(),
                               [](const MarkdownNode& child) { return is_tab(child); }))
    report(node, "`:::tabs` without a line `::tab[Label]` has nothing to choose from");
  for (const MarkdownNode& child : node.children) {
    if (is_group && is_tab(child) && child.info.empty())
      report(child, "a tab without a label is shown by its number, write `::tab[Label]`");
    if (is_group && is_tab(child) && child.children.empty()) report(child, "a tab is empty");
    check_tabs(child, source, unknown);
  }
}

std::vector<std::string> name_tabs(HtmlNode& body, HeadingIds& ids) {
  TabNamer namer(ids);
  namer.name_below(body);
  return namer.take();
}

std::vector<kb::Tab> tabs_in(std::span<const HtmlNode> nodes, std::string_view text) {
  std::vector<kb::Tab> tabs;
  std::size_t from = 0;
  const auto search = [&](const auto& self, std::span<const HtmlNode> within) -> void {
    for (const HtmlNode& node : within) {
      const std::string* id = is_tab(node) ? id_of_tab(node) : nullptr;
      if (id == nullptr) {
        self(self, node.children);
        continue;
      }
      const std::string inside = plain_text(std::span(&node, 1));
      const std::size_t begin = text.find(inside, from);
      if (begin == std::string_view::npos) continue;
      from = begin + inside.size();
      tabs.push_back({*id, begin, from});
    }
  };
  search(search, nodes);
  return tabs;
}

}  // namespace indexer
