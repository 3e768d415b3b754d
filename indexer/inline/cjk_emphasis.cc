#include "indexer/inline/cjk_emphasis.h"

#include <unicode/uchar.h>
#include <unicode/uscript.h>

#include <algorithm>
#include <vector>

#include "indexer/lines/inline_text.h"
#include "kb/text/ascii.h"
#include "kb/text/utf8.h"

namespace indexer {
namespace {

enum class Sort { blank, punctuation, letter };

struct Neighbour {
  Sort sort = Sort::blank;
  bool is_cjk = false;
};

bool is_cjk(UChar32 c) {
  constexpr UChar32 kFirst = 0x1100;
  if (c < kFirst) return false;
  const bool is_sign = (c >= 0x3000 && c <= 0x303F) || (c >= 0xFF00 && c <= 0xFFEF);
  UErrorCode status = U_ZERO_ERROR;
  const UScriptCode script = uscript_getScript(c, &status);
  return is_sign || script == USCRIPT_HAN || script == USCRIPT_HIRAGANA || script == USCRIPT_KATAKANA ||
         script == USCRIPT_HANGUL || script == USCRIPT_BOPOMOFO;
}

Neighbour neighbour(UChar32 c) {
  if (u_isUWhiteSpace(c) != 0) return {Sort::blank, false};
  const bool is_sign = u_ispunct(c) != 0 || (U_GET_GC_MASK(c) & U_GC_S_MASK) != 0;
  return {is_sign ? Sort::punctuation : Sort::letter, is_cjk(c)};
}

Neighbour before(std::string_view line, std::size_t at) {
  if (at == 0) return {};
  std::size_t begin = at - 1;
  while (begin > 0 && kb::is_continuation(line[begin])) --begin;
  return neighbour(static_cast<UChar32>(kb::next_code_point(line, begin)));
}

Neighbour behind(std::string_view line, std::size_t at) {
  return at >= line.size() ? Neighbour{} : neighbour(static_cast<UChar32>(kb::next_code_point(line, at)));
}

// Some of the same sign in a row.
struct Run {
  std::size_t begin = 0;
  std::size_t size = 0;
  bool opens = false;  // by CommonMark's rule
  bool closes = false;
  bool opens_cjk = false;  // if characters of these scripts count as blanks on the other side
  bool closes_cjk = false;
};

Run run_at(std::string_view line, std::size_t begin) {
  Run run;
  run.begin = begin;
  run.size = std::min(line.find_first_not_of(line[begin], begin), line.size()) - begin;
  const Neighbour left = before(line, begin);
  const Neighbour right = behind(line, begin + run.size);
  if (right.sort != Sort::blank) {
    run.opens = right.sort == Sort::letter || left.sort != Sort::letter;
    run.opens_cjk = run.opens || left.is_cjk || right.is_cjk;
  }
  if (left.sort != Sort::blank) {
    run.closes = left.sort == Sort::letter || right.sort != Sort::letter;
    run.closes_cjk = run.closes || left.is_cjk || right.is_cjk;
  }
  return run;
}

std::vector<Run> runs_of(std::string_view line) {
  std::vector<Run> runs;
  rewrite_prose(line, [&](std::string_view rest, std::string_view begin) -> std::optional<Replacement> {
    if (rest.front() != '*' && !rest.starts_with("~~")) return std::nullopt;
    runs.push_back(run_at(line, begin.size()));
    return Replacement{runs.back().size, ""};
  });
  return runs;
}

std::string tags(char sign, std::size_t size, bool is_end) {
  const std::string slash = is_end ? "</" : "<";
  if (sign == '~') return slash + "del>";
  if (size == 1) return slash + "em>";
  if (size == 2) return slash + "strong>";
  return is_end ? "</em></strong>" : "<strong><em>";
}

std::string read(const std::string& line) {
  const std::vector<Run> runs = runs_of(line);
  std::string out;
  std::size_t copied = 0;
  const auto replace = [&](const Run& run, bool is_end) {
    out += line.substr(copied, run.begin - copied) + tags(line[run.begin], run.size, is_end);
    copied = run.begin + run.size;
  };
  for (std::size_t i = 0; i + 1 < runs.size(); ++i) {
    const Run& open = runs[i];
    const Run& close = runs[i + 1];
    const bool is_pair = open.size == close.size && line[open.begin] == line[close.begin] && open.size <= 3 &&
                         open.opens_cjk && close.closes_cjk;
    if (!is_pair) continue;
    ++i;
    if (open.opens && close.closes) continue;
    replace(open, false);
    replace(close, true);
  }
  return out + line.substr(copied);
}

bool may_hold_one(const Line& line) {
  const bool has_other = std::any_of(line.text.begin(), line.text.end(),
                                     [](char c) { return static_cast<unsigned char>(c) >= 0xE1U; });
  return line.kind == LineKind::text && has_other &&
         (line.text.find('*') != std::string::npos || line.text.find("~~") != std::string::npos);
}

}  // namespace

void read_cjk_emphasis(Lines& lines) {
  for (Line& line : lines) {
    if (!may_hold_one(line)) continue;
    const std::size_t start = content_start(line.text);
    line.rewrite(line.text.substr(0, start) + read(line.text.substr(start)));
  }
}

}  // namespace indexer
