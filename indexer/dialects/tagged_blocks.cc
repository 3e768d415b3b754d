#include "indexer/dialects/tagged_blocks.h"

#include <algorithm>

#include "indexer/lines/line_writer.h"
#include "indexer/lines/markdown_words.h"
#include "indexer/tags/tag_inside.h"
#include "indexer/tags/tag_labels.h"
#include "indexer/tags/tag_pairs.h"
#include "indexer/tags/tag_words.h"
#include "kb/text/ascii.h"
#include "kb/text/utf8.h"

namespace indexer {
namespace {

constexpr std::size_t kMaxTagDepth = 18;  // :::blocks in one another; directive_marks.cc has 20

bool is_table_row(std::string_view content) { return content.starts_with('|'); }

// What an opening tag has written, for its partner.
struct Opened {
  std::string prefix;     // of the lines that close it
  std::size_t shift = 0;  // columns by which what is inside moves to the left
  std::string fence;      // of code
  bool is_block = false;  // has lines of its own
  bool is_boxed = false;  // wrote a `:::` line
  bool is_link = false;   // wrote the beginning of a link
  bool is_apart = false;  // wrote the tag of an element on a line of its own
  std::size_t tabs = 0;   // so far
};

class TagWriter {
 public:
  TagWriter(TaggedText text, RuleFindings& unknown) : text_(std::move(text)), unknown_(&unknown) {
    opened_.resize(text_.tags.size());
  }

  Lines run() {
    for (number_ = 0; number_ < text_.lines.size(); ++number_) {
      TaggedLine& line = text_.lines[number_];
      if (line.pieces.empty() && hidden_ != kNoTag) continue;
      if (line.pieces.empty()) {
        if (shift_ > 0) line.line.rewrite(std::string(without_indentation(line.line.text, shift_)));
        out_.keep(std::move(line.line));
      } else {
        write(line);
      }
    }
    return out_.take();
  }

 private:
  void write(const TaggedLine& line) {
    const std::string whole = whole_line(line);
    const std::size_t start = std::min(content_start(whole), kept_text(line));
    const std::string_view prefix = std::string_view(whole).substr(0, start);
    out_.begin(line.line, std::string(without_indentation(prefix, shift_)));
    left_gap_ = false;
    is_lone_ = std::count_if(line.pieces.begin(), line.pieces.end(), [](const LinePiece& piece) {
                 return !is_blank_line(piece.text) || piece.tag != kNoTag;
               }) == 1;
    bool is_first = true;
    for (const LinePiece& piece : line.pieces) {
      if (hidden_ != kNoTag && !ends_hidden(piece)) {
        left_gap_ = true;
      } else if (piece.tag == kNoTag) {
        out_.text(std::string_view(piece.text).substr(is_first ? std::min(start, piece.text.size()) : 0));
      } else {
        const PlacedTag& placed = text_.tags[piece.tag];
        placed.is_text ? out_.text(placed.written) : take(placed, piece.tag);
      }
      is_first = false;
    }
    if (!out_.has_text() && !out_.has_written() && left_gap_) out_.gap();
    out_.end();
  }

  // Whether what is hidden ends with this piece: at its closing tag, or at `{% else %}`.
  bool ends_hidden(const LinePiece& piece) {
    if (piece.tag == kNoTag) return false;
    const PlacedTag& placed = text_.tags[piece.tag];
    const bool ends =
        piece.tag == text_.tags[hidden_].partner || (placed.parent == hidden_ && placed.tag.name == "else");
    if (ends) hidden_ = kNoTag;
    return ends;
  }

  static std::string whole_line(const TaggedLine& line) {
    return line.pieces.front().tag == kNoTag ? line.pieces.front().text + "x" : "";
  }
  static std::size_t kept_text(const TaggedLine& line) { return line.pieces.front().text.size(); }

  void take(const PlacedTag& placed, std::size_t index) {
    if (placed.partner == kNoTag) {
      alone(placed);
    } else if (placed.tag.form == TagForm::open) {
      open(placed, index);
    } else {
      close(placed);
    }
  }

