#include "indexer/front_matter/front_matter_block.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>

#include "indexer/front_matter/visibility_keys.h"
#include "indexer/lines/lines.h"
#include "kb/text/ascii.h"

namespace indexer {

namespace {

using Format = FrontMatterBlock::Format;

constexpr std::size_t kMaxFrontMatter = 16 * 1024;

// Nobody sees these before the first fence.
constexpr std::array<std::string_view, 6> kInvisible{"\xE2\x80\x8B", "\xEF\xBB\xBF", "\xE2\x81\xA0",
                                                     "\xC2\xA0",     "\xE2\x80\x8C", "\xE2\x80\x8D"};

// Without blanks around it, and invisible characters before it.
std::string_view line_at(std::string_view text, std::size_t at) {
  std::string_view line = text.substr(at, text.find('\n', at) - at);
  for (bool goes_on = true; goes_on;) {
    goes_on = false;
    line = kb::trim(line, kb::kBlanks);
    for (const std::string_view sign : kInvisible) {
      if (!line.starts_with(sign)) continue;
      line.remove_prefix(sign.size());
      goes_on = true;
    }
  }
  return line;
}

std::size_t next_line(std::string_view text, std::size_t at) {
  const std::size_t end = text.find('\n', at);
  return end == std::string_view::npos ? text.size() : end + 1;
}

// What a note that begins at `at` ends with; "" when none begins there.
std::string_view note_end(std::string_view line) {
  constexpr std::array<std::array<std::string_view, 2>, 6> kNotes{{{"<!--", "-->"},
                                                                   {"{/*", "*/}"},
                                                                   {"{{/*", "*/}}"},
                                                                   {"%%", "%%"},
                                                                   {"{% comment", "endcomment"},
                                                                   {"[//]:", "\n"}}};
  for (const auto& [open, close] : kNotes) {
    if (line.starts_with(open)) return close;
  }
  return {};
}

// Blank lines and notes before the first line of anything else.
std::size_t skip_empty(std::string_view text) {
  std::size_t at = 0;
  while (at < text.size()) {
    const std::string_view line = line_at(text, at);
    const std::string_view close = note_end(line);
    if (!line.empty() && close.empty()) return at;
    const std::size_t inside = static_cast<std::size_t>(line.data() - text.data()) + 2;
    const std::size_t end = line.empty() || close == "\n" ? at : text.find(close, inside);
    if (end == std::string_view::npos) return at;
    at = next_line(text, end);
  }
  return at;
}

struct Fence {
  std::string_view open;
  std::array<std::string_view, 2> close;
  Format format;
};

constexpr std::array kFences{
    Fence{"---", {"---", "..."}, Format::yaml},     Fence{"+++", {"+++", "+++"}, Format::toml},
    Fence{"---yaml", {"---", "..."}, Format::yaml}, Fence{"---toml", {"---", "---"}, Format::toml},
    Fence{"---json", {"---", "---"}, Format::json}, Fence{";;;", {";;;", ";;;"}, Format::json},
    Fence{"{", {"}", "}"}, Format::json},
};

std::optional<Fence> front_fence(std::string_view line) {
  std::string name = kb::to_lower(line);
  if (name.starts_with("--- ")) name.erase(3, name.find_first_not_of(' ', 3) - 3);
  const auto found =
      std::find_if(kFences.begin(), kFences.end(), [&](const Fence& one) { return one.open == name; });
  return found == kFences.end() ? std::nullopt : std::optional(*found);
}

int lines_before(std::string_view text, std::size_t at) {
  return static_cast<int>(std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(at), '\n'));
}

// From the fence at `begin`; nullopt when no line closes it.
std::optional<FrontMatterBlock> find_block(std::string_view text, std::size_t begin, const Fence& fence) {
  const bool is_bare_json = fence.open == "{";  // its brackets belong to it
  const std::size_t inner = is_bare_json ? begin : next_line(text, begin);
  FrontMatterBlock block;
  block.format = fence.format;
  block.is_late = begin > 0 || text[begin] != fence.open.front();
  block.line = lines_before(text, inner) + 1;
  // Within a text of YAML an indented line of dashes is text.
  const bool is_indented = text[begin] != fence.open.front();
  int line = lines_before(text, next_line(text, begin)) + 1;
  for (std::size_t at = next_line(text, begin); at < text.size(); ++line) {
    const std::size_t next = next_line(text, at);
    const std::string_view content =
        is_indented ? line_at(text, at) : kb::trim_end(text.substr(at, next - at), " \t\n");
    if (content == fence.close[0] || content == fence.close[1]) {
      block.text = text.substr(inner, (is_bare_json ? next : at) - inner);
      block.body_offset = next;
      block.body_line = line + 1;
      return block;
    }
    at = next;
  }
  return std::nullopt;
}

// The lines up to the first blank one.
std::string_view paragraph(std::string_view text, std::size_t begin) {
  std::size_t end = begin;
  while (end < text.size() && !line_at(text, end).empty()) end = next_line(text, end);
  return text.substr(begin, end - begin);
}

FrontMatterBlock unterminated(std::string_view text, std::size_t begin, FileFindings& findings) {
  // A line of dashes with a blank line below is a rule, not front matter.
  const std::string_view rest = paragraph(text, next_line(text, begin));
  if (rest.empty() || line_at(text, begin) == "{") return {};
  FrontMatterBlock block;
  block.format = Format::unusable;
  block.text = rest;
  findings.report(kFrontMatterSyntax, {lines_before(text, begin) + 1, 1},
                  fmt::format("the front matter that begins here never ends; close it with a line of {}",
                              line_at(text, begin).substr(0, 3)));
  return block;
}

// Whether every line is `key: value`, as other tools accept it without fences.
bool is_keys(std::string_view lines) {
  constexpr std::size_t kLongestKey = 30;
  if (lines.empty()) return false;
  for (std::size_t at = 0; at < lines.size(); at = next_line(lines, at)) {
    const std::string_view line = line_at(lines, at);
    const std::size_t colon = line.find(": ");
    if (colon == std::string_view::npos || colon > kLongestKey || !kb::is_letter(line.front())) return false;
  }
  return true;
}

}  // namespace

