#include "indexer/templates/liquid.h"

#include <algorithm>
#include <array>
#include <map>
#include <vector>

#include "indexer/lines/brought_lines.h"
#include "indexer/tags/alert_kinds.h"
#include "indexer/tags/tag.h"
#include "indexer/templates/liquid_condition.h"
#include "indexer/templates/liquid_marks.h"
#include "kb/text/ascii.h"

namespace indexer {
namespace {

constexpr std::size_t kMostPutIn = 256UL << 10;  // bytes of values in a text

// Filters that change how a value is written, not what it says.
constexpr std::array<std::string_view, 9> kPlainFilters{
    "markdownify", "strip", "escape", "escape_once", "safe", "newline_to_br", "smartify", "lstrip", "rstrip"};

struct Branches {
  bool is_decided = false;  // its tags go
  bool has_held = false;    // a branch that certainly holds was there
  bool is_hidden = false;   // what stands here now
};

// What a name stands for.
struct LiquidValue {
  Lines lines;
  std::size_t capture = kNoMark;  // where it was captured, see Capture
};

// A text that is captured, and shown where it stands unless somebody asks for it.
struct Capture {
  std::size_t open = kNoMark;
  std::string name;
  Lines lines;
  std::size_t place = 0;  // among the lines written
  bool is_used = false;
};

class LiquidWriter {
 public:
  LiquidWriter(Lines lines, std::vector<LiquidMark> marks, const DialectContext& context)
      : lines_(std::move(lines)), marks_(std::move(marks)), context_(&context) {}

  Lines run() {
    std::size_t next = 0;
    for (std::size_t at = 0; at < lines_.size(); ++at) {
      source_ = &lines_[at];
      part_.clear();
      was_cut_ = false;
      std::size_t kept = 0;
      for (; next < marks_.size() && marks_[next].line == at; ++next) {
        const LiquidMark& mark = marks_[next];
        text(std::string_view(source_->text).substr(kept, mark.begin - kept));
        take(mark, next);
        kept = mark.begin + mark.size;
      }
      text(std::string_view(source_->text).substr(kept));
      flush();
    }
    return with_unused();
  }

 private:
  void take(const LiquidMark& mark, std::size_t index) {
    const std::string_view written = std::string_view(source_->text).substr(mark.begin, mark.size);
    bool is_taken = false;
    switch (mark.role) {
      case MarkRole::value:
        is_taken = hidden_ == 0 && put_value(mark.body);
        break;
      case MarkRole::include:
        is_taken = hidden_ == 0 && put_alert(written);
        break;
      case MarkRole::assign:
        if (hidden_ == 0) assign(mark.body);
        break;
      case MarkRole::open:
        is_taken = mark.partner != kNoMark && open(mark, index);
        break;
      case MarkRole::branch:
        is_taken = mark.partner != kNoMark && marks_[mark.partner].partner != kNoMark && branch(mark);
        break;
      case MarkRole::close:
        is_taken = mark.partner != kNoMark && close(mark);
        break;
    }
    if (!is_taken) return text(written);
    was_cut_ = true;
  }

  bool is_undecided() const {
    return std::any_of(branches_.begin(), branches_.end(),
                       [](const Branches& one) { return !one.is_decided; });
  }

  static bool is_capture(const LiquidMark& mark) { return mark.word == "capture" || mark.word == "set"; }

  bool open(const LiquidMark& mark, std::size_t index) {
    if (is_capture(mark)) {
      if (hidden_ > 0 || is_capturing_ || is_undecided() || liquid_name(mark.body).empty()) return false;
      was_cut_ = true;
      flush();
      captures_.push_back({index, std::string(liquid_name(mark.body)), {}, out_.size(), false});
      is_capturing_ = true;
      return true;
    }
    Branches one;
    if (hidden_ == 0 && (mark.word == "if" || mark.word == "unless")) {
      const Truth truth = truth_of(mark);
      one.is_decided = truth != Truth::unknown;
      one.has_held = truth == Truth::yes;
      set_hidden(one, truth == Truth::no);
    }
    branches_.push_back(one);
    return one.is_decided;
  }

