#include "kb/text/edit_distance.h"

#include <algorithm>
#include <array>

namespace kb {

int edit_distance(std::u32string_view a, std::u32string_view b, int max) {
  constexpr std::size_t kLongest = 64;
  const auto gap = static_cast<int>(a.size() > b.size() ? a.size() - b.size() : b.size() - a.size());
  if (gap > max || a.size() > kLongest || b.size() > kLongest) return max + 1;
  std::array<std::array<int, kLongest + 1>, 3> rows{};  // rows of the table: two before, one before, this
  for (std::size_t j = 0; j <= b.size(); ++j) rows[0][j] = static_cast<int>(j);
  for (std::size_t i = 1; i <= a.size(); ++i) {
    auto& row = rows[i % 3];
    const auto& above = rows[(i - 1) % 3];
    const auto& above2 = rows[(i + 1) % 3];
    row[0] = static_cast<int>(i);
    int best = row[0];
    for (std::size_t j = 1; j <= b.size(); ++j) {
      row[j] = std::min({above[j] + 1, row[j - 1] + 1, above[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1)});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
        row[j] = std::min(row[j], above2[j - 2] + 1);
      best = std::min(best, row[j]);
    }
    if (best > max) return max + 1;
  }
  return rows[a.size() % 3][b.size()];
}

}  // namespace kb
