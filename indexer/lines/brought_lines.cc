#include "indexer/lines/brought_lines.h"

#include <algorithm>

#include "kb/text/ascii.h"

namespace indexer {

void trim_blank_lines(Lines& lines) {
  const auto has_text = [](const Line& line) { return !kb::trim(line.text).empty(); };
  lines.erase(std::find_if(lines.rbegin(), lines.rend(), has_text).base(), lines.end());
  lines.erase(lines.begin(), std::find_if(lines.begin(), lines.end(), has_text));
}

std::string continuation(const Line& line) {
  const std::size_t size = line.kind == LineKind::code
                               ? std::min(line.text.find_first_not_of(" \t>"), line.text.size())
                               : content_start(line.text);
  return next_prefix(std::string_view(line.text).substr(0, size));
}

}  // namespace indexer
