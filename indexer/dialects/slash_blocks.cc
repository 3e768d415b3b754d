#include "indexer/dialects/slash_blocks.h"

#include <algorithm>
#include <map>

#include "indexer/lines/line_writer.h"
#include "indexer/tags/alert_kinds.h"
#include "kb/text/ascii.h"

namespace indexer {
namespace {

constexpr std::size_t kMostOpen = 18;

struct SlashLine {
  std::size_t slashes = 0;  // 0: none
  std::string_view name;    // "" closes a block
  std::string_view title;
};

SlashLine slash_line(std::string_view content) {
  content = kb::trim(content, kb::kBlanks);
  SlashLine line;
  line.slashes = std::min(content.find_first_not_of('/'), content.size());
  if (line.slashes < 3) return {};
  const std::string_view rest = kb::trim(content.substr(line.slashes), kb::kBlanks);
  const std::size_t bar = rest.find('|');
  line.name = kb::trim(rest.substr(0, bar), kb::kBlanks);
  if (bar != std::string_view::npos) line.title = kb::trim(rest.substr(bar + 1), kb::kBlanks);
  const bool is_name =
      std::all_of(line.name.begin(), line.name.end(), [](char c) { return kb::is_alnum(c) || c == '-'; });
  const bool is_apart = rest.empty() || kb::is_blank(content[line.slashes]);
  return is_name && is_apart && (bar == std::string_view::npos || !line.name.empty()) ? line : SlashLine{};
}

class SlashReader {
 public:
  explicit SlashReader(Lines& lines) : lines_(&lines) {
    for (std::size_t i = 0; i < lines.size(); ++i) {
      const SlashLine line = slash_line(content_of(lines[i]));
      if (line.slashes > 0 && line.name.empty()) last_close_[line.slashes] = i;
    }
  }

  Lines run() {
    for (at_ = 0; at_ < lines_->size(); ++at_) {
      Line& line = (*lines_)[at_];
      const std::string content(content_of(line));
      const SlashLine slash = line.kind == LineKind::text ? slash_line(content) : SlashLine{};
      const std::string prefix = line.text.substr(0, line.text.size() - content.size());
      if (slash.slashes > 0 && !slash.name.empty() && is_closed(slash)) {
        open(line, prefix, slash);
      } else if (!open_.empty() && slash.slashes == open_.back().slashes && slash.name.empty()) {
        close(line, prefix);
      } else if (line.kind == LineKind::text && (content.starts_with("?> ") || content.starts_with("!> "))) {
        docsify(line, prefix, content);
      } else {
        out_.keep(std::move(line));
      }
    }
    return out_.take();
  }

 private:
  struct Open {
    std::size_t slashes = 0;
    bool is_tab = false;
    bool is_box = false;  // wrote a `:::` line
  };

  static std::string_view content_of(const Line& line) {
    return std::string_view(line.text).substr(content_start(line.text));
  }

  bool is_closed(const SlashLine& slash) const {
    const auto last = last_close_.find(slash.slashes);
    return last != last_close_.end() && last->second > at_ && open_.size() < kMostOpen;
  }

  void open(const Line& line, const std::string& prefix, const SlashLine& slash) {
    std::string kind = kb::to_lower(slash.name);
    for (std::string option; !(option = next_option()).empty();) {
      if (option.starts_with("type:")) kind = kb::to_lower(kb::trim(option.substr(5)));
    }
    Open opened{slash.slashes, kind == "tab", false};
    const std::string_view known = alert_kind(kind);
    std::string box;
    if (kind == "details" || kind == "tab") box = kind;
    if (box.empty() && !known.empty()) box = known;
    if (box.empty() && kind == "admonition") box = "note";
    opened.is_box = !box.empty();
    out_.begin(line, prefix);
    if (opened.is_tab && !in_tabs_) out_.block_line(":::tabs");
    in_tabs_ = false;
    const bool is_mark = slash.title.starts_with('[') || slash.title.starts_with('{');
    const std::string title = slash.title.empty() ? "" : (is_mark ? " \\" : " ") + std::string(slash.title);
    opened.is_box ? out_.block_line(":::" + box + title) : out_.gap();
    out_.end();
    open_.push_back(opened);
  }

  // `    type: warning` right below; "" when there is none.
  std::string next_option() {
    if (at_ + 1 >= lines_->size()) return "";
    const std::string& text = (*lines_)[at_ + 1].text;
    const std::string_view option = kb::trim(text, kb::kBlanks);
    if (indentation(text) < 4 || option.find(':') == std::string_view::npos) return "";
    ++at_;
    return std::string(option);
  }

  void close(const Line& line, const std::string& prefix) {
    const Open last = open_.back();
    open_.pop_back();
    out_.begin(line, prefix);
    last.is_box ? out_.block_line(":::") : out_.gap();
    if (last.is_tab) {
      std::size_t next = at_ + 1;
      while (next < lines_->size() && is_blank_line((*lines_)[next].text)) ++next;
      in_tabs_ = next < lines_->size() && slash_line(content_of((*lines_)[next])).name == "tab";
      if (!in_tabs_) out_.block_line(":::");
    }
    out_.end();
  }

  // To the end of its paragraph.
  void docsify(const Line& line, const std::string& prefix, const std::string& content) {
    out_.begin(line, prefix);
    out_.block_line(content.front() == '?' ? ":::tip" : ":::warning");
    out_.line(content.substr(3));
    while (at_ + 1 < lines_->size() && !is_blank_line((*lines_)[at_ + 1].text)) {
      out_.keep(std::move((*lines_)[++at_]));
    }
    out_.block_line(":::");
    out_.end();
  }

  Lines* lines_;
  std::map<std::size_t, std::size_t> last_close_;  // slashes -> the last line of just these
  LineWriter out_;
  std::vector<Open> open_;
  std::size_t at_ = 0;
  bool in_tabs_ = false;  // the tab that was just closed is followed by another
};

}  // namespace

void read_slash_blocks(Lines& lines) {
  if (!hold_any(lines, {"///", "?> ", "!> "})) return;
  lines = SlashReader(lines).run();
  mark_kinds(lines);
}

}  // namespace indexer
