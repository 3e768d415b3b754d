// The text of one article by lines, so that what is found in it can be named by line and column.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/findings/finding.h"
#include "indexer/lines/lines.h"

namespace indexer {

class SourceText {
 public:
  explicit SourceText(const Lines& lines);
  explicit SourceText(std::string text);  // a file of its own, lines ending with \n only

  const std::string& text() const { return text_; }
  int line_count() const { return static_cast<int>(starts_.size()); }
  std::string_view line(int number) const;  // from 1, without \n; "" outside the text
  LineKind kind(int number) const;          // of a line of the text
  std::size_t offset(int number) const;     // where a line begins; the text's size after the last
  int line_at(std::size_t text_offset) const;

  // Of a line of this text, from 1, and a column in bytes, from 1. The result counts characters and is in the
  // file; in a line that was rewritten the column is 1.
  Position position(int number, int byte_column) const;

  // The first place of `needle` in the given lines, the last one included.
  std::optional<Position> find(std::string_view needle, int from_line, int to_line) const;

 private:
  int characters_until(std::size_t text_offset) const;

  struct Origin {
    int number;  // in the file
    bool changed;
    LineKind kind;
  };
  Origin origin(int number) const;
  void index();

  std::string text_;
  std::vector<Origin> origins_;      // of each line; none when the text is the file
  std::vector<std::size_t> starts_;  // of each line
  std::vector<int>
      characters_before_;  // each block of the text, so that a column in a huge line is found fast
};

// Characters (code points) in UTF-8 text.
int count_characters(std::string_view utf8);

}  // namespace indexer
