#include "indexer/includes/excerpt.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>

#include "kb/text/ascii.h"
#include "kb/text/percent.h"

namespace indexer {

namespace {

constexpr std::size_t kMostRanges = 100;

bool is_number(std::string_view text) {
  return !text.empty() && text.size() < 10 && std::all_of(text.begin(), text.end(), kb::is_digit);
}

std::size_t number(std::string_view text, std::size_t otherwise) {
  std::size_t value = 0;
  return std::from_chars(text.data(), text.data() + text.size(), value).ec == std::errc{} ? value : otherwise;
}

std::optional<LineRange> read_range(std::string_view text, bool lone_is_one) {
  text = kb::trim(text);
  const std::size_t colon = text.find_first_of(":-");
  const std::string_view first = text.substr(0, colon);
  const std::string_view last = colon == std::string_view::npos ? "" : text.substr(colon + 1);
  if ((!first.empty() && !is_number(first)) || (!last.empty() && !is_number(last))) return std::nullopt;
  if (first.empty() && last.empty()) return std::nullopt;
  LineRange range;
  range.first = number(first, range.first);
  range.last = number(last, range.last);
  if (lone_is_one && colon == std::string_view::npos) range.last = range.first;
  return range;
}

// What marks the beginning and the end of the part `name`.
bool holds_word(std::string_view line, std::string_view mark, std::string_view name) {
  const std::size_t at = line.find(mark);
  if (at == std::string_view::npos) return false;
  std::string_view rest = kb::trim(line.substr(at + mark.size()));
  if (!rest.starts_with(name)) return false;
  rest.remove_prefix(name.size());
  return rest.empty() || !(kb::is_alnum(rest.front()) || rest.front() == '_' || rest.front() == '-');
}

bool begins_part(std::string_view line, std::string_view name) {
  return holds_word(line, "ANCHOR:", name) || holds_word(line, "#region", name) ||
         holds_word(line, "--8<-- [start:", name) || holds_word(line, "<", std::string(name) + ">");
}

bool ends_part(std::string_view line, std::string_view name) {
  return holds_word(line, "ANCHOR_END:", name) || holds_word(line, "#endregion", name) ||
         holds_word(line, "#endregion", "") || holds_word(line, "--8<-- [end:", name) ||
         holds_word(line, "</", std::string(name) + ">");
}

bool is_mark(std::string_view line) {
  constexpr std::array<std::string_view, 6> kMarks{"ANCHOR:",    "ANCHOR_END:",    "#region ",
                                                   "#endregion", "--8<-- [start:", "--8<-- [end:"};
  return std::any_of(kMarks.begin(), kMarks.end(),
                     [&](std::string_view mark) { return line.find(mark) != std::string_view::npos; });
}

bool is_in(const std::vector<LineRange>& ranges, std::size_t line) {
  return ranges.empty() || std::any_of(ranges.begin(), ranges.end(), [&](const LineRange& range) {
           return range.first <= line && line <= range.last;
         });
}

template <typename Visit>
void for_each_line(std::string_view text, Visit visit) {
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    visit(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
}

std::string named_part(std::string_view text, std::string_view name) {
  std::string part;
  enum class Where { before, inside, behind } where = Where::before;
  for_each_line(text, [&](std::string_view line) {
    if (where == Where::inside && ends_part(line, name)) where = Where::behind;
    if (where == Where::inside && !is_mark(line)) part.append(line) += '\n';
    if (where == Where::before && begins_part(line, name)) where = Where::inside;
  });
  return part;
}

}  // namespace

Excerpt read_excerpt(std::string_view text, bool lone_is_one) {
  Excerpt part;
  text = kb::trim(text);
  const std::string_view whole = text;
  while (!text.empty() && part.ranges.size() < kMostRanges) {
    const std::size_t comma = std::min(text.find(','), text.size());
    const auto range = read_range(text.substr(0, comma), lone_is_one);
    if (!range) {
      part.ranges.clear();
      part.name = whole;
      return part;
    }
    part.ranges.push_back(*range);
    text.remove_prefix(std::min(comma + 1, text.size()));
  }
  return part;
}

Excerpt read_docfx_excerpt(std::string_view target) {
  std::size_t at = target.find_first_of("#?");
  if (at == std::string_view::npos) return {};
  const bool is_fragment = target[at] == '#';
  std::string_view rest = target.substr(at + 1);
  Excerpt part;
  if (is_fragment && rest.size() > 1 && rest[0] == 'L' && kb::is_digit(rest[1])) {
    std::string range(rest);
    std::erase(range, 'L');
    return read_excerpt(range, true);
  }
  if (is_fragment) {
    part.name = rest;
    return part;
  }
  for (; !rest.empty(); rest.remove_prefix(std::min(at + 1, rest.size()))) {
    at = std::min(rest.find('&'), rest.size());
    const std::string_view one = rest.substr(0, at);
    const std::size_t sign = std::min(one.find('='), one.size());
    const std::string value = kb::percent_decode_leniently(one.substr(std::min(sign + 1, one.size())));
    const std::string_view key = one.substr(0, sign);
    if (key == "name") part.name = value;
    if (key == "range") part.ranges = read_excerpt(value, true).ranges;
    if (key == "start-after") part.start_after = value;
    if (key == "start-at") part.start_at = value;
    if (key == "end-before") part.end_before = value;
    if (key == "end-at") part.end_at = value;
  }
  return part;
}

std::optional<Excerpt> with_lines_of_marks(std::string_view text, Excerpt part) {
  const std::string& start = part.start_after.empty() ? part.start_at : part.start_after;
  const std::string& end = part.end_before.empty() ? part.end_at : part.end_before;
  LineRange range;
  bool has_start = start.empty();
  bool has_end = end.empty();
  std::size_t count = 0;
  for_each_line(text, [&](std::string_view line) {
    ++count;
    if (!has_start && line.find(start) != std::string_view::npos) {
      has_start = true;
      range.first = part.start_after.empty() ? count : count + 1;
    } else if (has_start && !has_end && line.find(end) != std::string_view::npos) {
      has_end = true;
      range.last = part.end_before.empty() ? count : count - 1;
    }
  });
  if (!has_start || !has_end) return std::nullopt;
  part.ranges = {range};
  return part;
}

std::string cut_excerpt(std::string_view text, const Excerpt& part) {
  const std::string named = part.name.empty() ? "" : named_part(text, part.name);
  if (!part.name.empty()) text = named;
  std::string out;
  std::size_t count = 0;
  for_each_line(text, [&](std::string_view line) {
    const bool is_snippet_mark = line.find("--8<-- [") != std::string_view::npos;
    if (is_in(part.ranges, ++count) && !is_snippet_mark) out.append(line) += '\n';
  });
  return out;
}

}  // namespace indexer