  Truth truth_of(const LiquidMark& mark) {
    const Truth truth =
        liquid_truth(mark.body, [this](std::string_view name) { return value_for_condition(name); });
    if (mark.word != "unless" || truth == Truth::unknown) return truth;
    return truth == Truth::yes ? Truth::no : Truth::yes;
  }

  // `{% else %}` and the like.
  bool branch(const LiquidMark& mark) {
    Branches& one = branches_.back();
    if (hidden_ > (one.is_hidden ? 1 : 0)) return true;  // all of it stands in what is hidden
    set_hidden(one, one.is_decided && one.has_held);
    if (one.is_hidden || mark.word == "else") return one.is_decided;
    const std::string& word = marks_[mark.partner].word;
    if (word == "for" || word == "case") return false;
    const Truth truth = truth_of(mark);
    set_hidden(one, truth == Truth::no);
    one.has_held = one.has_held || (one.is_decided && truth == Truth::yes);
    return one.is_decided || one.is_hidden;
  }

  bool close(const LiquidMark& mark) {
    if (is_capture(marks_[mark.partner])) {
      if (!is_capturing_ || captures_.back().open != mark.partner) return false;
      was_cut_ = true;
      flush();
      is_capturing_ = false;
      Capture& done = captures_.back();
      trim_blank_lines(done.lines);
      values_.insert_or_assign(done.name, LiquidValue{done.lines, captures_.size() - 1});
      return true;
    }
    Branches one = branches_.back();
    branches_.pop_back();
    set_hidden(one, false);
    return one.is_decided;
  }

  void set_hidden(Branches& one, bool is_hidden) {
    hidden_ += static_cast<int>(is_hidden) - static_cast<int>(one.is_hidden);
    one.is_hidden = is_hidden;
  }

  // `name = "text"`, `name = site.x`; another value is not known.
  void assign(std::string_view body) {
    const std::string name(liquid_name(body));
    const std::size_t sign = body.find('=');
    values_.erase(name);
    if (sign == std::string_view::npos || is_undecided() || kb::trim(body.substr(0, sign)) != name) return;
    std::string_view value = kb::trim(body.substr(sign + 1));
    const bool is_quoted = value.size() > 1 && (value.front() == '"' || value.front() == '\'') &&
                           value.find(value.front(), 1) == value.size() - 1;
    const bool is_word = !value.empty() && std::all_of(value.begin(), value.end(), is_name_sign);
    std::string shown;
    if (is_quoted) {
      shown = value.substr(1, value.size() - 2);
    } else if (value.starts_with("site.") || value.starts_with("page.")) {
      shown = "{{ " + std::string(value) + " }}";
    } else if (const auto other = values_.find(value); is_word && other != values_.end()) {
      LiquidValue same = other->second;
      values_.insert_or_assign(name, std::move(same));
      return;
    } else if (is_word && (kb::is_digit(value.front()) || value == "true" || value == "false")) {
      shown = value;
    } else {
      return;
    }
    values_.insert_or_assign(name, LiquidValue{{{std::move(shown), source_->number, true}}, kNoMark});
  }

  std::optional<std::string> value_for_condition(std::string_view name) const {
    if (const auto found = values_.find(name); found != values_.end()) {
      if (found->second.lines.size() > 1) return "text";
      const std::string text = found->second.lines.empty() ? "" : found->second.lines.front().text;
      if (!text.starts_with("{{")) return text;
      const std::string asked(kb::trim(text, " {}"));
      return context_->value ? context_->value(asked) : std::nullopt;
    }
    const bool is_named = name.starts_with("page.") || name.starts_with("site.");
    return is_named && context_->value ? context_->value(name) : std::nullopt;
  }

