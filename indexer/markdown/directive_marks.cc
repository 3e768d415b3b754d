#include "indexer/markdown/directive_marks.h"

#include <algorithm>
#include <charconv>
#include <optional>
#include <set>

#include "kb/text/ascii.h"

namespace indexer {
namespace {

constexpr std::size_t kMaxNested = 20;
constexpr std::string_view kImage = ":::image";

// A mark that the text does not hold.
std::string unused_mark(std::string_view text) {
  constexpr std::string_view kName = "firstline";
  std::set<std::string_view> used;
  for (std::size_t at = text.find(kName); at != std::string_view::npos; at = text.find(kName, at + 1)) {
    const std::string_view rest = text.substr(at + kName.size());
    used.insert(rest.substr(0, rest.find_first_not_of("0123456789")));
  }
  int number = 0;
  while (used.contains(std::to_string(number))) ++number;
  return std::string(kName) + std::to_string(number) + ":";
}

class Marker {
 public:
  explicit Marker(const SourceText& source) { result_.mark = unused_mark(source.text()); }

  void keep_line(std::string_view line) {
    result_.text += line;
    result_.text += '\n';
  }

  void add_line(std::string_view line, int number) {
    const std::size_t start = content_start(line);
    const std::string_view content = line.substr(start);
    std::optional<Directive> found;
    if (content.starts_with(kDirectiveFence) && !content.starts_with(kImage)) found = read_directive(content);
    if (found) {
      result_.text += line.substr(0, start);
      result_.text += "<!--" + keep(*found, number, start) + "-->";
    } else {
      add_images(line, number);
    }
    result_.text += '\n';
  }

  MarkedText take() { return std::move(result_); }

 private:
  void add_images(std::string_view line, int number) {
    std::size_t done = 0;
    for (std::size_t at = line.find(kImage); at != std::string_view::npos; at = line.find(kImage, done)) {
      const std::size_t close = line.find(kDirectiveFence, at + kImage.size());
      if (close == std::string_view::npos) break;
      result_.text += line.substr(done, at - done);
      done = close + kDirectiveFence.size();
      result_.text += "<" + keep(read_image_directive(line.substr(at, done - at)), number, at) + ">";
    }
    result_.text += line.substr(done);
  }

  std::string keep(Directive directive, int number, std::size_t start) {
    directive.line = number;
    directive.column = static_cast<int>(start) + 1;
    result_.directives.push_back(std::move(directive));
    return result_.mark + std::to_string(result_.directives.size() - 1);
  }

  MarkedText result_;
};

// The marks of a text, found in what the parser made of them.
class Placer {
 public:
  Placer(const MarkedText& marked, const SourceText& source, RuleFindings& unknown)
      : marked_(&marked), source_(&source), unknown_(&unknown) {}

  void place(MarkdownNode& node) {
    std::vector<MarkdownNode> placed;
    std::vector<Open> open;
    for (MarkdownNode& child : node.children) {
      const Directive* found = directive_of(child);
      if (found == nullptr) {
        restore_texts(child);
        place(child);
        add(placed, open, std::move(child));
      } else if (found->kind == DirectiveKind::image) {
        add(placed, open, image_node(*found));
      } else {
        place_block(placed, open, *found);
      }
    }
    while (!open.empty()) abandon(placed, open);
    node.children = std::move(placed);
  }

 private:
  struct Open {
    MarkdownNode container;
    const Directive* directive;
  };

  // The directive that a node stands for as a whole, if any.
  const Directive* directive_of(const MarkdownNode& node) const {
    if (node.type == NodeType::link && node.url.starts_with(marked_->mark)) return by_number(node.url);
    if (node.type != NodeType::html_block && node.type != NodeType::html_inline) return nullptr;
    constexpr std::string_view kOpen = "<!--";
    const std::size_t begin = node.text.find_first_not_of(" \t");
    if (begin == std::string::npos || node.text.compare(begin, kOpen.size(), kOpen) != 0) return nullptr;
    const std::string_view inside = std::string_view(node.text).substr(begin + kOpen.size());
    const std::size_t end = inside.find("-->");
    return end == std::string_view::npos ? nullptr : by_number(inside.substr(0, end));
  }

  // Of a mark without the signs around it.
  const Directive* by_number(std::string_view mark) const {
    if (!mark.starts_with(marked_->mark)) return nullptr;
    mark.remove_prefix(marked_->mark.size());
    std::size_t number = 0;
    const auto [end, error] = std::from_chars(mark.data(), mark.data() + mark.size(), number);
    if (error != std::errc() || end != mark.data() + mark.size()) return nullptr;
    return number < marked_->directives.size() ? &marked_->directives[number] : nullptr;
  }

