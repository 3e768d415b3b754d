#include "kb/text/symbols.h"

#include <unicode/uchar.h>

#include <algorithm>

#include "kb/text/text.h"
#include "kb/text/utf8.h"

namespace kb {

namespace {

constexpr std::size_t kLongestRun = 8;   // signs; longer ones are lines and borders
constexpr std::size_t kMostBefore = 3;   // signs before a name
constexpr std::size_t kLongestFlag = 2;  // letters behind one hyphen; before a longer word it may be a dash
constexpr std::size_t kMostNameBytes = 40;  // bytes

enum class Is { word, blank, sign, picture, nothing };

bool is_ascii_in(char32_t c, std::string_view set) {
  return c < 0x80 && set.find(static_cast<char>(c)) != std::string_view::npos;
}

// Variation selectors, joiners and colours of skin only change how an emoji looks.
bool is_look(char32_t c) {
  return c == 0xFE0E || c == 0xFE0F || c == 0x200D || (c >= 0x1F3FB && c <= 0x1F3FF);
}

Is what_is(char32_t c) {
  if (is_look(c)) return Is::nothing;
  if (is_word_character(c)) return Is::word;
  const auto point = static_cast<UChar32>(c);
  if (c == ' ' || u_isUWhiteSpace(point) || (U_GET_GC_MASK(point) & U_GC_C_MASK) != 0) return Is::blank;
  return c >= 0x80 && u_hasBinaryProperty(point, UCHAR_EXTENDED_PICTOGRAPHIC) ? Is::picture : Is::sign;
}

// Chinese and Japanese write signs as wide as characters.
char32_t of_usual_width(char32_t c) { return c >= 0xFF01 && c <= 0xFF5E ? c - 0xFEE0 : c; }

struct Sign {
  char32_t c = 0;
  std::size_t begin = 0;
  std::size_t end = 0;
};
using Run = std::vector<Sign>;

// Quotes and brackets, and the marks of other scripts.
bool encloses(const Sign& sign) {
  return is_ascii_in(sign.c, "\"'`()[]{}") ||
         (sign.c >= 0x80 && (U_GET_GC_MASK(static_cast<UChar32>(sign.c)) & U_GC_P_MASK) != 0);
}

bool is_punctuation(const Sign& sign) { return encloses(sign) || is_ascii_in(sign.c, ".,;:!?-_"); }

bool may_begin_name(const Sign& sign) { return is_ascii_in(sign.c, "-.#@$%~+:!*&\\"); }

// Without what encloses the run, and without the signs of `ending` behind it.
Run without_ends(Run run, std::string_view ending) {
  const auto ends = [&](const Sign& sign) { return encloses(sign) || is_ascii_in(sign.c, ending); };
  run.erase(run.begin(), std::find_if_not(run.begin(), run.end(), encloses));
  run.erase(std::find_if_not(run.rbegin(), run.rend(), ends).base(), run.end());
  return run;
}

// Reads a text one run of signs at a time.
class SymbolReader {
 public:
  explicit SymbolReader(std::string_view text) : text_(text) {}

  std::vector<Symbol> read() {
    for (std::size_t at = 0; at < text_.size();) {
      const std::size_t begin = at;
      const char32_t c = next_code_point(text_, at);
      const Is is = what_is(c);
      if (is == Is::nothing) continue;
      if (is == Is::sign) {
        run_.push_back({of_usual_width(c), begin, at});
        continue;
      }
      end_run(is, begin);
      if (is == Is::picture) add(begin, at, true);
      before_ = is;
    }
    end_run(Is::blank, text_.size());
    std::stable_sort(symbols_.begin(), symbols_.end(),
                     [](const Symbol& a, const Symbol& b) { return a.begin < b.begin; });
    return std::move(symbols_);
  }

 private:
  void add(std::size_t begin, std::size_t end, bool alone) {
    symbols_.push_back({compatible(text_.substr(begin, end - begin)), begin, end, false, alone});
  }

  void end_run(Is behind, std::size_t at) {
    const Run run = std::move(run_);
    run_.clear();
    if (run.empty()) return;
    const bool alone = before_ != Is::word && behind != Is::word;
    if (behind == Is::word) add_name(run, at);
    Run left = without_ends(run, behind == Is::word ? "" : alone ? ".,;:" : ".,;:!?");
    if (left.empty() && alone) left = run;
    const bool says_nothing =
        std::all_of(left.begin(), left.end(), is_punctuation) && (!alone || left.size() == 1);
    if (says_nothing || left.size() > kLongestRun) return;
    add(left.front().begin, left.back().end, alone);
  }

  // A word with signs before it, where these do not join it to another word.
  void add_name(const Run& run, std::size_t at) {
    const auto signs = std::find_if_not(run.rbegin(), run.rend(), may_begin_name);
    const auto count = static_cast<std::size_t>(signs - run.rbegin());
    if (count == 0 || count > kMostBefore || (signs == run.rend() && before_ == Is::word)) return;
    const std::size_t end = end_of_name(at);
    const std::string_view name = text_.substr(at, end - at);
    std::size_t second = 0;
    if (name.size() > kMostNameBytes || u_isdigit(static_cast<UChar32>(next_code_point(name, second))))
      return;
    const bool one_hyphen = count == 1 && run.back().c == '-';
    if (one_hyphen && length(name) > kLongestFlag) return;
    const std::size_t begin = signs.base()->begin;
    if (const std::string folded = fold(name); !folded.empty())
      symbols_.push_back({std::string(text_.substr(begin, at - begin)) + folded, begin, end, true, false});
  }

  // Hyphens and low lines are inside a name: "--dry-run".
  std::size_t end_of_name(std::size_t at) const {
    std::size_t end = at;
    const std::size_t last = at + kMostNameBytes;
    while (at < text_.size() && at < end + 2 && at <= last) {
      const char32_t c = next_code_point(text_, at);
      if (is_word_character(c))
        end = at;
      else if (c != '-' && c != '_')
        break;
    }
    return end;
  }

  std::string_view text_;
  Run run_;
  Is before_ = Is::blank;
  std::vector<Symbol> symbols_;
};

}  // namespace

std::vector<Symbol> symbols_of(std::string_view text) { return SymbolReader(text).read(); }

}  // namespace kb
