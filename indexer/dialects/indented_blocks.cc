#include "indexer/dialects/indented_blocks.h"

#include <algorithm>
#include <optional>

#include "indexer/tags/alert_kinds.h"
#include "kb/text/ascii.h"

namespace indexer {
namespace {

constexpr std::size_t kBody = 4;  // columns by which what is inside is indented
constexpr std::size_t kMaxIndented = 18;

struct IndentedBlock {
  std::string line;  // ":::note Title"
  bool is_tab = false;
  bool begins_tabs = false;  // `===! "x"` begins other tabs than those before
  std::size_t column = 0;    // of its first line, in ours
};

// "x" of `"x"` at the end of a line, and what stands before it.
std::string_view take_quoted_end(std::string_view& text) {
  text = kb::trim(text, kb::kBlanks);
  if (text.size() < 2 || (text.back() != '"' && text.back() != '\'')) return {};
  const std::size_t begin = text.find(text.back());
  if (begin + 1 >= text.size()) return {};
  const std::string_view title = text.substr(begin + 1, text.size() - begin - 2);
  text = kb::trim(text.substr(0, begin), kb::kBlanks);
  return title;
}

bool are_words(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) {
    return kb::is_alnum(c) || kb::is_blank(c) || c == '-' || c == '_' || c == '|';
  });
}

std::string capitalised(std::string_view name) {
  std::string title(name);
  if (!title.empty()) title.front() = kb::to_upper(title.front());
  return title;
}

// `note inline end "Title"`. MkDocs shows the kind where there is no title.
std::optional<IndentedBlock> admonition(std::string_view rest, std::string_view sign) {
  const bool has_quotes = rest.find('"') != std::string_view::npos;
  std::string title(take_quoted_end(rest));
  const std::string_view kind = rest.substr(0, rest.find_first_of(" \t"));
  if (!are_words(rest) || (kind.empty() && !has_quotes)) return std::nullopt;
  const std::string_view known = alert_kind(kind);
  const bool is_folded = sign.starts_with("???");
  if (title.empty() && is_folded) title = capitalised(kind);
  if (title.empty() && !has_quotes) title = alert_title(kind);
  IndentedBlock block;
  block.line = ":::" + (is_folded ? "details" : known.empty() ? "note" : std::string(known));
  if (!title.empty()) block.line += (title.front() == '[' || title.front() == '{' ? " \\" : " ") + title;
  if (sign == "???+") block.line += " {open}";
  return block;
}

std::optional<IndentedBlock> indented_tab(std::string_view rest, std::string_view sign) {
  const std::string label(take_quoted_end(rest));
  if (label.empty() || !rest.empty()) return std::nullopt;
  IndentedBlock block;
  block.line = ":::tab " + label;
  block.is_tab = true;
  block.begins_tabs = sign == "===!";
  return block;
}

std::optional<IndentedBlock> block_of(std::string_view content) {
  for (const std::string_view sign : {"!!!", "???+", "???", "===+", "===!", "==="}) {
    if (!content.starts_with(sign)) continue;
    const std::string_view rest = content.substr(sign.size());
    if (!rest.starts_with(' ') && !rest.starts_with('"')) return std::nullopt;
    return sign.starts_with('=') ? indented_tab(kb::trim(rest), sign) : admonition(kb::trim(rest), sign);
  }
  return std::nullopt;
}

class IndentedReader {
 public:
  explicit IndentedReader(Lines& lines) : lines_(&lines) {}

  Lines run() {
    for (at_ = 0; at_ < lines_->size(); ++at_) {
      const Line& line = (*lines_)[at_];
      if (is_white(line.text)) {
        ++blank_;
        continue;
      }
      leave_blocks(line);
      read(line);
    }
    while (!open_.empty()) close(lines_->back());
    for (; blank_ > 0; --blank_) add(lines_->back(), "");
    return std::move(out_);
  }

 private:
  static bool is_white(std::string_view text) {
    return text.find_first_not_of(" \t") == std::string_view::npos;
  }

  std::string_view inside(const Line& line) const {
    return without_indentation(line.text, kBody * open_.size());
  }

  // Ends the blocks that the line is not indented enough for.
  void leave_blocks(const Line& line) {
    while (!open_.empty() && indentation(line.text) < open_.back().column + kBody * open_.size()) {
      const IndentedBlock& last = open_.back();
      const std::string_view outside = without_indentation(line.text, kBody * (open_.size() - 1));
      const auto next =
          last.is_tab && indentation(outside) == last.column ? block_of(kb::trim(outside)) : std::nullopt;
      in_tabs_ = next && next->is_tab && !next->begins_tabs;
      close(line);
    }
  }

  void read(const Line& line) {
    const std::string_view text = inside(line);
    write_blank(line);
    const std::size_t start = std::min(text.find_first_not_of(" \t"), text.size());
    const bool in_code = kinds_.next(text) != LineKind::text;
    auto block = in_code || open_.size() >= kMaxIndented ? std::nullopt : block_of(text.substr(start));
    if (!block || !has_body(indentation(line.text))) {
      if (in_tabs_) end_tabs(line);
      return keep(line, text);
    }
    block->column = indentation(text);
    const std::string prefix(text.substr(0, start));
    if (block->is_tab && !in_tabs_) add(line, prefix + ":::tabs");
    in_tabs_ = false;
    add(line, prefix + block->line);
    open_.push_back(std::move(*block));
    kinds_ = LineKinds();
  }

  // Empty lines between tabs and at a block's end come after the end.
  void write_blank(const Line& line) {
    for (; blank_ > 0; --blank_) {
      add(line, "");
      kinds_.next("");
    }
  }

  bool has_body(std::size_t column) const {
    std::size_t next = at_ + 1;
    while (next < lines_->size() && is_white((*lines_)[next].text)) ++next;
    return next < lines_->size() && indentation((*lines_)[next].text) >= column + kBody;
  }

  void close(const Line& line) {
    const IndentedBlock last = std::move(open_.back());
    open_.pop_back();
    const std::string prefix(last.column, ' ');
    add(line, prefix + ":::");
    if (last.is_tab && !in_tabs_) add(line, prefix + ":::");
    kinds_ = LineKinds();
    if (last.column >= 2) kinds_.next("- list");  // it stood in a list
  }

  void end_tabs(const Line& line) {
    add(line, ":::");
    in_tabs_ = false;
  }

  void keep(const Line& line, std::string_view text) {
    Line kept = line;
    kept.rewrite(std::string(text));
    out_.push_back(std::move(kept));
  }

  void add(const Line& line, std::string text) {
    Line added = line;
    added.text = std::move(text);
    added.changed = true;
    out_.push_back(std::move(added));
  }

  Lines* lines_;
  Lines out_;
  LineKinds kinds_;
  std::vector<IndentedBlock> open_;
  std::size_t at_ = 0;
  std::size_t blank_ = 0;  // empty lines that are not yet written
  bool in_tabs_ = false;   // the tab that was just closed is followed by another
};

}  // namespace

void read_indented_blocks(Lines& lines) {
  if (!hold_any(lines, {"!!!", "???", "=== ", "===+", "===!"})) return;
  lines = IndentedReader(lines).run();
  mark_kinds(lines);
}

bool begins_indented_block(std::string_view content) { return block_of(content).has_value(); }

}  // namespace indexer
