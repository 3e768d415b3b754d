#include "indexer/fetch/image_lines.h"

#include <algorithm>
#include <utility>

#include "indexer/dialects/indented_blocks.h"
#include "kb/text/ascii.h"

namespace indexer {

namespace {

constexpr std::size_t kCode = 4;         // columns that make code of a line
constexpr std::size_t kMostBlocks = 18;  // in one another, as in indented_blocks.cc

bool is_white(std::string_view line) { return line.find_first_not_of(" \t\r") == std::string_view::npos; }

// Bytes of "- ", "1. ", ": " or "[^note]: " without the white space behind; 0 when no item begins here.
std::size_t item_sign(std::string_view text) {
  if (text.starts_with("[^")) {
    const std::size_t end = text.substr(0, 1000).find("]:");
    return end == std::string_view::npos ? 0 : end + 2;
  }
  constexpr std::size_t kMostDigits = 9;
  std::size_t size = 0;
  while (size < text.size() && kb::is_digit(text[size])) ++size;
  if (size > kMostDigits || size == text.size()) return 0;
  const std::string_view signs = size > 0 ? ".)" : "-*+:";
  if (signs.find(text[size]) == std::string_view::npos) return 0;
  ++size;
  return size == text.size() || kb::is_blank(text[size]) ? size : 0;
}

// Takes `> > ` off.
std::size_t take_quotes(std::string_view& line) {
  std::size_t depth = 0;
  while (indentation(line) < kCode) {
    const std::size_t sign = std::min(line.find_first_not_of(" \t"), line.size());
    if (!line.substr(sign).starts_with('>')) break;
    line.remove_prefix(sign + 1);
    if (line.starts_with(' ')) line.remove_prefix(1);
    ++depth;
  }
  return depth;
}

}  // namespace

bool CodeInItems::is_code(std::string_view line) {
  if (const std::size_t quotes = take_quotes(line); quotes != quotes_) {
    *this = CodeInItems();
    quotes_ = quotes;
  }
  if (is_white(line)) {
    after_blank_ = true;
    return false;
  }
  const std::size_t column = indentation(line);
  const std::string_view text = kb::trim(line, kb::kBlanks);
  const bool may_be_code = after_blank_ || in_code_;
  const bool is_item = item_sign(text) > 0;
  while ((may_be_code || is_item) && !items_.empty() && column < items_.back()) items_.pop_back();
  const std::size_t text_begin = items_.empty() ? 0 : items_.back();
  after_blank_ = text.starts_with('#');  // no paragraph goes on behind a heading
  in_code_ = column >= text_begin + kCode && may_be_code;
  if (!in_code_ && is_item && column < text_begin + kCode) in_code_ = take_items(text, column) >= kCode;
  return in_code_;
}

// Columns between the last sign and its text, beyond the one that belongs to the sign.
std::size_t CodeInItems::take_items(std::string_view rest, std::size_t column) {
  for (std::size_t size = item_sign(rest); size > 0; size = item_sign(rest)) {
    const bool is_note = rest.starts_with('[');
    column += is_note ? kCode : size;
    rest.remove_prefix(size);
    const std::size_t blanks = indentation(rest);
    if (is_white(rest) || is_note || blanks > kCode) {
      items_.push_back(is_note ? column : column + 1);
      return is_white(rest) || is_note ? 0 : blanks - 1;
    }
    column += blanks;
    items_.push_back(column);
    rest = kb::trim(rest, kb::kBlanks);
  }
  return 0;
}

LineKind ImageLines::next(std::string_view line, std::string_view behind) {
  if (!is_white(line)) leave_blocks(line);
  const std::string_view inside = without_indentation(line, columns_of_blocks(line));
  const bool is_note = inside.starts_with("[^") || inside.starts_with(": ");
  // What such a line holds goes on in indented lines like a list's.
  const LineKind kind = is_note ? kinds_.next("- note") : kinds_.next(inside);
  if (kind != LineKind::text) {
    code_.leave_paragraph();
    return kind;
  }
  if (code_.is_code(inside)) return LineKind::code;
  enter_block(line, inside, behind);
  read_component(line);
  return LineKind::text;
}

// By how much the line is indented only because of what it stands in.
std::size_t ImageLines::columns_of_blocks(std::string_view line) {
  const std::size_t column = blocks_.empty() ? 0 : blocks_.back().column + kCode * blocks_.size();
  if (components_.empty() || is_white(line)) return column;
  std::optional<std::size_t>& inside = components_.back().inside;
  if (!inside) inside = indentation(line);
  return std::max(column, *inside);
}

void ImageLines::read_component(std::string_view line) {
  const std::string_view text = kb::trim(line);
  const bool is_end = text.starts_with("</");
  const std::size_t name = is_end ? 2 : 1;
  if (text.size() <= name || text.front() != '<' || text[name] < 'A' || text[name] > 'Z') return;
  if (!is_end) {
    const bool stays_open =
        text.ends_with('>') && !text.ends_with("/>") && text.find("</") == std::string_view::npos;
    if (!stays_open || components_.size() >= kMostBlocks) return;
    components_.push_back({std::nullopt, std::exchange(code_, CodeInItems())});
  } else if (!components_.empty()) {
    code_ = std::move(components_.back().around);
    code_.leave_paragraph();
    components_.pop_back();
  } else {
    return;
  }
  kinds_ = LineKinds();
  if (is_end && indentation(line) >= 2) kinds_.next("- list");  // it may stand in one
}

// Ends the blocks that the line is not indented enough for.
void ImageLines::leave_blocks(std::string_view line) {
  while (!blocks_.empty() && indentation(line) < blocks_.back().column + kCode * blocks_.size()) {
    kinds_ = LineKinds();
    if (blocks_.back().column >= 2) kinds_.next("- list");  // it stood in one
    code_ = std::move(blocks_.back().around);
    code_.leave_paragraph();
    blocks_.pop_back();
  }
}

void ImageLines::enter_block(std::string_view line, std::string_view inside, std::string_view behind) {
  if (blocks_.size() >= kMostBlocks || !begins_indented_block(kb::trim(inside))) return;
  while (!behind.empty() && is_white(behind.substr(0, behind.find('\n'))))
    behind.remove_prefix(std::min(behind.find('\n'), behind.size() - 1) + 1);
  if (indentation(behind) < indentation(line) + kCode) return;
  blocks_.push_back({indentation(line) - kCode * blocks_.size(), std::exchange(code_, CodeInItems())});
  kinds_ = LineKinds();
}

}  // namespace indexer
