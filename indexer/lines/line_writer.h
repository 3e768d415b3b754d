// Writes the lines that take the place of one line: each begins as it did, a list's sign comes once.
#pragma once

#include <string>
#include <string_view>

#include "indexer/lines/lines.h"

namespace indexer {

class LineWriter {
 public:
  // What is written next stands for `source`, which outlives it, and begins with `prefix`.
  void begin(const Line& source, std::string prefix);

  // Goes on with the text that is not yet a line.
  void text(std::string_view words) { text_ += words; }
  bool has_text() const;

  void line(std::string_view content);                           // below that text
  void line(std::string_view prefix, std::string_view content);  // with another beginning
  void block_line(std::string_view content);  // not within HTML, where Markdown is not read
  void block_line(std::string_view prefix, std::string_view content);
  void paragraph(std::string_view content);  // with empty lines around it

  // An empty line before the next one, unless there is one.
  void gap();

  // Makes a line of the text that is left. Nothing is written for a line without any.
  void end();

  // A line that stays.
  void keep(Line line);

  const Line& source() const { return *source_; }
  const std::string& prefix() const { return prefix_; }
  void set_prefix(std::string prefix) { prefix_ = std::move(prefix); }
  bool has_written() const { return wrote_; }

  Lines take() { return std::move(out_); }

 private:
  void flush();
  void leave_html();

  Lines out_;
  const Line* source_ = nullptr;
  std::string prefix_;
  std::string text_;
  bool wrote_ = false;    // anything for this source
  bool gap_due_ = false;  // see gap
  std::string gap_prefix_;
};

}  // namespace indexer
