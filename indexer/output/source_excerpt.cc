#include "indexer/output/source_excerpt.h"

#include <fmt/format.h>
#include <unicode/uchar.h>

#include <vector>

#include "kb/text/printable.h"
#include "kb/text/utf8.h"

namespace indexer {

namespace {

constexpr std::size_t kMaxColumns = 100;
constexpr std::string_view kCut = "...";

// A character as it is shown.
struct Cell {
  std::string text;
  std::size_t columns = 0;
};

std::size_t columns_of(char32_t c) {
  const auto code_point = static_cast<UChar32>(c);
  if ((U_GET_GC_MASK(code_point) & (U_GC_MN_MASK | U_GC_ME_MASK | U_GC_CF_MASK)) != 0) return 0;
  const auto width = u_getIntPropertyValue(code_point, UCHAR_EAST_ASIAN_WIDTH);
  return width == U_EA_WIDE || width == U_EA_FULLWIDTH ? 2 : 1;
}

std::vector<Cell> cells_of(std::string_view line) {
  std::vector<Cell> cells;
  for (std::size_t at = 0; at < line.size();) {
    const std::size_t begin = at;
    const char32_t c = kb::next_code_point(line, at);
    const std::string_view written = line.substr(begin, at - begin);
    std::string shown = c == '\t' ? " " : kb::printable(written);
    const bool is_spelled_out = c != '\t' && shown != written;
    const std::size_t columns = c == '\t' ? 1 : is_spelled_out ? shown.size() : columns_of(c);
    cells.push_back({std::move(shown), columns});
  }
  return cells;
}

// The cells around `caret` that fit: half of the room before it, the rest behind it, and what is left over
// before it again.
std::pair<std::size_t, std::size_t> window(const std::vector<Cell>& cells, std::size_t caret) {
  std::size_t first = caret;
  std::size_t last = caret;
  std::size_t columns = 0;
  const auto extend_left = [&](std::size_t most) {
    while (first > 0 && columns + cells[first - 1].columns <= most) columns += cells[--first].columns;
  };
  extend_left(kMaxColumns / 2);
  while (last < cells.size() && columns + cells[last].columns <= kMaxColumns)
    columns += cells[last++].columns;
  extend_left(kMaxColumns);
  return {first, last};
}

}  // namespace

std::string source_excerpt(std::string_view line, Position at) {
  const std::vector<Cell> cells = cells_of(line);
  const std::size_t caret = std::min(static_cast<std::size_t>(std::max(at.column, 1) - 1), cells.size());
  const auto [first, last] = window(cells, caret);
  std::string shown(first > 0 ? kCut : "");
  std::size_t columns = shown.size();
  for (std::size_t i = first; i < last; ++i) {
    shown += cells[i].text;
    if (i < caret) columns += cells[i].columns;
  }
  if (last < cells.size()) shown += kCut;
  return fmt::format("{:>5} | {}\n{:>5} | {:>{}}\n", at.line, shown, "", "^", columns + 1);
}

}  // namespace indexer
