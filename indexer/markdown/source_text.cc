#include "indexer/markdown/source_text.h"

#include <algorithm>

#include "kb/text/utf8.h"

namespace indexer {
namespace {

constexpr std::size_t kBlock = 256;

}  // namespace

int count_characters(std::string_view utf8) { return static_cast<int>(kb::length(utf8)); }

SourceText::SourceText(const Lines& lines) : text_(join_lines(lines)) {
  for (const Line& line : lines) origins_.push_back({line.number, line.changed, line.kind});
  if (origins_.empty()) origins_.push_back({1, false, LineKind::text});
  index();
}

SourceText::SourceText(std::string text) : text_(std::move(text)) { index(); }

void SourceText::index() {
  characters_before_.push_back(0);
  for (std::size_t at = 0; at < text_.size(); at += kBlock) {
    characters_before_.push_back(characters_before_.back() +
                                 count_characters(std::string_view(text_).substr(at, kBlock)));
  }
  starts_.push_back(0);
  for (std::size_t at = text_.find('\n'); at != std::string::npos; at = text_.find('\n', at + 1)) {
    if (at + 1 < text_.size()) starts_.push_back(at + 1);
  }
}

std::size_t SourceText::offset(int number) const {
  if (number < 1) return 0;
  return number > line_count() ? text_.size() : starts_[static_cast<std::size_t>(number - 1)];
}

std::string_view SourceText::line(int number) const {
  if (number < 1 || number > line_count()) return {};
  const std::size_t begin = offset(number);
  std::string_view found = std::string_view(text_).substr(begin, offset(number + 1) - begin);
  if (found.ends_with('\n')) found.remove_suffix(1);
  return found;
}

SourceText::Origin SourceText::origin(int number) const {
  if (origins_.empty()) return {number, false, LineKind::text};
  const auto last = static_cast<int>(origins_.size());
  return origins_[static_cast<std::size_t>(std::clamp(number, 1, last) - 1)];
}

LineKind SourceText::kind(int number) const { return origin(number).kind; }

int SourceText::line_at(std::size_t text_offset) const {
  const auto after = std::upper_bound(starts_.begin(), starts_.end(), text_offset);
  return static_cast<int>(after - starts_.begin());
}

Position SourceText::position(int number, int byte_column) const {
  const int known = std::clamp(number, 1, line_count());
  const auto before = static_cast<std::size_t>(std::max(byte_column - 1, 0));
  const std::size_t at = offset(known) + std::min(before, line(known).size());
  const Origin from = origin(known);
  return {from.number, from.changed ? 1 : characters_until(at) - characters_until(offset(known)) + 1};
}

int SourceText::characters_until(std::size_t text_offset) const {
  const std::size_t block = text_offset / kBlock;
  const std::string_view rest = std::string_view(text_).substr(block * kBlock, text_offset - block * kBlock);
  return characters_before_[block] + count_characters(rest);
}

std::optional<Position> SourceText::find(std::string_view needle, int from_line, int to_line) const {
  const std::size_t begin = offset(from_line);
  const std::size_t end = offset(to_line + 1);
  const std::size_t at = std::string_view(text_).substr(0, end).find(needle, begin);
  if (needle.empty() || at == std::string_view::npos) return std::nullopt;
  const int number = line_at(at);
  return position(number, static_cast<int>(at - offset(number)) + 1);
}

}  // namespace indexer
