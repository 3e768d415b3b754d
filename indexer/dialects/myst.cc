#include "indexer/dialects/myst.h"

#include <algorithm>

#include "indexer/lines/line_writer.h"
#include "indexer/lines/markdown_words.h"
#include "indexer/myst/myst_directive.h"
#include "indexer/myst/myst_leaves.h"
#include "indexer/myst/myst_notes.h"
#include "indexer/tags/alert_kinds.h"
#include "kb/text/ascii.h"

namespace indexer {
namespace {

constexpr std::size_t kMaxMystNested = 15;  // directive_marks allows 20, and a tab takes two
constexpr int kMaxTablesNested = 3;

std::string block_title(std::string_view title) {
  if (title.empty()) return "";
  return (title.front() == '[' || title.front() == '{' ? " \\" : " ") + std::string(title);
}

struct OpenMyst {
  std::string fence;
  std::string prefix;  // of its further lines
  int closers = 0;     // `:::` lines that end it
  bool is_tabs = false;
  bool is_card = false;
  bool in_list = false;
  bool is_ours = false;  // `:::note`, whose end stays
};

class MystReader {
 public:
  MystReader(Lines& lines, const DialectContext& context, RuleFindings& unknown, int depth)
      : lines_(&lines), context_(&context), unknown_(&unknown), depth_(depth) {}

  Lines run() {
    for (; at_ < lines_->size(); ++at_) {
      leave_blocks((*lines_)[at_]);
      read((*lines_)[at_]);
    }
    while (!open_.empty()) close(lines_->back());
    return writer_.take();
  }

 private:
  void read(const Line& line) {
    const std::size_t start = content_start(line.text);
    const std::string prefix = line.text.substr(0, start);
    const std::string_view content = std::string_view(line.text).substr(start);
    LineKinds would_be = kinds_;
    const bool is_text = would_be.next(prefix + "x") == LineKind::text;
    if (is_text && close_by(line, content)) return;
    if (is_text) {
      auto directive = myst_opening(content, context_->is_sphinx);
      const bool is_too_deep = open_.size() >= kMaxMystNested;
      if (directive && (!is_too_deep || is_taken_whole(directive->action) || !is_for_readers(*directive)))
        return open(line, prefix, *directive);
    }
    if (is_text && open_ours(prefix, content)) return keep(line);
    if (is_text && (is_comment(line.text) || is_rule_of_myst(content))) {
      writer_.begin(line, prefix);
      return writer_.gap();
    }
    keep(line);
  }

  bool is_comment(std::string_view text) const { return context_->is_sphinx && is_myst_comment(text); }

  // `+++` parts cells of a notebook, and with `^^^` head and foot of a card.
  bool is_rule_of_myst(std::string_view content) const {
    content = kb::trim(content);
    const bool in_card = !open_.empty() && open_.back().is_card;
    const bool is_break = content == "+++" || content.starts_with("+++ {");
    return (is_break && (in_card || context_->is_sphinx)) || (content == "^^^" && in_card);
  }

  void keep(const Line& line) {
    note_list(line.text);
    kinds_.next(line.text);
    writer_.keep(line);
  }

  // Keeps account of whether a line is in a list.
  void note_list(std::string_view text) {
    const std::size_t sign = std::min(text.find_first_not_of(" \t>"), text.size());
    if (content_start(text) > sign) {
      in_list_ = true;
    } else if (!is_blank_line(text) && indentation(text) < 2) {
      in_list_ = false;
    }
  }

  static bool has_left(const Line& line, std::string_view prefix, bool in_list) {
    if (prefix.find('>') != std::string_view::npos) return !kb::trim(line.text).starts_with('>');
    return in_list && !is_blank_line(line.text) && indentation(line.text) < 2;
  }

  // Quotes and items of lists end the blocks within them.
  void leave_blocks(const Line& line) {
    while (!open_.empty() && has_left(line, open_.back().prefix, open_.back().in_list)) {
      close(line);
      kinds_ = LineKinds();
    }
  }

