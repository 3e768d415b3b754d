// An article's text as lines that remember where they came from, so that they can be rewritten and findings
// still name the writer's own place.
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

namespace indexer {

// Only `text` is read as Markdown of other tools; the rest is left alone.
enum class LineKind { text, code, comment };

struct Line {
  std::string text;  // without \n
  int number = 0;    // in the writer's file, from 1; of an included text that of the line that includes it
  bool changed = false;  // its columns are no longer those of the file
  LineKind kind = LineKind::text;

  // Gives the line another text.
  void rewrite(std::string other) {
    changed = changed || other != text;
    text = std::move(other);
  }
};

using Lines = std::vector<Line>;

// \r\n and \r end a line like \n. `first_line`: the text's place in the file.
Lines split_lines(std::string_view text, int first_line);

std::string join_lines(const Lines& lines);  // each ends with \n

// Tells line after line of one text what each is: fenced code, indented code, raw <pre>, <script> and <style>
// blocks are code, HTML comments of several lines comment. Fences may stand in quotes and lists.
class LineKinds {
 public:
  LineKind next(std::string_view line);

 private:
  LineKind in_fence(std::string_view line);
  LineKind in_raw(std::string_view line);
  bool is_indented_code(std::string_view line);
  LineKind open(std::string_view content);
  LineKind open_comment(std::string_view content);

  std::string fence_;  // that is open
  bool fence_in_quote_ = false;
  bool fence_in_item_ = false;
  std::string_view end_;  // of the raw block or comment that is open
  LineKind raw_kind_ = LineKind::text;
  bool ends_at_blank_ = false;  // a comment within a paragraph
  bool after_blank_ = true;
  bool in_code_ = false;
  bool in_list_ = false;
};

// Says anew of each line what it is.
void mark_kinds(Lines& lines);

// Whether any line holds one of these texts.
bool hold_any(const Lines& lines, std::initializer_list<std::string_view> texts);

// Columns of white space that it begins with; a tab goes on to the next fourth.
std::size_t indentation(std::string_view line);

// Without that many columns of it, or with what it has less.
std::string_view without_indentation(std::string_view line, std::size_t columns);

// Nothing but white space and quote signs.
bool is_blank_line(std::string_view line);

// What a line begins with, for the next line of the same block: blanks in place of a list's sign.
std::string next_prefix(std::string_view prefix);

// "```" or longer at the beginning of a line's own text, "" when there is no fence.
std::string_view fence_of(std::string_view content);

// Where a line's own text begins: behind indentation, quote signs and one list marker.
std::size_t content_start(std::string_view line);

}  // namespace indexer
