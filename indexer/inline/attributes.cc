#include "indexer/inline/attributes.h"

#include <algorithm>
#include <utility>

#include "indexer/inline/images.h"
#include "indexer/lines/inline_text.h"
#include "indexer/tags/hidden_attributes.h"
#include "kb/text/ascii.h"

namespace indexer {
namespace {

constexpr std::size_t kLongestSpan = 2000;
constexpr int kMostBrackets = 20;  // brackets in one another

bool is_atx_heading(std::string_view line) {
  const std::string_view content = line.substr(content_start(line));
  const std::size_t size = std::min(content.find_first_not_of('#'), content.size());
  return size > 0 && size <= 6 && size < content.size() && kb::is_blank(content[size]);
}

bool is_underline(std::string_view line) {
  const std::string_view content =
      kb::trim(line.substr(std::min(line.find_first_not_of(" \t>"), line.size())));
  return !content.empty() && (content.front() == '=' || content.front() == '-') &&
         content.find_first_not_of(content.front()) == std::string_view::npos;
}

std::string with_id(std::string_view heading, const std::string& id) {
  return std::string(heading) + (id.empty() ? "" : " {#" + id + "}");
}

// The list at a heading's end: its id stays, as `{#id}`.
std::string read_heading(const std::string& line) {
  const std::string_view text = kb::trim_end(line);
  const std::size_t open = text.rfind('{');
  if (!text.ends_with('}') || open == std::string_view::npos || open == 0) return line;
  const auto list = read_attribute_list(text.substr(open));
  if (!list || open + list->size != text.size()) return line;
  std::string_view before = text.substr(0, open);
  const bool ends_plainly = !before.ends_with('\\') && !kb::trim_end(before).ends_with('#');
  if (list->id.size() + 3 == list->size && ends_plainly) return line;  // `{#id}`, as we have it
  const bool is_of_span = std::string_view(")]`*_").find(before.back()) != std::string_view::npos;
  if (list->id.empty() && is_of_span) return line;
  if (before.ends_with('\\') && !list->id.empty()) before.remove_suffix(1);
  if (before.ends_with('\\')) return line;
  before = kb::trim_end(before);
  const std::string_view open_heading = kb::trim_end(before, "#");
  if (open_heading.ends_with(' ') && kb::trim(open_heading, " \t#>").size() > 0)
    before = kb::trim_end(open_heading);
  return with_id(before, list->id);
}

// One line after another; a list on a line of its own belongs to the block above or below.
class BlockLists {
 public:
  explicit BlockLists(Lines& lines) : lines_(&lines) {}

  void run() {
    for (std::size_t i = 0; i < lines_->size(); ++i) {
      Line& line = (*lines_)[i];
      if (line.kind == LineKind::text) {
        const auto list = list_line(line.text);
        if (list && !drop(i, *list)) continue;
        if (is_heading(i)) give_id(line);
        if (!list && line.text.find_first_not_of(" \t>") != std::string::npos) id_.clear();
      }
      kept_.push_back(std::move(line));
    }
    *lines_ = std::move(kept_);
  }

 private:
  bool is_heading(std::size_t i) const {
    const bool has_line_below = i + 1 < lines_->size() && (*lines_)[i + 1].kind == LineKind::text;
    return is_atx_heading((*lines_)[i].text) || (has_line_below && is_underline((*lines_)[i + 1].text));
  }

  void give_id(Line& heading) {
    heading.rewrite(read_heading(heading.text));
    if (!heading.text.ends_with('}')) heading.rewrite(with_id(heading.text, std::exchange(id_, "")));
  }

  static std::optional<AttributeList> list_line(std::string_view line) {
    const std::string_view content = kb::trim(line.substr(content_start(line)));
    if (!content.starts_with('{')) return std::nullopt;
    auto list = read_attribute_list(content);
    return list && list->size == content.size() ? list : std::nullopt;
  }