  bool has_lines(const PlacedTag& placed) const { return text_.tags[placed.partner].line > placed.line; }

  // Whether a tag stands on lines of its own. One within a text is part of it.
  bool is_block(const PlacedTag& placed) const {
    if (is_table_row(std::string_view(out_.source().text).substr(content_start(out_.source().text))))
      return false;
    return placed.partner != kNoTag && has_lines(placed) ? true : !out_.has_text();
  }

  void open(const PlacedTag& placed, std::size_t index) {
    Opened& opened = opened_[index];
    opened.is_block = is_block(placed);
    opened.shift = opened.is_block && has_lines(placed) ? shift_inside(placed) : 0;
    const std::size_t edge = opened.is_block && has_lines(placed) ? edge_ : indentation(out_.prefix());
    if (is_blank_line(out_.prefix()) && edge < indentation(out_.prefix()) + shift_) {
      out_.set_prefix(std::string(edge - std::min(edge, shift_), ' '));
    }
    write_open(placed, opened);
    opened.prefix = next_prefix(out_.prefix());
    shift_ += opened.shift;
  }

  // Columns that the lines inside have more than the tag; sets edge_ to those that all have.
  std::size_t shift_inside(const PlacedTag& placed) {
    const std::size_t own = indentation(next_prefix(out_.prefix())) + shift_;
    edge_ = own;
    if (placed.depth >= kMaxTagDepth) return 0;
    std::size_t least = static_cast<std::size_t>(-1);
    const std::size_t end = text_.tags[placed.partner].line;
    for (std::size_t at = placed.line + 1; at < end; ++at) {
      const std::string& line = text_.lines[at].line.text;
      if (!is_blank_line(line)) least = std::min(least, indentation(line));
    }
    if (least == static_cast<std::size_t>(-1)) return 0;
    edge_ = std::min(own, least);
    return least > own ? least - own : 0;
  }

  void write_open(const PlacedTag& placed, Opened& opened) {
    const std::string label = label_of(placed);
    const bool is_box = opened.is_block && placed.depth < kMaxTagDepth;
    switch (placed.rule.role) {
      case TagRole::alert:
      case TagRole::details:
      case TagRole::tabs:
      case TagRole::tab:
      case TagRole::code_group:
      case TagRole::steps:
      case TagRole::step:
      case TagRole::code:
        if (!is_box) return inline_label(label);
        return box(placed, opened, label);
      case TagRole::card:
      case TagRole::listing:
      case TagRole::fields:
        return opened.is_block ? show(placed) : inline_label(label);
      case TagRole::link:
        opened.is_link = is_short_link(text_, placed);
        if (opened.is_link) out_.text("[");
        return;
      case TagRole::label:
        return opened.is_block ? out_.paragraph(strong_words(label)) : inline_label(label);
      case TagRole::entry:
        return entry(placed, label);
      case TagRole::image:
        opened.is_block ? out_.paragraph(image_words(placed.tag, label))
                        : out_.text(image_words(placed.tag, label));
        return;
      case TagRole::element:
      case TagRole::part:
        return element(placed, opened);
      case TagRole::hidden:
        if (placed.tag.name == "for" || placed.tag.name == "tablerow")
          name(placed, "loops are left out, with the text that they make");
        hidden_ = text_.tags[placed.partner].partner;
        return;
      case TagRole::unknown:
        name_unknown(placed);
        opened.is_link =
            label.empty() && !link_of_unknown(placed.tag).empty() && is_short_link(text_, placed);
        if (opened.is_link) return out_.text("[");
        opened.is_block ? show(placed) : inline_label(label);
        left_gap_ = has_lines(placed);
        return;
      case TagRole::caption:
        if (opened.is_block) out_.paragraph(kb::on_one_line(placed.tag.value({"hint"})));
        [[fallthrough]];
      case TagRole::group:
        left_gap_ = has_lines(placed);
        return;
      default:
        return;
    }
  }

