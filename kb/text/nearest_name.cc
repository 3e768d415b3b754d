#include "kb/text/nearest_name.h"

#include <algorithm>
#include <array>

#include "kb/text/utf8.h"

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

std::string_view nearest_name(std::string_view name, std::span<const std::string_view> candidates) {
  constexpr std::size_t kLongest = 64;
  if (name.size() > kLongest) return {};
  const std::u32string wanted = to_code_points(name);
  std::string_view best;
  int most = std::max(static_cast<int>(wanted.size()) / 3, 1);
  for (const std::string_view candidate : candidates) {
    const int edits = edit_distance(wanted, to_code_points(candidate), most);
    if (edits > most) continue;
    most = edits - 1;
    best = candidate;
  }
  return best;
}

}  // namespace kb
