#include "indexer/lines/lines.h"

#include <algorithm>
#include <array>

#include "kb/text/ascii.h"

namespace indexer {
namespace {

constexpr std::size_t kTab = 4;

bool is_blank(std::string_view line) { return line.find_first_not_of(" \t") == std::string_view::npos; }

bool closes(std::string_view content, std::string_view fence) {
  return content.starts_with(fence) && content.find_first_not_of(fence.front()) >= fence.size() &&
         is_blank(content.substr(std::min(content.find_first_not_of(fence.front()), content.size())));
}

// "</pre>" when the line opens a raw block that ends there.
std::string_view raw_end(std::string_view content) {
  constexpr std::array<std::array<std::string_view, 2>, 3> kRaw{
      {{"<pre", "</pre>"}, {"<script", "</script>"}, {"<style", "</style>"}}};
  for (const auto& [open, close] : kRaw) {
    const bool is_open = kb::to_lower(content.substr(0, open.size())) == open;
    const char next = content.size() > open.size() ? content[open.size()] : '>';
    if (is_open && !kb::is_alnum(next) && next != '-') return close;
  }
  return {};
}

bool opens_comment(std::string_view content) {
  const std::size_t open = content.rfind("<!--");
  if (open == std::string_view::npos || content.find("-->", open) != std::string_view::npos) return false;
  return std::count(content.begin(), content.begin() + static_cast<std::ptrdiff_t>(open), '`') % 2 == 0;
}

}  // namespace

LineKind LineKinds::next(std::string_view line) {
  if (!fence_.empty()) return in_fence(line);
  if (!end_.empty()) return in_raw(line);
  const std::string_view content = line.substr(content_start(line));
  if (is_blank(content)) {
    after_blank_ = true;
    return LineKind::text;
  }
  if (is_indented_code(line)) return LineKind::code;
  after_blank_ = false;
  const LineKind kind = open(content);
  const std::string_view start = kb::trim(line, kb::kBlanks);
  fence_in_quote_ = start.starts_with('>');
  fence_in_item_ = !fence_in_quote_ && in_list_ && (indentation(line) >= 2 || content.data() != start.data());
  return kind;
}

LineKind LineKinds::in_fence(std::string_view line) {
  // One in a quote or a list ends with it.
  const bool left_quote = fence_in_quote_ && kb::trim(line, kb::kBlanks).substr(0, 1) != ">";
  const bool left_item = fence_in_item_ && !is_blank(line) && indentation(line) < 2 &&
                         !kb::trim(line, kb::kBlanks).starts_with('>');
  if (left_quote || left_item) {
    fence_.clear();
    return next(line);
  }
  if (closes(line.substr(std::min(line.find_first_not_of(" \t>"), line.size())), fence_)) fence_.clear();
  after_blank_ = false;
  return LineKind::code;
}

LineKind LineKinds::in_raw(std::string_view line) {
  const bool is_over = ends_at_blank_ && is_blank(line);
  if (is_over || kb::to_lower(line).find(end_) != std::string::npos) end_ = {};
  after_blank_ = is_over;
  return raw_kind_;
}

// Four columns deep, behind an empty line or other code, and in no list.
bool LineKinds::is_indented_code(std::string_view line) {
  const std::size_t columns = indentation(line);
  const std::size_t start = line.find_first_not_of(" \t");
  const bool is_item = content_start(line) > start && line[start] != '>';
  if (columns < 2 && !is_item) in_list_ = false;
  if (is_item && (in_list_ || columns < kTab)) in_list_ = true;
  in_code_ = !in_list_ && columns >= kTab && (after_blank_ || in_code_);
  return in_code_;
}

LineKind LineKinds::open(std::string_view content) {
  if (const std::string_view fence = fence_of(content); !fence.empty()) {
    fence_ = fence;
    return LineKind::code;
  }
  if (opens_comment(content)) return open_comment(content);
  const std::string_view end = raw_end(content);
  if (end.empty() || kb::to_lower(content).find(end) != std::string::npos) return LineKind::text;
  end_ = end;
  ends_at_blank_ = false;
  return raw_kind_ = LineKind::code;
}

// One that begins within a paragraph ends with it.
LineKind LineKinds::open_comment(std::string_view content) {
  end_ = "-->";
  ends_at_blank_ = !content.starts_with("<!--");
  raw_kind_ = LineKind::comment;
  return ends_at_blank_ ? LineKind::text : LineKind::comment;
}

Lines split_lines(std::string_view text, int first_line) {
  Lines lines;
  while (!text.empty()) {
    const std::size_t end = text.find_first_of("\r\n");
    lines.push_back({std::string(text.substr(0, end)), first_line++});
    if (end == std::string_view::npos) break;
    text.remove_prefix(end + (text.substr(end).starts_with("\r\n") ? 2 : 1));
  }
  return lines;
}

std::string join_lines(const Lines& lines) {
  std::size_t size = 0;
  for (const Line& line : lines) size += line.text.size() + 1;
  std::string text;
  text.reserve(size);
  for (const Line& line : lines) {
    text += line.text;
    text += '\n';
  }
  return text;
}

void mark_kinds(Lines& lines) {
  LineKinds kinds;
  for (Line& line : lines) line.kind = kinds.next(line.text);
}

bool hold_any(const Lines& lines, std::initializer_list<std::string_view> texts) {
  return std::any_of(lines.begin(), lines.end(), [&](const Line& line) {
    return std::any_of(texts.begin(), texts.end(),
                       [&](std::string_view text) { return line.text.find(text) != std::string::npos; });
  });
}

std::size_t indentation(std::string_view line) {
  std::size_t columns = 0;
  for (const char c : line) {
    if (c != ' ' && c != '\t') break;
    columns += c == '\t' ? kTab - columns % kTab : 1;
  }
  return columns;
}

std::string_view without_indentation(std::string_view line, std::size_t columns) {
  std::size_t gone = 0;
  while (gone < columns && !line.empty() && kb::is_blank(line.front())) {
    gone += line.front() == '\t' ? kTab - gone % kTab : 1;
    line.remove_prefix(1);
  }
  return line;
}

bool is_blank_line(std::string_view line) { return line.find_first_not_of(" \t>") == std::string_view::npos; }

std::string next_prefix(std::string_view prefix) {
  std::string next(prefix);
  for (char& c : next) {
    if (!kb::is_blank(c) && c != '>') c = ' ';
  }
  return next;
}

std::string_view fence_of(std::string_view content) {
  if (content.empty() || (content.front() != '`' && content.front() != '~')) return {};
  const std::size_t size = std::min(content.find_first_not_of(content.front()), content.size());
  if (size < 3) return {};
  const bool is_code_span = content.front() == '`' && content.find('`', size) != std::string_view::npos;
  return is_code_span ? std::string_view{} : content.substr(0, size);
}

std::size_t content_start(std::string_view line) {
  std::size_t at = line.find_first_not_of(" \t>");
  if (at == std::string_view::npos) return line.size();
  std::size_t marker_end = at;
  while (marker_end < line.size() && kb::is_digit(line[marker_end])) ++marker_end;
  const std::string_view signs = marker_end > at ? ".)" : "-*+";
  if (marker_end + 1 >= line.size() || signs.find(line[marker_end]) == std::string_view::npos) return at;
  if (!kb::is_blank(line[marker_end + 1])) return at;
  return std::min(line.find_first_not_of(" \t", marker_end + 1), line.size());
}

}  // namespace indexer
