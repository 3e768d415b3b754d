#include "indexer/markdown/markdown_source.h"

#include <algorithm>
#include <vector>

#include "indexer/html/hidden_html.h"
#include "indexer/inline/images.h"
#include "indexer/lines/markdown_words.h"
#include "indexer/markdown/link_target.h"
#include "indexer/markdown/tabs.h"
#include "kb/text/ascii.h"

namespace indexer {
namespace {

enum class LineKind { text, code, html, title };

void mark_lines(const MarkdownNode& node, std::vector<LineKind>& kinds) {
  const bool is_code = node.type == NodeType::code_block;
  if (is_code || node.type == NodeType::html_block) {
    for (int line = node.line; line <= node.end_line && line < static_cast<int>(kinds.size()); ++line) {
      if (line > 0) kinds[static_cast<std::size_t>(line)] = is_code ? LineKind::code : LineKind::html;
    }
  }
  for (const MarkdownNode& child : node.children) mark_lines(child, kinds);
}

// What stands in the place of the lines that begin and end tabs: the labels alone, since nothing can be
// chosen in a text.
void find_tab_lines(const MarkdownNode& node, std::map<int, std::string>& lines) {
  const bool is_one = is_tab(node);
  if (is_one || (node.type == NodeType::container && node.text == "tabs")) {
    lines[node.line] = is_one && !node.info.empty() ? strong_words(node.info) : "";
    if (node.end_line > node.line) lines[node.end_line] = "";
  }
  for (const MarkdownNode& child : node.children) find_tab_lines(child, lines);
}

// Copies the text and changes it on the way.
class Editor {
 public:
  Editor(const SourceText& source, const MarkdownNode& document, const MarkdownEdits& edits)
      : source_(&source), text_(source.text()), edits_(&edits), hidden_(text_) {
    kinds_.assign(static_cast<std::size_t>(source.line_count()) + 1, LineKind::text);
    mark_lines(document, kinds_);
    find_tab_lines(document, tab_lines_);
    constexpr std::size_t kLongestEntity = 6;
    for (const auto& [url, other] : edits.urls) reach_ = std::max(reach_, url.size() * kLongestEntity + 64);
    for (int line = std::max(edits.title_line, 1); line <= edits.title_end_line; ++line) {
      kinds_[static_cast<std::size_t>(line)] = LineKind::title;
    }
  }

  std::string run() {
    while (at_ < text_.size()) {
      const int line = source_->line_at(at_);
      const LineKind kind = kinds_[static_cast<std::size_t>(line)];
      if (kind == LineKind::title) {
        at_ = source_->offset(line + 1);
      } else if (kind == LineKind::code) {
        copy_until(source_->offset(line + 1));
      } else if (const auto tab = tab_lines_.find(line); tab != tab_lines_.end()) {
        write_tab_line(line, tab->second);
      } else {
        edit_line(line, kind);
      }
    }
    out_.erase(0, std::min(out_.find_first_not_of('\n'), out_.size()));
    return std::move(out_);
  }

 private:
  void copy_until(std::size_t end) {
    out_ += text_.substr(at_, end - at_);
    at_ = end;
  }

  // Between empty lines, at the depth of the line that it stands for.
  void write_tab_line(int line, const std::string& label) {
    const std::string_view own = source_->line(line);
    const std::string prefix(own.substr(0, own.find(':')));
    const std::string gap(kb::trim_end(prefix, kb::kBlanks));
    if (!gap.empty() || !out_.ends_with("\n\n")) out_ += gap + "\n";
    if (!label.empty()) out_ += prefix + label + "\n" + gap + "\n";
    at_ = source_->offset(line + 1);
  }

  bool is_at(std::string_view token) const { return text_.substr(at_).starts_with(token); }

  // May go past the line's end with a comment or a code span.
  void edit_line(int line, LineKind kind) {
    const std::size_t line_end = source_->offset(line + 1);
    const std::size_t out_begin = out_.size();
    had_comment_ = false;
    block_end_ = 0;
    while (at_ < line_end) step(line, kind);
    const bool is_blank = out_.find_first_not_of(" \t\n>", out_begin) == std::string::npos;
    if (had_comment_ && is_blank) out_.resize(out_begin);
    brackets_.clear();
  }

