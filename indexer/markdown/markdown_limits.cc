#include "indexer/markdown/markdown_limits.h"

#include <algorithm>
#include <cctype>
#include <map>
#include <span>
#include <string>

#include "kb/text/ascii.h"

namespace indexer {
namespace {

constexpr int kMaxColumns = 100;
constexpr int kMaxCells = 50'000;
constexpr int kMaxOpeners = 1'000;       // `<?` and `<!`: each makes the parser look for its end
constexpr int kMaxOpenBrackets = 1'000;  // in one paragraph
constexpr int kMaxMarkers = 100;         // of quotes and lists at the beginning of one line
constexpr std::size_t kMaxReferenceBytes = 32U << 20U;

// Reads a text line by line and says what is too much.
class LimitCheck {
 public:
  LimitCheck(const SourceText& source, Diagnostics& diags) : source_(&source), diags_(&diags) {}

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
    columns_ = 0;
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

  // Short rows are filled up to the table's columns, so a few bytes can hold thousands of cells.
  void check_table(std::string_view line) {
    if (columns_ > 0) {
      cells_ += columns_;
      if (cells_ > kMaxCells) refuse("tables of more than 50,000 cells");
      return;
    }
    if (line.find('-') == std::string_view::npos || line.find('|') == std::string_view::npos) return;
    if (line.find_first_not_of(" \t|:->") != std::string_view::npos) return;
    columns_ = std::max(static_cast<int>(std::count(line.begin(), line.end(), '|')) - 1, 1);
    if (columns_ <= kMaxColumns) return;
    diags_->report("table-too-wide", source_->position(number_, 1),
                   "the table has " + std::to_string(columns_) + " columns, at most 100 are allowed");
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
    if (ok_) diags_->report("markdown-limit", source_->position(number_, 1), what);
    ok_ = false;
  }

  const SourceText* source_;
  Diagnostics* diags_;
  bool ok_ = true;
  int number_ = 1;
  int openers_ = 0;
  int open_brackets_ = 0;
  int brackets_ = 0;
  int columns_ = 0;  // of the table we are in, 0 outside
  int cells_ = 0;
  std::size_t reference_size_ = 0;  // of the definition we are in, 0 outside
  std::size_t longest_reference_ = 0;
};

// Elements that hold others until their end tag is written. Those of lists and tables end by themselves.
constexpr std::string_view kEndThemselves[] = {
    "area", "base", "br",    "col",    "dd",    "dt", "embed", "hr", "img",   "input", "li",    "link",
    "meta", "p",    "param", "source", "tbody", "td", "tfoot", "th", "thead", "tr",    "track", "wbr"};
constexpr std::string_view kFormatting[] = {"a",    "b", "big",   "code",   "em",     "font", "i",
                                            "nobr", "s", "small", "strike", "strong", "tt",   "u"};

bool contains(std::span<const std::string_view> list, std::string_view name) {
  return std::find(list.begin(), list.end(), name) != list.end();
}

// Counts tags without building a tree. Text that only looks like a tag makes it too strict, never too lax.
class NestingCheck {
 public:
  explicit NestingCheck(std::string_view html) : html_(html) {}

  // What is too much, or "".
  std::string run() {
    for (at_ = html_.find('<'); at_ != std::string_view::npos; at_ = html_.find('<', at_)) {
      ++at_;
      read_tag();
      if (open_ > kMaxOpenElements) return "raw HTML is nested deeper than 300 elements";
      if (repeated_ > kMaxRepeated) return "raw HTML leaves too many elements such as <b> unclosed";
      if (attributes_ > kMaxAttributes) return "a raw HTML tag has more than 500 attributes";
    }
    return "";
  }

 private:
  void read_tag() {
    const bool is_end = at_ < html_.size() && html_[at_] == '/';
    if (is_end) ++at_;
    std::string name;
    while (at_ < html_.size() && is_name_character(html_[at_])) {
      name += kb::to_lower(html_[at_++]);
    }
    if (name.empty()) return;
    count(name, is_end ? -1 : 1);
    skip_attributes();
  }

  void count(const std::string& name, int change) {
    if (contains(kEndThemselves, name)) {
      if (change > 0) repeated_ += open_formatting_;
      return;
    }
    int& open = open_by_name_[name];
    if (open + change < 0) return;
    open += change;
    open_ += change;
    // The parser opens formatting again in every block that follows.
    if (change > 0) repeated_ += open_formatting_;
    if (contains(kFormatting, name)) open_formatting_ += change;
  }

  // To the end of the tag: a > between quotes does not end it.
  void skip_attributes() {
    attributes_ = 0;
    for (char before = ' '; at_ < html_.size() && html_[at_] != '>'; ++at_) {
      const char c = html_[at_];
      if (c == ' ' || c == '\n' || c == '\t' || c == '/') ++attributes_;
      if ((c == '"' || c == '\'') && before == '=') at_ = std::min(html_.find(c, at_ + 1), html_.size() - 1);
      if (c != ' ' && c != '\n' && c != '\t') before = c;
    }
  }

  static bool is_name_character(char c) { return kb::is_alnum(c) || c == '-'; }

  static constexpr int kMaxOpenElements = 300;
  static constexpr int kMaxRepeated = 500'000;
  static constexpr int kMaxAttributes = 500;

  std::string_view html_;
  std::size_t at_ = 0;
  int open_ = 0;
  int open_formatting_ = 0;
  int repeated_ = 0;
  int attributes_ = 0;  // of the last tag
  std::map<std::string, int> open_by_name_;
};

constexpr std::size_t kMaxHtmlBytes = 4U << 20U;

}  // namespace

bool check_markdown_limits(const SourceText& source, Diagnostics& diags) {
  return LimitCheck(source, diags).run();
}

bool check_html_limits(std::string_view html, Position at, Diagnostics& diags) {
  std::string problem =
      html.size() > kMaxHtmlBytes ? "the page is larger than 4 MiB" : NestingCheck(html).run();
  if (problem.empty()) return true;
  diags.report("markdown-limit", at, std::move(problem));
  return false;
}

}  // namespace indexer
