#include "indexer/dialects/definition_lists.h"

#include <algorithm>

#include "kb/text/ascii.h"

namespace indexer {
namespace {

constexpr std::size_t kMaxIndentation = 4;  // of what belongs to a definition

bool is_blank(const Line& line) { return line.text.find_first_not_of(" \t") == std::string::npos; }

// Where a definition's own text begins, 0 when the line is none.
std::size_t definition_start(const Line& line) {
  const std::size_t mark = line.text.find_first_not_of(' ');
  if (line.kind != LineKind::text || mark == std::string::npos || mark > 3) return 0;
  if (line.text[mark] != ':' || mark + 1 >= line.text.size() || !kb::is_blank(line.text[mark + 1])) return 0;
  const std::size_t start = line.text.find_first_not_of(" \t", mark + 1);
  return start == std::string::npos ? 0 : start;
}

// Plain words; nothing that begins a block of another kind.
bool is_term(const Line& line) {
  if (line.kind != LineKind::text || is_blank(line) || definition_start(line) > 0) return false;
  if (kb::is_blank(line.text.front()) || content_start(line.text) > 0) return false;
  if (std::string_view("#|<{:=!+-").find(line.text.front()) != std::string_view::npos)
    return line.text.starts_with("![");
  return !line.text.starts_with("---") && !line.text.starts_with("[^") &&
         line.text.find(" | ") == std::string::npos;
}

class Reader {
 public:
  explicit Reader(Lines& lines) : lines_(&lines) {}

  void run() {
    while (at_ < lines_->size()) {
      const std::size_t terms = terms_here();
      if (terms == 0) {
        was_text_ = line().kind == LineKind::text && !is_blank(line());
        out_.push_back(std::move(line()));
        ++at_;
      } else {
        list(terms);
      }
    }
    *lines_ = std::move(out_);
  }

 private:
  Line& line() { return (*lines_)[at_]; }

  // How many terms stand here with a definition below them. A paragraph goes on, it has none.
  std::size_t terms_here() {
    if (was_text_ || at_ < no_terms_until_) return 0;
    std::size_t end = at_;
    while (end < lines_->size() && is_term((*lines_)[end])) ++end;
    const std::size_t count = end - at_;
    no_terms_until_ = end;
    if (count == 0 || end == lines_->size()) return 0;
    const bool has_gap = is_blank((*lines_)[end]) && count == 1 && end + 1 < lines_->size();
    return definition_start((*lines_)[end + (has_gap ? 1 : 0)]) > 0 ? count : 0;
  }

  void list(std::size_t terms) {
    add("<dl>");
    while (terms > 0) {
      for (; terms > 0; --terms) {
        open("dt");
        out_.push_back(std::move(line()));
        ++at_;
        close("dt");
      }
      definitions();
      was_text_ = false;
      terms = terms_here();
    }
    add("</dl>");
    add("");
    no_terms_until_ = at_;
    was_text_ = false;
  }

  void definitions() {
    skip_blank_lines();
    while (at_ < lines_->size() && definition_start(line()) > 0) {
      open("dd");
      definition();
      close("dd");
      skip_blank_lines();
    }
  }

  // A first line, what follows it without a gap, and what is indented behind a gap.
  void definition() {
    const std::size_t start = definition_start(line());
    take(start);
    bool had_gap = false;
    std::size_t gap = 0;
    while (at_ < lines_->size()) {
      const std::size_t indentation = std::min(line().text.find_first_not_of(' '), line().text.size());
      const bool is_tab = line().text.starts_with('\t');
      if (is_blank(line())) {
        had_gap = true;
        ++gap;
        ++at_;
        continue;
      }
      const bool belongs = indentation >= 2 || is_tab;
      if (had_gap ? !belongs : definition_start(line()) > 0 || ends_here()) break;
      for (; gap > 0; --gap) add("");
      take(is_tab ? 1 : std::min({indentation, start, kMaxIndentation}));
    }
    at_ -= gap;
  }

  // What begins a block of its own ends a definition without a gap.
  bool ends_here() {
    return !kb::is_blank(line().text.front()) &&
           std::string_view("#<").find(line().text.front()) != std::string_view::npos;
  }

  void take(std::size_t from) {
    line().rewrite(line().text.substr(from));
    out_.push_back(std::move(line()));
    ++at_;
  }

  void skip_blank_lines() {
    while (at_ < lines_->size() && is_blank(line())) ++at_;
  }

  void add(std::string text) {
    const std::size_t place = std::min(at_, lines_->size() - 1);
    Line added;
    added.number = (*lines_)[place].number;
    added.changed = true;
    added.text = std::move(text);
    out_.push_back(std::move(added));
  }

  void open(const std::string& tag) {
    add("<" + tag + ">");
    add("");
  }
  void close(const std::string& tag) {
    add("");
    add("</" + tag + ">");
  }

  Lines* lines_;
  Lines out_;
  std::size_t at_ = 0;
  std::size_t no_terms_until_ = 0;  // lines before it were looked at
  bool was_text_ = false;           // the line above is of a paragraph
};

}  // namespace

void read_definition_lists(Lines& lines) {
  const bool has_one =
      std::any_of(lines.begin(), lines.end(), [](const Line& line) { return definition_start(line) > 0; });
  if (has_one) Reader(lines).run();
}

}  // namespace indexer