  // Apart from what is inside, so that Markdown is read there.
  void element(const PlacedTag& placed, Opened& opened) {
    const bool is_part = placed.rule.role == TagRole::part && !(is_lone_ && has_lines(placed));
    const bool is_first = !out_.has_text() || (placed.parent != kNoTag && opened_[placed.parent].is_apart);
    opened.is_apart = opened.is_block && is_first && !is_part;
    const std::string html = placed.tag.style == TagStyle::liquid ? "<blockquote>" : placed.written;
    if (!opened.is_apart) return out_.text(html);
    // A paragraph could not hold what Markdown makes of its text.
    out_.paragraph(placed.tag.name == "p" ? "<div" + html.substr(2) : html);
  }

  void close_element(const PlacedTag& placed, const Opened& opened) {
    const bool is_quote = placed.tag.style == TagStyle::liquid;
    const std::string source = is_quote ? quote_source(text_.tags[placed.partner].tag) : "";
    const std::string html = is_quote ? "</blockquote>" : placed.written;
    if (!opened.is_apart) return out_.text((source.empty() ? "" : " — " + escape_words(source)) + html);
    out_.end();
    out_.set_prefix(opened.prefix);
    if (!source.empty()) out_.paragraph("— " + escape_words(source));
    out_.paragraph(placed.tag.name == "p" ? "</div>" : html);
  }

  // `- lamp.js`, below the entry that it lies in.
  void entry(const PlacedTag& placed, const std::string& label) {
    std::size_t depth = 0;
    for (std::size_t at = placed.parent; at != kNoTag; at = text_.tags[at].parent) {
      if (text_.tags[at].rule.role == TagRole::entry) ++depth;
    }
    out_.line(std::string(2 * std::min(depth, kMaxTagDepth), ' ') + "- " + escape_words(label));
  }

  void show(const PlacedTag& placed) {
    const std::vector<std::string> lines = shown_lines(placed.tag, placed.rule);
    if (lines.empty()) return;
    out_.paragraph("");
    out_.gap();
    for (const std::string& line : lines) line.empty() ? out_.gap() : out_.line(line);
    out_.gap();
  }

  void inline_label(const std::string& label) {
    if (!label.empty()) out_.text(escape_words(label) + " ");
  }

  const Tag* parent_of(const PlacedTag& placed) const {
    return placed.parent == kNoTag ? nullptr : &text_.tags[placed.parent].tag;
  }

  std::string label_of(const PlacedTag& placed) {
    if (placed.rule.role != TagRole::tab || !placed.rule.detail.empty() || placed.parent == kNoTag) {
      return tag_label(placed.tag, placed.rule);
    }
    return tab_label(placed.tag, parent_of(placed), opened_[placed.parent].tabs++);
  }

  void box(const PlacedTag& placed, Opened& opened, const std::string& label) {
    const TagRole role = placed.rule.role;
    if ((role == TagRole::steps || role == TagRole::tabs) && !holds_parts(text_, placed)) {
      left_gap_ = true;
      return;
    }
    if (role != TagRole::code) {
      out_.block_line(box_line(placed.rule, label));
      opened.is_boxed = true;
    }
    if (!placed.holds_code) return;
    opened.fence = fence_around(text_, placed);
    out_.block_line(opened.fence + code_language(placed.tag, placed.rule, parent_of(placed)));
  }