FrontMatterBlock find_front_matter(std::string_view text, FileFindings& findings) {
  const std::size_t begin = skip_empty(text);
  const auto fence = front_fence(line_at(text, begin));
  if (!fence) {
    FrontMatterBlock none;
    const std::string_view keys = paragraph(text, begin);
    const bool is_json =
        keys.starts_with('{') && keys.substr(0, keys.find(':')).find('"') != std::string_view::npos;
    none.text = text.substr(0, begin + (is_keys(keys) || is_json ? keys.size() : 0));
    return none;
  }
  auto block = find_block(text, begin, *fence);
  if (!block && (begin > 0 || text[begin] != fence->open.front())) {
    FrontMatterBlock none;
    const std::string_view keys = paragraph(text, next_line(text, begin));
    if (is_keys(keys)) none.text = keys;
    return none;
  }
  if (!block) return unterminated(text, begin, findings);
  if (block->text.size() > kMaxFrontMatter) {
    findings.report(
        kFrontMatterSyntax, {block->line, 1},
        fmt::format("the front matter has {} bytes, the limit is {}", block->text.size(), kMaxFrontMatter));
    block->format = Format::unusable;
  }
  return *block;
}

std::vector<LaterBlock> later_blocks(std::string_view body) {
  constexpr std::size_t kMost = 20;
  constexpr std::size_t kMostBytes = 2'000;
  std::vector<LaterBlock> found;
  if (body.find("\n---") == std::string_view::npos && body.find("\n+++") == std::string_view::npos &&
      !body.starts_with("---"))
    return found;
  const auto is_fence = [](std::string_view line) {
    return line.size() >= 3 && (line.find_first_not_of('-') == std::string_view::npos || line == "+++");
  };
  LineKinds kinds;
  int number = 0;
  std::size_t open = std::string_view::npos;  // behind the last fence
  int open_line = 0;
  for (std::size_t at = 0; at < body.size() && found.size() < kMost; at = next_line(body, at), ++number) {
    const std::string_view line = line_at(body, at);
    if (kinds.next(body.substr(at, next_line(body, at) - at)) != LineKind::text) continue;
    if (is_fence(line)) {
      if (open != std::string_view::npos && at - open < kMostBytes) {
        const std::string_view keys = body.substr(open, at - open);
        // A rule has empty lines around it, a block of keys has none within.
        if (!keys.starts_with('\n') && !keys.ends_with("\n\n") && visibility_key_in(keys))
          found.push_back({keys, open_line});
      }
      open = next_line(body, at);
      open_line = number + 1;
    } else if (line.find_first_of(":=") == std::string_view::npos && !line.empty()) {
      open = std::string_view::npos;
    }
  }
  return found;
}

}  // namespace indexer
