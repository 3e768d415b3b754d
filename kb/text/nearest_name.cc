#include "kb/text/nearest_name.h"

#include <algorithm>

#include "kb/text/edit_distance.h"
#include "kb/text/utf8.h"

namespace kb {

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
