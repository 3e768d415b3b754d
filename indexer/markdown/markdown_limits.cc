#include "indexer/markdown/markdown_limits.h"

#include <algorithm>
#include <array>
#include <string>

#include "kb/text/ascii.h"

namespace indexer {
namespace {

constexpr int kMaxColumns = 100;
constexpr int kMaxPipes = 10'000;        // in one line: rows take quadratic time
constexpr int kMaxOpeners = 1'000;       // `<?` and `<!`: each makes the parser look for its end
constexpr int kMaxOpenBrackets = 1'000;  // in one paragraph
constexpr int kMaxMarkers = 100;         // of quotes and lists at the beginning of one line
constexpr std::size_t kMaxReferenceBytes = 32U << 20U;

// Reads a text line by line and says what is too much.
class LimitCheck {
 public:
  LimitCheck(const SourceText& source, FileFindings& findings) : source_(&source), findings_(&findings) {}

  bool run() {
    for (number_ = 1; number_ <= source_->line_count() && ok_; ++number_) {
      const std::string_view line = source_->line(number_);
      if (line.find_first_not_of(" \t>") == std::string_view::npos) end_paragraph();
      check_markers(line);
      check_openers(line);
      check_brackets(line);
      check_table(line);
      check_references(line);
    }
    return ok_;
  }

 private:
  void end_paragraph() {
    open_brackets_ = 0;
    reference_size_ = 0;
  }

  // `> - > - text`: the parser keeps every level open.
  void check_markers(std::string_view line) {
    if (line.find_first_not_of(" \t-*_") == std::string_view::npos) return;  // a thematic break
    int markers = 0;
    for (std::size_t i = 0; i < line.size(); ++i) {
      const char c = line[i];
      const bool has_space = i + 1 < line.size() && (line[i + 1] == ' ' || line[i + 1] == '\t');
      if (c == '>' || (has_space && std::string_view("-*+.)").find(c) != std::string_view::npos)) ++markers;
      if (std::string_view(" \t>-*+.)0123456789").find(c) == std::string_view::npos) break;
    }
    if (markers > kMaxMarkers) refuse("quotes or lists are nested deeper than 100 levels");
  }

  void check_openers(std::string_view line) {
    for (std::size_t at = line.find('<'); at != std::string_view::npos && at + 1 < line.size();
         at = line.find('<', at + 1)) {
      if (line[at + 1] == '?' || line[at + 1] == '!') ++openers_;
    }
    if (openers_ > kMaxOpeners) refuse("more than 1,000 of `<?` and `<!`");
  }

  void check_brackets(std::string_view line) {
    int closed_in_word = 0;
    for (const char c : line) {
      closed_in_word = c == ' ' ? 0 : closed_in_word + (c == ')' ? 1 : 0);
      if (closed_in_word > kMaxOpenBrackets) return refuse("more than 1,000 `)` without a space");
      if (c == '[') ++open_brackets_;
      if (c == ']') open_brackets_ = std::max(open_brackets_ - 1, 0);
      if (c == ']') ++brackets_;
    }
    if (open_brackets_ > kMaxOpenBrackets) refuse("more than 1,000 unclosed `[` in one paragraph");
  }

  // Short rows are filled up to the table's columns, so a few bytes can hold thousands of cells. What only
  // looks like a delimiter row is refused too.
  void check_table(std::string_view line) {
    const auto pipes = std::count(line.begin(), line.end(), '|');
    if (pipes > kMaxPipes) return refuse("more than 10,000 `|` in one line");
    const bool is_delimiter = line.find('-') != std::string_view::npos &&
                              line.find_first_not_of(" \t\v\f|:->") == std::string_view::npos;
    const auto columns = pipes - 1;
    if (!is_delimiter || columns <= kMaxColumns) return;
    findings_->report("table-too-wide", source_->position(number_, 1),
                      "the table has " + std::to_string(columns) + " columns, at most 100 are allowed");
    ok_ = false;
  }

  // Every use of a reference repeats its target, so the page may be (longest target) x (uses) long.
  void check_references(std::string_view line) {
    const std::size_t start = line.find_first_not_of(" \t>");
    const bool begins =
        start != std::string_view::npos && line[start] == '[' &&
        (line.find("]:") != std::string_view::npos || line.find(']') == std::string_view::npos);
    if (begins) reference_size_ = 1;
    if (reference_size_ > 0) reference_size_ += line.size();
    longest_reference_ = std::max(longest_reference_, reference_size_);
    if (longest_reference_ * static_cast<std::size_t>(brackets_) <= kMaxReferenceBytes) return;
    refuse("a reference definition is too long for the number of links");
  }

  void refuse(const std::string& what) {
    if (ok_) findings_->report("markdown-limit", source_->position(number_, 1), what);
    ok_ = false;
  }

  const SourceText* source_;
  FileFindings* findings_;
  bool ok_ = true;
  int number_ = 1;
  int openers_ = 0;
  int open_brackets_ = 0;
  int brackets_ = 0;
  std::size_t reference_size_ = 0;  // of the definition we are in, 0 outside
  std::size_t longest_reference_ = 0;
};

}  // namespace

bool check_markdown_limits(const SourceText& source, FileFindings& findings) {
  return LimitCheck(source, findings).run();
}

bool leaves_too_much_open(std::string_view html) {
  constexpr int kMost = 500;
  // HTML's formatting elements (WHATWG HTML, 13.2.4.3).
  constexpr std::array<std::string_view, 14> kFormatting{
      "a", "b", "big", "code", "em", "font", "i", "nobr", "s", "small", "strike", "strong", "tt", "u"};
  std::array<int, kFormatting.size()> open{};
  int all = 0;
  for (std::size_t at = html.find('<'); at != std::string_view::npos; at = html.find('<', at + 1)) {
    const bool is_end = html.substr(at).starts_with("</");
    const std::size_t begin = at + (is_end ? 2 : 1);
    const std::size_t end = std::min(html.find_first_of(" \t\n\f/>", begin), html.size());
    const auto found = std::find(kFormatting.begin(), kFormatting.end(),
                                 kb::to_lower(html.substr(begin, std::min<std::size_t>(end - begin, 7))));
    if (found == kFormatting.end()) continue;
    int& count = open[static_cast<std::size_t>(found - kFormatting.begin())];
    if (is_end && count == 0) continue;
    count += is_end ? -1 : 1;
    all += is_end ? -1 : 1;
    if (all > kMost) return true;
  }
  return false;
}

}  // namespace indexer