  // The innermost block that the fence is for. A longer one ends what is open within its own, too.
  bool close_by(const Line& line, std::string_view content) {
    std::size_t found = open_.size();
    for (std::size_t i = open_.size(); i-- > 0;) {
      const bool is_longer = found == open_.size() || open_[i].fence.size() > open_[found].fence.size();
      if (is_longer && closes_myst(content, open_[i].fence)) found = i;
    }
    if (found == open_.size()) return false;
    while (open_.size() > found) close(line);
    return true;
  }

  void close(const Line& line) {
    const OpenMyst last = std::move(open_.back());
    open_.pop_back();
    writer_.begin(line, last.prefix);
    for (int i = 0; i < last.closers; ++i) writer_.block_line(last.prefix, ":::");
    if (last.closers == 0) writer_.gap();
    kinds_.next("");
  }

  // Our own blocks are counted, so that their ends are not taken for others'.
  bool open_ours(std::string_view prefix, std::string_view content) {
    if (open_.empty() || open_.size() >= kMaxMystNested || !content.starts_with(":::")) return false;
    const std::size_t colons = std::min(content.find_first_not_of(':'), content.size());
    const std::string_view name = kb::trim(content.substr(colons));
    if (name.empty() || !kb::is_letter(name.front()) || name.ends_with(":::")) return false;
    open_.push_back({std::string(colons, ':'), next_prefix(prefix), 1, false, false, false, true});
    return true;
  }

  void open(const Line& line, const std::string& prefix, MystDirective& directive) {
    note_list(line.text);
    const bool in_list = in_list_;
    at_ += read_myst_options(*lines_, at_ + 1, directive.options);
    writer_.begin(line, prefix);
    if (directive.action == MystAction::only) decide_only(directive, line);
    if (directive.action == MystAction::unknown && shows_commands(*lines_, at_ + 1))
      directive.action = MystAction::code;
    if (is_taken_whole(directive.action)) return take_whole(line, prefix, directive, in_list);
    OpenMyst block{directive.fence, next_prefix(prefix)};
    block.in_list = in_list;
    begin_block(directive, block);
    open_.push_back(std::move(block));
    kinds_.next("");
  }

  // It is for readers of pages when it says so.
  void decide_only(MystDirective& directive, const Line& line) {
    directive.action = is_for_readers(directive) ? MystAction::inside : MystAction::hidden;
    if (directive.argument.find_first_of(" (") == std::string::npos) return;
    unknown_->add("`{only}` with more than one word is not read, its text is left out", {line.number, 1});
  }

  void begin_block(const MystDirective& directive, OpenMyst& block) {
    switch (directive.action) {
      case MystAction::alert:
      case MystAction::titled:
        return begin_alert(directive, block);
      case MystAction::details:
        return begin_colons("details" + block_title(directive.argument) +
                                (directive.has("open") || directive.has("show") ? " {open}" : ""),
                            block);
      case MystAction::tabs:
        block.is_tabs = true;
        return begin_colons("tabs", block);
      case MystAction::code_tabs:
        return begin_colons("code-group", block);
      case MystAction::tab:
        if (open_.empty() || !open_.back().is_tabs) begin_colons("tabs", block);
        return begin_colons("tab" + block_title(directive.argument), block);
      case MystAction::figure:
        return writer_.paragraph(myst_image(directive));
      case MystAction::version:
        return writer_.paragraph(myst_version(directive));
      case MystAction::passage:
        return writer_.paragraph(directive.argument);
      case MystAction::inside:
        return writer_.gap();
      default:
        return begin_label(directive, block);
    }
  }

  void begin_colons(const std::string& name, OpenMyst& block) {
    writer_.block_line(":::" + name);
    ++block.closers;
  }