  static void add(std::vector<MarkdownNode>& placed, std::vector<Open>& open, MarkdownNode node) {
    (open.empty() ? placed : open.back().container.children).push_back(std::move(node));
  }

  void place_block(std::vector<MarkdownNode>& placed, std::vector<Open>& open, const Directive& found) {
    if (found.kind == DirectiveKind::open && open.size() < kMaxNested) {
      open.push_back({container_node(found), &found});
    } else if (found.kind == DirectiveKind::close && !open.empty()) {
      MarkdownNode closed = std::move(open.back().container);
      closed.end_line = found.line;
      open.pop_back();
      add(placed, open, std::move(closed));
    } else if (found.kind == DirectiveKind::close) {
      unknown_->add("`:::` closes nothing", position(found));
    } else {
      name_unknown(found);
    }
  }

  MarkdownNode container_node(const Directive& found) {
    if (!is_known_block(found.name)) name_unknown(found);
    MarkdownNode container;
    container.type = NodeType::container;
    container.text = found.name;
    container.info = found.title;
    container.is_open = found.is_open;
    container.line = container.end_line = found.line;
    return container;
  }

  // A block that nobody closed ends at the next heading: the rest of the page is not a note.
  void abandon(std::vector<MarkdownNode>& placed, std::vector<Open>& open) {
    Open last = std::move(open.back());
    open.pop_back();
    unknown_->add("`:::" + last.directive->name + "` is never closed, end it with a line `:::`",
                  position(*last.directive));
    auto& inside = last.container.children;
    const auto end = std::find_if(inside.begin(), inside.end(), [](const MarkdownNode& node) {
      return node.type == NodeType::heading || node.type == NodeType::footnote;
    });
    std::vector<MarkdownNode> after(std::make_move_iterator(end), std::make_move_iterator(inside.end()));
    inside.erase(end, inside.end());
    add(placed, open, std::move(last.container));
    for (MarkdownNode& node : after) add(placed, open, std::move(node));
  }

  MarkdownNode image_node(const Directive& found) {
    MarkdownNode alt;
    alt.type = NodeType::text;
    alt.text = found.title;
    MarkdownNode image;
    image.type = NodeType::image;
    image.url = found.url;
    image.line = found.line;
    image.column = found.column;
    image.children.push_back(std::move(alt));
    return image;
  }

  void name_unknown(const Directive& found) {
    if (found.name.ends_with("-end")) return;  // its beginning was named
    unknown_->add("`:::` blocks of a kind that is not known have no frame, what is inside is kept",
                  position(found));
  }

  Position position(const Directive& found) const { return source_->position(found.line, found.column); }

  void restore_texts(MarkdownNode& node) {
    for (std::string* text : {&node.text, &node.url, &node.info}) {
      const Directive* found = restore(*text);
      if (found != nullptr && node.type == NodeType::html_block && !node.text.starts_with("<!--")) {
        unknown_->add("`:::` inside raw HTML is not understood, put an empty line before it",
                      position(*found));
      }
    }
  }

  // Puts back what was written in place of the marks; the last directive of them.
  const Directive* restore(std::string& text) const {
    const Directive* last = nullptr;
    std::size_t at = text.find(marked_->mark);
    while (at != std::string::npos) {
      const std::size_t digits_end = text.find_first_not_of("0123456789", at + marked_->mark.size());
      const Directive* found = by_number(std::string_view(text).substr(at, digits_end - at));
      const std::size_t begin = text.rfind('<', at);
      const std::size_t end = text.find('>', at);
      if (found == nullptr || begin == std::string::npos || end == std::string::npos) return last;
      text.replace(begin, end + 1 - begin, found->source);
      at = text.find(marked_->mark, begin + found->source.size());
      last = found;
    }
    return last;
  }

  const MarkedText* marked_;
  const SourceText* source_;
  RuleFindings* unknown_;
};

}  // namespace

MarkedText mark_directives(const SourceText& source) {
  Marker marker(source);
  for (int number = 1; number <= source.line_count(); ++number) {
    if (source.kind(number) == LineKind::comment) {
      marker.keep_line(source.line(number));  // a mark would close the comment
    } else {
      marker.add_line(source.line(number), number);
    }
  }
  return marker.take();
}

void place_directives(MarkdownNode& document, const MarkedText& marked, const SourceText& source,
                      RuleFindings& unknown) {
  if (!marked.directives.empty()) Placer(marked, source, unknown).place(document);
}

}  // namespace indexer
