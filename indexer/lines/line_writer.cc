#include "indexer/lines/line_writer.h"

#include <utility>

#include "kb/text/ascii.h"

namespace indexer {

void LineWriter::begin(const Line& source, std::string prefix) {
  source_ = &source;
  prefix_ = std::move(prefix);
  text_.clear();
  wrote_ = false;
}

bool LineWriter::has_text() const { return !kb::trim(text_, kb::kBlanks).empty(); }

void LineWriter::line(std::string_view content) {
  flush();
  line(prefix_, content);
  prefix_ = next_prefix(prefix_);
}

void LineWriter::line(std::string_view prefix, std::string_view content) {
  flush();
  Line written = *source_;
  written.rewrite(std::string(prefix) + std::string(content));
  written.changed = true;
  keep(std::move(written));
  wrote_ = true;
}

void LineWriter::block_line(std::string_view content) {
  flush();
  leave_html();
  line(content);
}

void LineWriter::block_line(std::string_view prefix, std::string_view content) {
  flush();
  leave_html();
  line(prefix, content);
}

void LineWriter::paragraph(std::string_view content) {
  flush();
  if (content.empty()) return;
  gap();
  line(content);
  gap();
}

void LineWriter::gap() {
  if (prefix_ != next_prefix(prefix_)) return;  // the line begins a list's item
  gap_due_ = true;
  gap_prefix_ = kb::trim_end(prefix_, kb::kBlanks);
}

void LineWriter::end() {
  if (!wrote_ && has_text()) {
    line(prefix_, std::exchange(text_, ""));
  } else {
    flush();
  }
}

void LineWriter::keep(Line line) {
  const bool after_text = !out_.empty() && !is_blank_line(out_.back().text);
  if (gap_due_ && after_text && !is_blank_line(line.text)) {
    Line empty = line;
    empty.rewrite(gap_prefix_);
    out_.push_back(std::move(empty));
  }
  gap_due_ = false;
  out_.push_back(std::move(line));
}

void LineWriter::flush() {
  const std::string words(kb::trim(std::exchange(text_, ""), kb::kBlanks));
  if (!words.empty()) line(words);
}

void LineWriter::leave_html() {
  if (!out_.empty() && out_.back().text.substr(content_start(out_.back().text)).starts_with('<')) gap();
}

}  // namespace indexer