  // A name, with filters at most that only change how it is written.
  bool put_value(std::string_view body) {
    const std::string_view name = liquid_name(body);
    const auto found = values_.find(name);
    if (found == values_.end()) return false;
    body.remove_prefix(name.size());
    while (!kb::trim(body).empty()) {
      body = kb::trim(body);
      if (!body.starts_with('|')) return false;
      body = kb::trim(body.substr(1));
      const std::string_view filter = liquid_name(body);
      if (std::find(kPlainFilters.begin(), kPlainFilters.end(), filter) == kPlainFilters.end()) return false;
      body.remove_prefix(filter.size());
    }
    return put(found->second.lines, found->second.capture);
  }

  // `{% include note.html content=name %}`
  bool put_alert(std::string_view written) {
    const auto tag = read_tag(written);
    if (!tag || tag->positional().empty()) return false;
    const auto found = values_.find(tag->value({"content", "text", "body", "message"}));
    if (found == values_.end()) return false;
    std::string file = tag->positional().front();
    file = file.substr(file.rfind('/') + 1);
    const std::string_view kind = alert_kind(file.substr(0, file.find('.')));
    Lines lines = found->second.lines;
    if (!kind.empty()) {
      const std::string title = tag->value({"title"});
      lines.insert(lines.begin(), Line{":::" + std::string(kind) + (title.empty() ? "" : " " + title)});
      lines.push_back(Line{":::"});
    }
    return put(lines, found->second.capture);
  }

  bool put(const Lines& lines, std::size_t capture) {
    for (const Line& line : lines) bytes_ += line.text.size() + 1;
    if (bytes_ > kMostPutIn) return false;
    if (capture != kNoMark) captures_[capture].is_used = true;
    const bool is_row = std::string_view(source_->text).substr(content_start(source_->text)).starts_with('|');
    if (lines.size() < 2 || is_row) {
      for (const Line& line : lines) part_ += (&line == &lines.front() ? "" : " ") + line.text;
      return true;
    }
    const std::string prefix = continuation(*source_);
    const bool is_first = content_start(part_) == part_.size();
    if (!is_first) {
      flush();
      write(prefix);
      part_ = prefix;
    }
    for (const Line& line : lines) {
      write(part_ + line.text);
      part_ = prefix;
    }
    write(prefix);
    return true;
  }

  void text(std::string_view words) {
    if (hidden_ == 0) part_ += words;
  }

  void write(std::string text) {
    Lines& sink = is_capturing_ ? captures_.back().lines : out_;
    const bool is_changed = source_->changed || text != source_->text;
    sink.push_back({std::move(text), source_->number, is_changed, source_->kind});
  }

  // What is left of the line. Paragraphs around what is hidden stay apart.
  void flush() {
    const bool is_blank = is_blank_line(source_->text);
    if (is_blank_line(part_) && !is_blank && (was_cut_ || hidden_ > 0)) return part_.clear();
    write(std::move(part_));
    part_.clear();
    was_cut_ = true;
  }

  Lines with_unused() {
    Lines all;
    auto capture = captures_.begin();
    for (std::size_t at = 0; at <= out_.size(); ++at) {
      for (; capture != captures_.end() && capture->place == at; ++capture) {
        if (!capture->is_used) all.insert(all.end(), capture->lines.begin(), capture->lines.end());
      }
      if (at < out_.size()) all.push_back(std::move(out_[at]));
    }
    return all;
  }

  Lines lines_;
  std::vector<LiquidMark> marks_;
  const DialectContext* context_;
  std::map<std::string, LiquidValue, std::less<>> values_;
  std::vector<Branches> branches_;  // that are open
  std::vector<Capture> captures_;   // the last one may be open
  bool is_capturing_ = false;
  int hidden_ = 0;  // branches around this place that are not shown
  Lines out_;
  const Line* source_ = nullptr;
  std::string part_;  // of the line that is written
  bool was_cut_ = false;
  std::size_t bytes_ = 0;  // put in
};

}  // namespace

void read_liquid(Lines& lines, const DialectContext& context) {
  if (!hold_any(lines, {"endif", "endunless", "endcapture", "endset", "assign ", "set "})) return;
  std::vector<LiquidMark> marks = find_liquid_marks(lines);
  if (marks.empty()) return;
  lines = LiquidWriter(std::move(lines), std::move(marks), context).run();
}

}  // namespace indexer