  void step(int line, LineKind kind) {
    if (is_at("<!--")) return skip_comment(line, kind);
    if (const std::size_t size = is_at("<") ? hidden_.size_at(at_) : 0; size > 0) {
      at_ += size;
      had_comment_ = true;
      return;
    }
    if (is_at("<a") || is_at("<A") || is_at("<img") || is_at("<IMG") || is_at("<video") || is_at("<source") ||
        is_at("<track"))
      return edit_tag();
    if (kind == LineKind::html) return copy_until(at_ + 1);
    if (is_at("\\")) return copy_until(std::min(at_ + 2, text_.size()));
    if (is_at("`")) return copy_code(line);
    if (is_at("[")) brackets_.push_back(out_.size());
    if (is_at("](")) return edit_target(at_ + 2);
    if (is_at("]") && !brackets_.empty()) brackets_.pop_back();
    if (is_at("]:")) return edit_target(at_ + 2);
    copy_until(at_ + 1);
  }

  // The end of the paragraph or HTML block that a line belongs to.
  std::size_t block_end(int line, LineKind kind) {
    if (block_end_ > at_) return block_end_;
    while (
        line <= source_->line_count() && kinds_[static_cast<std::size_t>(line)] == kind &&
        (kind == LineKind::html || source_->line(line).find_first_not_of(" \t>") != std::string_view::npos)) {
      ++line;
    }
    block_end_ = source_->offset(line);
    return block_end_;
  }

  // One that is not closed in its HTML block hides the rest of the page, so it does here.
  void skip_comment(int line, LineKind kind) {
    constexpr std::string_view kEnd = "-->";
    const std::size_t limit = block_end(line, kind);
    const std::size_t end = text_.substr(0, limit).find(kEnd, at_);
    if (end == std::string_view::npos && kind == LineKind::text) return copy_until(at_ + 1);
    at_ = end == std::string_view::npos ? text_.size() : end + kEnd.size();
    had_comment_ = true;
  }

  void copy_code(int line) {
    const std::size_t run_end = std::min(text_.find_first_not_of('`', at_), text_.size());
    const std::size_t size = run_end - at_;
    const std::string_view block = text_.substr(0, block_end(line, LineKind::text));
    std::size_t close = block.find('`', run_end);
    while (close != std::string_view::npos) {
      const std::size_t close_end = std::min(block.find_first_not_of('`', close), block.size());
      if (close_end - close == size) return copy_until(close_end);
      close = block.find('`', close_end);
    }
    copy_until(run_end);
  }

  void edit_target(std::size_t from) {
    const bool is_behind_text = is_at("](");
    copy_until(from);
    const auto target = find_target(text_.substr(0, std::min(text_.size(), at_ + reach_)), at_);
    if (is_behind_text && !brackets_.empty()) {
      if (target && (is_film(target->value) || is_sound(target->value))) link_film(target->value);
      brackets_.pop_back();
    }
    if (target) replace(*target);
  }

  // A film is written as an image, which no other program shows: it becomes a link, named after the file
  // where it has no words. Within a link it stays.
  void link_film(const std::string& target) {
    const std::size_t bracket = brackets_.back();
    const bool is_image = brackets_.size() == 1 && bracket > 0 && out_[bracket - 1] == '!' &&
                          (bracket == 1 || out_[bracket - 2] != '\\');
    if (!is_image) return;
    out_.erase(bracket - 1, 1);
    if (out_.ends_with("[](")) out_.insert(bracket, target.substr(target.rfind('/') + 1));
  }

  void edit_tag() {
    const auto target = find_tag_target(text_, at_);
    copy_until(target ? target->begin : at_ + 1);
    if (target) replace(*target);
  }

  void replace(const LinkTarget& target) {
    const auto found = edits_->urls.find(target.value);
    if (found == edits_->urls.end()) return;
    copy_until(target.begin);
    out_ += target.write(found->second);
    at_ = target.end;
  }

  const SourceText* source_;
  std::string_view text_;  // of *source_, which outlives the editor
  const MarkdownEdits* edits_;
  HiddenHtml hidden_;
  std::vector<LineKind> kinds_;  // of each line, from 1
  std::map<int, std::string> tab_lines_;
  std::string out_;
  std::vector<std::size_t> brackets_;  // of this line that are open, in `out_`
  std::size_t at_ = 0;
  std::size_t reach_ = 0;  // no known target is written in more bytes
  std::size_t block_end_ = 0;
  bool had_comment_ = false;
};

}  // namespace

std::string edit_markdown(const SourceText& source, const MarkdownNode& document,
                          const MarkdownEdits& edits) {
  return Editor(source, document, edits).run();
}

}  // namespace indexer