  // Whether a line without text stays in its place, so that what is above and below does not become one.
  bool drop(std::size_t i, const AttributeList& list) {
    Line& line = (*lines_)[i];
    // Below a paragraph it is that one's.
    const bool stands_alone = kept_.empty() || is_blank_line(kept_.back().text);
    if (!list.id.empty() && !give_to_heading(list.id) && stands_alone) id_ = list.id;
    const std::string_view below = i + 1 < lines_->size() ? std::string_view((*lines_)[i + 1].text) : "";
    const bool is_in_list = content_start(below) > 0 || line.text.starts_with(' ');
    if (kb::trim(below).empty() || is_in_list) return false;
    line.rewrite("");
    return true;
  }

  bool give_to_heading(const std::string& id) {
    if (kept_.empty()) return false;
    const bool is_underlined = kept_.size() > 1 && is_underline(kept_.back().text);
    Line& line = is_underlined ? kept_[kept_.size() - 2] : kept_.back();
    if (line.kind != LineKind::text || !(is_underlined || is_atx_heading(line.text))) return false;
    if (!line.text.ends_with('}')) line.rewrite(with_id(kb::trim_end(line.text), id));
    return true;
  }

  Lines* lines_;
  Lines kept_;
  std::string id_;  // of a list that waits for the heading below it
};

// `[text]{.class}`: the text unless it is hidden, as something with the list's id when it has one.
std::optional<Replacement> read_span(std::string_view rest) {
  int depth = 0;
  for (std::size_t at = 0; at < std::min(rest.size(), kLongestSpan) && depth < kMostBrackets; ++at) {
    if (rest[at] == '\\')
      ++at;
    else if (rest[at] == '[')
      ++depth;
    else if (rest[at] == ']' && --depth == 0) {
      if (!rest.substr(at + 1).starts_with('{')) return std::nullopt;
      const auto list = read_attribute_list(rest.substr(at + 1));
      if (!list) return std::nullopt;
      if (hides_text(rest.substr(at + 1, list->size))) return Replacement{at + 1 + list->size, ""};
      const std::string text(rest.substr(1, at - 1));
      return Replacement{at + 1 + list->size,
                         list->id.empty() ? text : "<span id=\"" + list->id + "\">" + text + "</span>"};
    }
  }
  return std::nullopt;
}

void read_inline(Line& line) {
  const std::size_t first_target = line.text.find("](");
  const bool has_span = line.text.find("]{") != std::string::npos;
  line.rewrite(rewrite_inline(
      line.text, [&](std::string_view rest, std::string_view before) -> std::optional<Replacement> {
        if (rest.starts_with("![")) return read_image(rest);
        if (has_span && rest.front() == '[' && !before.ends_with('!') && !rest.starts_with("[^") &&
            !rest.starts_with("[!"))
          return read_span(rest);
        if (rest.front() != '{' || before.empty()) return std::nullopt;
        // `[a](b) {.c}` has a blank.
        const bool is_class = rest.starts_with("{.") || rest.starts_with("{:");
        const std::string_view owner = is_class ? kb::trim_end(before, " ") : before;
        const bool is_of_link = owner.ends_with(')') && first_target < before.size();
        if (!is_of_link && std::string_view("]`*_").find(before.back()) == std::string_view::npos)
          return std::nullopt;
        const auto list = read_attribute_list(rest);
        if (!list) return std::nullopt;
        return Replacement{list->size, ""};
      }));
}

}  // namespace

void read_attributes(Lines& lines) {
  BlockLists(lines).run();
  for (Line& line : lines) {
    const bool may_hold_one =
        line.text.find('{') != std::string::npos || line.text.find("![") != std::string::npos;
    // What stands behind `:::info[Title]` is the block's.
    const bool is_block = std::string_view(line.text).substr(content_start(line.text)).starts_with(":::");
    if (line.kind == LineKind::text && may_hold_one && !is_block) read_inline(line);
  }
}

}  // namespace indexer
