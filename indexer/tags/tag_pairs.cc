#include "indexer/tags/tag_pairs.h"

#include <algorithm>
#include <map>
#include <set>

#include "indexer/lines/inline_text.h"
#include "kb/text/ascii.h"

namespace indexer {
namespace {

constexpr std::size_t kMaxTagInline = 600;     // bytes of a tag that has text before it
constexpr std::size_t kMaxTagLines = 100;      // of a tag that begins a line
constexpr std::size_t kMaxTagBytes = 8 << 10;  // the same

// Whether such a tag says something without a partner.
bool can_stand_alone(const PlacedTag& placed) {
  if (placed.tag.form == TagForm::alone) return true;
  const TagRole role = placed.rule.role;
  if (role == TagRole::nothing || role == TagRole::image || role == TagRole::included_alert) return true;
  const bool is_template = placed.tag.style != TagStyle::component;
  return is_template && (role == TagRole::card || role == TagRole::link || role == TagRole::words);
}

class TagFinder {
 public:
  TagFinder(const Lines& lines, bool is_mdx) : lines_(&lines), is_mdx_(is_mdx) {}

  TaggedText run() {
    while (number_ < lines_->size()) {
      const Line& line = (*lines_)[number_];
      const std::string_view text = line.text;
      // What stands in a component is never indented code.
      const std::size_t indentation = std::min(text.find_first_not_of(" \t"), text.size());
      const LineKind kind = kinds_.next(stack_.empty() ? text : text.substr(indentation));
      out_.lines.push_back({line, {}});
      if (kind == LineKind::text) read(line.text);
      ++number_;
    }
    for (const std::size_t open : stack_) leave_alone(out_.tags[open]);
    find_parents();
    return std::move(out_);
  }

 private:
  void read(std::string text) {
    text_ = std::move(text);
    at_ = kept_ = 0;
    while (at_ < text_.size()) {
      if (!step()) ++at_;
    }
    if (!out_.lines.back().pieces.empty() || text_ != out_.lines.back().line.text) keep_text();
  }

  // Whether it went on by itself.
  bool step() {
    const std::string_view rest = std::string_view(text_).substr(at_);
    std::size_t passed = code_or_comment(rest);
    if (passed == 0 && rest.front() == '\\') passed = std::min<std::size_t>(2, rest.size());
    at_ += passed;
    return passed > 0 || (may_begin_tag(rest) && (take_tag() || take_html()));
  }

  bool begins_line() const {
    constexpr std::size_t kMaxIndentation = 200;
    return at_ < kMaxIndentation && content_start(text_) == at_;
  }

  // What is left of the line, and of the next ones when a tag may go on there.
  std::string reach() const {
    std::string window = text_.substr(at_);
    const std::size_t last = std::min(lines_->size(), number_ + kMaxTagLines);
    for (std::size_t next = number_ + 1; next < last; ++next) {
      const std::string& line = (*lines_)[next].text;
      const bool is_blank = line.find_first_not_of(" \t") == std::string::npos;
      if ((is_blank && !is_mdx_) || window.size() + line.size() > kMaxTagBytes) break;
      window += '\n';
      window += line;
    }
    return window;
  }

  bool take_tag() {
    const std::string_view rest = std::string_view(text_).substr(at_, kMaxTagInline);
    std::optional<Tag> tag = tag_at(rest);
    if (tag) return accept(std::move(*tag));
    const bool is_ended = rest.starts_with('<') && rest.size() > 1 && !kb::is_upper(rest[1]);
    if ((is_ended && !(is_mdx_ && kb::is_letter(rest[1]))) || !begins_line()) return false;
    const std::string window = reach();
    tag = tag_at(window);
    if (!tag || !is_known(*tag)) return false;
    go_over_lines(window, tag->size);
    return accept(std::move(*tag));
  }

  std::optional<Tag> tag_at(std::string_view rest) const {
    std::optional<Tag> tag = read_tag(rest);
    return tag || !is_mdx_ ? std::move(tag) : read_element(rest);
  }

  // Makes what the window holds the text of this line.
  void go_over_lines(const std::string& window, std::size_t size) {
    const auto used = std::count(window.begin(), window.begin() + static_cast<std::ptrdiff_t>(size), '\n');
    const std::size_t line_end = std::min(window.find('\n', size), window.size());
    text_ = text_.substr(0, at_) + window.substr(0, line_end);
    number_ += static_cast<std::size_t>(used);
  }

  static bool is_known(const Tag& tag) {
    return tag.style == TagStyle::component || tag_rule(tag).role != TagRole::unknown;
  }

  bool accept(Tag tag) {
    if (!is_known(tag)) return false;
    PlacedTag placed;
    placed.rule = tag_rule(tag);
    placed.written = tag.style == TagStyle::element ? element_html(tag) : text_.substr(at_, tag.size);
    placed.line = out_.lines.size() - 1;
    placed.column = at_;
    placed.holds_code = holds_code(tag, placed.rule);
    placed.tag = std::move(tag);
    if (placed.tag.name == "ifversion") placed.tag.name = "if";  // what `{% endif %}` closes
    if (placed.tag.form == TagForm::open && (placed.holds_code || placed.rule.role == TagRole::verbatim)) {
      return take_verbatim(std::move(placed));
    }
    place(std::move(placed));
    return true;
  }