  void close(const PlacedTag& placed) {
    const Opened& opened = opened_[placed.partner];
    const PlacedTag& begin = text_.tags[placed.partner];
    shift_ -= opened.shift;
    if (opened.is_boxed || !opened.fence.empty()) {
      if (!opened.fence.empty()) out_.line(opened.prefix, opened.fence);
      if (opened.is_boxed) out_.block_line(opened.prefix, ":::");
      return;
    }
    const std::string target = tag_target(begin.tag);
    switch (begin.rule.role) {
      case TagRole::element:
      case TagRole::part:
        return close_element(placed, opened);
      case TagRole::unknown:
        left_gap_ = opened.is_block && !opened.is_link;
        if (opened.is_link) out_.text("](" + link_target_words(link_of_unknown(begin.tag)) + ")");
        return;
      case TagRole::link:
        if (opened.is_link) {
          out_.text("](" + link_target_words(target) + ")");
        } else if (!target.empty()) {
          out_.paragraph(strong_link_words(tag_label(begin.tag, begin.rule), target));
        }
        return;
      case TagRole::caption: {
        const std::string caption = tag_label(begin.tag, begin.rule);
        return opened.is_block ? out_.paragraph(caption.empty() ? "" : "*" + kb::on_one_line(caption) + "*")
                               : inline_label(caption);
      }
      case TagRole::card:
      case TagRole::label:
        if (!opened.is_block) return;
        return out_.gap();
      case TagRole::condition:
      case TagRole::verbatim:
      case TagRole::nothing:
      case TagRole::entry:
        return;
      case TagRole::words:
        return out_.text(tip_words(begin.tag));
      default:
        left_gap_ = opened.is_block;
    }
  }

  void alone(const PlacedTag& placed) {
    const std::string label = tag_label(placed.tag, placed.rule);
    const std::string target = tag_target(placed.tag);
    const bool is_line = is_block(placed);
    switch (placed.rule.role) {
      case TagRole::image:
        out_.text(image_words(placed.tag, label));
        return;
      case TagRole::entry:
        return entry(placed, label);
      case TagRole::link:
        out_.text(link_words(label, target));
        return;
      case TagRole::card:
      case TagRole::listing:
      case TagRole::fields:
        return is_line ? show(placed) : inline_label(label);
      case TagRole::element:
      case TagRole::part:
        return is_line && is_lone_ ? out_.paragraph(placed.written) : out_.text(placed.written);
      case TagRole::words:
        out_.text(escape_words(label));
        return;
      case TagRole::nothing:
        return;
      case TagRole::included_alert:
        out_.block_line(box_line(placed.rule, placed.tag.value({"title"})));
        out_.line(kb::on_one_line(placed.tag.value({"content", "text"})));
        return out_.line(":::");
      case TagRole::unknown:
        name_unknown(placed);
        if (!is_line && !image_of_unknown(placed.tag).empty())
          return out_.text(image_words(placed.tag, placed.tag.value({"alt"})));
        if (!is_line && !link_of_unknown(placed.tag).empty()) return out_.text(link_words(label, target));
        return is_line ? show(placed) : inline_label(label);
      default:
        return is_line ? out_.paragraph(strong_words(label)) : inline_label(label);
    }
  }

  void name_unknown(const PlacedTag& placed) {
    name(placed, "components that are not known are left out, their titles and what is inside are kept");
  }

  void name(const PlacedTag& placed, const std::string& message) {
    const std::string_view before = std::string_view(out_.source().text).substr(0, placed.column);
    const int column = out_.source().changed ? 1 : static_cast<int>(kb::length(before)) + 1;
    unknown_->add(message, {out_.source().number, column});
  }

  TaggedText text_;
  RuleFindings* unknown_;
  LineWriter out_;
  std::vector<Opened> opened_;  // of each tag
  std::size_t number_ = 0;
  std::size_t hidden_ = kNoTag;  // the opening tag of what is not shown now
  std::size_t shift_ = 0;        // columns by which lines move to the left
  std::size_t edge_ = 0;         // see shift_inside
  bool is_lone_ = false;         // the line holds nothing but a tag
  bool left_gap_ = false;        // a tag was left out that sets what is around it apart
};

}  // namespace

void read_tagged_blocks(Lines& lines, bool is_mdx, RuleFindings& unknown) {
  if (!hold_any(lines, {"{%", "{{<", "{{%", "{{#", "<"})) return;
  TaggedText text = find_tags(lines, is_mdx);
  if (text.tags.empty() && std::all_of(text.lines.begin(), text.lines.end(),
                                       [](const TaggedLine& line) { return line.pieces.empty(); }))
    return;
  lines = TagWriter(std::move(text), unknown).run();
  mark_kinds(lines);
}

}  // namespace indexer
