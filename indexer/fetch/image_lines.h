// Which lines of an article are its text, also in lists, quotes and the indented blocks of MkDocs. Code is
// never changed.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

#include "indexer/lines/lines.h"

namespace indexer {

// Tells whether an indented line of a list or quote is code there, as CommonMark has it: four columns to the
// right of an item's own text, behind an empty line.
class CodeInItems {
 public:
  bool is_code(std::string_view line);
  void leave_paragraph() { after_blank_ = true; }

 private:
  std::size_t take_items(std::string_view rest, std::size_t column);

  std::size_t quotes_ = 0;
  std::vector<std::size_t> items_;  // columns at which the text of the open ones begins
  bool after_blank_ = true;
  bool in_code_ = false;
};

// Tells line after line of one text what each is.
class ImageLines {
 public:
  // `behind`: the text after the line.
  LineKind next(std::string_view line, std::string_view behind);

 private:
  struct Block {
    std::size_t column;  // of its first line, within the others
    CodeInItems around;
  };
  // `<Tab>` ... `</Tab>`: what is inside may be indented as its first line is.
  struct Component {
    std::optional<std::size_t> inside;  // columns, once that line has come
    CodeInItems around;
  };
  std::size_t columns_of_blocks(std::string_view line);
  void read_component(std::string_view line);
  void leave_blocks(std::string_view line);
  void enter_block(std::string_view line, std::string_view inside, std::string_view behind);

  LineKinds kinds_;
  CodeInItems code_;
  std::vector<Block> blocks_;  // that are open
  std::vector<Component> components_;
};

}  // namespace indexer