  // Docsy's `{{< tabpane >}}` holds code unless it says `text=true`.
  bool holds_code(const Tag& tag, const TagRule& rule) const {
    if (rule.role == TagRole::code) return true;
    if (rule.role != TagRole::tab || stack_.empty() || text_.compare(at_, 3, "{{<") != 0) return false;
    const Tag& parent = out_.tags[stack_.back()].tag;
    return parent.name == "tabpane" && parent.value({"text"}) != "true" && tag.value({"text"}) != "true";
  }

  std::size_t place(PlacedTag placed) {
    keep_text();
    at_ += placed.tag.size;
    kept_ = at_;
    const std::size_t index = out_.tags.size();
    out_.lines.back().pieces.push_back({"", index});
    if (placed.tag.form == TagForm::close) {
      close(placed, index);
    } else if (placed.tag.form == TagForm::open) {
      stack_.push_back(index);
      ++open_[placed.tag.name];
    }
    out_.tags.push_back(std::move(placed));
    return index;
  }

  void close(PlacedTag& placed, std::size_t index) {
    const auto count = open_.find(placed.tag.name);
    if (count == open_.end() || count->second == 0) {
      placed.is_text = true;
      return;
    }
    std::size_t open = stack_.back();
    while (out_.tags[open].tag.name != placed.tag.name) {
      leave_alone(out_.tags[open]);
      pop();
      open = stack_.back();
    }
    pop();
    out_.tags[open].partner = index;
    placed.partner = open;
    placed.rule = out_.tags[open].rule;
  }

  void find_parents() {
    std::vector<std::size_t> pairs;  // that are open
    for (std::size_t i = 0; i < out_.tags.size(); ++i) {
      PlacedTag& placed = out_.tags[i];
      const bool is_pair = placed.partner != kNoTag;
      if (is_pair && placed.tag.form == TagForm::close) pairs.pop_back();
      placed.parent = pairs.empty() ? kNoTag : pairs.back();
      placed.depth = pairs.size();
      if (is_pair && placed.tag.form == TagForm::open) pairs.push_back(i);
    }
  }

  void pop() {
    --open_[out_.tags[stack_.back()].tag.name];
    stack_.pop_back();
  }

  static void leave_alone(PlacedTag& placed) { placed.is_text = !can_stand_alone(placed); }

  // Passes over what stands until the closing tag.
  bool take_verbatim(PlacedTag placed) {
    const std::string name = placed.tag.name;
    if (endless_.contains(name)) return false;
    const std::size_t start = at_ + placed.written.size();
    std::size_t line = number_;
    std::size_t found = closing_tag(text_, start, name);
    while (found == std::string::npos && ++line < lines_->size())
      found = closing_tag((*lines_)[line].text, 0, name);
    if (found == std::string::npos) {
      endless_.insert(name);
      return false;
    }
    place(std::move(placed));
    if (line > number_) {
      keep_text(text_.size());
      while (++number_ < line) out_.lines.push_back({(*lines_)[number_], {}});
      out_.lines.push_back({(*lines_)[number_], {}});
      text_ = (*lines_)[number_].text;
      kept_ = 0;
    }
    at_ = found;
    std::optional<Tag> tag = read_tag(std::string_view(text_).substr(at_));
    return accept(std::move(*tag));
  }

  static std::size_t closing_tag(std::string_view text, std::size_t from, std::string_view name) {
    for (std::size_t at = text.find('{', from); at != std::string_view::npos; at = text.find('{', at + 1)) {
      const std::string_view rest = text.substr(at, kMaxTagInline);
      if (!may_begin_tag(rest)) continue;
      const std::optional<Tag> tag = read_tag(rest);
      if (tag && tag->form == TagForm::close && tag->name == name) return at;
    }
    return std::string_view::npos;
  }

  // An HTML element with attributes in braces.
  bool take_html() {
    const std::string_view rest = std::string_view(text_).substr(at_, kMaxTagInline);
    if (!rest.starts_with('<')) return false;
    std::size_t size = 0;
    if (rest.find('>') != std::string_view::npos) {
      if (rest.find('{') == std::string_view::npos) return false;
      const auto html = html_without_code(rest, size);
      return put_html(html, size);
    }
    if (!begins_line()) return false;
    const std::string window = reach();
    const auto html = html_without_code(window, size);
    if (html) go_over_lines(window, size);
    return put_html(html, size);
  }

  // In the place of what was written, and goes on behind it.
  bool put_html(const std::optional<std::string>& html, std::size_t size) {
    if (!html) return false;
    text_.replace(at_, size, *html);
    at_ += html->size();
    return true;
  }

  void keep_text() { keep_text(at_); }
  void keep_text(std::size_t end) {
    if (end > kept_) out_.lines.back().pieces.push_back({text_.substr(kept_, end - kept_), kNoTag});
    kept_ = end;
  }

  const Lines* lines_;
  bool is_mdx_;
  LineKinds kinds_;
  TaggedText out_;
  std::size_t number_ = 0;  // of the line that is read
  std::string text_;        // of it, with what a tag adds from the next ones
  std::size_t at_ = 0;
  std::size_t kept_ = 0;            // what stands before it is in pieces
  std::vector<std::size_t> stack_;  // tags that are open
  std::map<std::string, std::size_t> open_;
  std::set<std::string> endless_;
};

}  // namespace

TaggedText find_tags(const Lines& lines, bool is_mdx) { return TagFinder(lines, is_mdx).run(); }

}  // namespace indexer