  // Sphinx takes what stands behind `{note}` for the beginning of its text, mystmd for a title.
  void begin_alert(const MystDirective& directive, OpenMyst& block) {
    std::string kind(alert_kind(directive.name));
    std::string title = directive.name == "seealso" ? "See also" : alert_title(directive.name);
    const bool is_empty =
        at_ + 1 < lines_->size() && closes_myst(kb::trim((*lines_)[at_ + 1].text), directive.fence);
    const bool is_text = directive.action == MystAction::alert && (context_->is_sphinx || is_empty);
    if (!is_text && !directive.argument.empty()) title = directive.argument;
    for (const std::string_view one :
         {"tip", "hint", "important", "warning", "caution", "attention", "danger", "error", "seealso"}) {
      if (directive.action == MystAction::titled && directive.has_class(one)) kind = alert_kind(one);
    }
    if (directive.has_class("dropdown")) kind = "details";
    if (kind == "details" && title.empty())
      title = kb::to_upper(directive.name.front()) + directive.name.substr(1);
    begin_colons(kind + block_title(title), block);
    if (is_text && !directive.argument.empty()) writer_.line(directive.argument);
  }

  void begin_label(const MystDirective& directive, OpenMyst& block) {
    block.is_card = directive.name.ends_with("card");
    if (directive.action == MystAction::unknown) {
      unknown_->add("the directive `{" + directive.name + "}` is not known, its text is kept",
                    {writer_.source().number, 1});
    }
    const std::string link = directive.option("link");
    const std::string words = escape_words(directive.argument);
    for (const std::string& image : myst_card_images(directive)) writer_.paragraph(image);
    writer_.paragraph(link.empty() ? strong_words(directive.argument)
                                   : "**" + myst_link(words, link, directive.option("link-type")) + "**");
  }

  void take_whole(const Line& line, const std::string& prefix, const MystDirective& directive, bool in_list) {
    Lines body;
    bool is_closed = false;
    const std::string further = next_prefix(prefix);
    for (++at_; at_ < lines_->size(); ++at_) {
      const Line& next = (*lines_)[at_];
      is_closed = closes_myst(kb::trim(behind_myst_prefix(next.text, further)), directive.fence);
      if (is_closed || has_left(next, further, in_list)) break;
      Line inner = next;
      inner.rewrite(std::string(behind_myst_prefix(next.text, further)));
      body.push_back(std::move(inner));
    }
    if (!is_closed) --at_;  // what ended it is read on
    if (!is_closed && directive.action == MystAction::hidden && at_ + 1 >= lines_->size()) {
      unknown_->add("`{" + directive.name + "}` is never closed, so the rest of the page is hidden",
                    {line.number, 1});
    }
    write_whole(directive, std::move(body));
    kinds_.next("");
  }

  void write_whole(const MystDirective& directive, Lines body) {
    const bool is_markdown = directive.action >= MystAction::list_table;
    if (is_markdown && directive.action != MystAction::csv_table)
      std::erase_if(body, [&](const Line& line) { return is_comment(line.text); });
    if (write_myst_leaf(directive, body, writer_, *unknown_)) return;
    const std::string prefix = writer_.prefix();
    if (depth_ < kMaxTablesNested) {
      body = MystReader(body, *context_, *unknown_, depth_ + 1).run();
    } else {
      unknown_->add("tables are nested too deeply, the deepest are left out", {writer_.source().number, 1});
      body.clear();
    }
    for (Line& line : body) {
      line.rewrite(prefix + line.text);
      writer_.keep(std::move(line));
    }
    writer_.gap();
  }

  Lines* lines_;
  const DialectContext* context_;
  RuleFindings* unknown_;
  LineWriter writer_;
  LineKinds kinds_;  // of the lines that are written
  std::vector<OpenMyst> open_;
  std::size_t at_ = 0;
  int depth_ = 0;  // of tables in tables
  bool in_list_ = false;
};

}  // namespace

void read_myst(Lines& lines, const DialectContext& context, RuleFindings& unknown) {
  const bool may_hold = std::any_of(lines.begin(), lines.end(), [&](const Line& line) {
    return myst_opening(std::string_view(line.text).substr(content_start(line.text)), false).has_value();
  });
  if (lines.empty() || (!may_hold && !context.is_sphinx)) return;
  lines = MystReader(lines, context, unknown, 0).run();
}

}  // namespace indexer
