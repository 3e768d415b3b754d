#include "indexer/dialects/alert_quotes.h"

#include <algorithm>
#include <optional>

#include "indexer/tags/alert_kinds.h"
#include "kb/text/ascii.h"

namespace indexer {
namespace {

struct Marked {
  std::string kind;
  std::string title;
  bool takes_title = false;  // `{: .note-title }`: the first line is the title
};

// Of `{: .note }` and Wiki.js' `{.is-info}`, nullopt for other attributes.
std::optional<Marked> kramdown_alert(std::string_view content) {
  content = kb::trim(content, kb::kBlanks);
  const bool is_class = content.starts_with("{.is-");
  if ((!is_class && !content.starts_with("{:")) || !content.ends_with('}')) return std::nullopt;
  if (is_class) {
    const std::string_view name = content.substr(5, content.size() - 6);
    const std::string_view kind = alert_kind(name);
    return kind.empty() ? std::nullopt : std::optional(Marked{std::string(kind), alert_title(name), false});
  }
  std::string_view rest = content.substr(2, content.size() - 3);
  for (std::size_t dot = rest.find('.'); dot != std::string_view::npos; dot = rest.find('.')) {
    rest.remove_prefix(dot + 1);
    std::string_view name = rest.substr(0, rest.find_first_of(" \t.#}"));
    constexpr std::string_view kTitle = "-title";
    const bool takes_title = name.ends_with(kTitle);
    if (takes_title) name.remove_suffix(kTitle.size());
    const std::string_view kind = alert_kind(name);
    if (!kind.empty()) return Marked{std::string(kind), alert_title(name), takes_title};
  }
  return std::nullopt;
}

struct NamedQuote {
  std::string name;  // as written
  std::string_view rest;
};

// `**Note**` alone, `**Note:** text` or `**Note**: text` at the beginning of a quote.
std::optional<NamedQuote> named_quote(std::string_view content) {
  const std::string_view sign = content.substr(0, 2);
  if (sign != "**" && sign != "__") return std::nullopt;
  const std::size_t end = content.find(sign, sign.size());
  if (end == std::string_view::npos) return std::nullopt;
  std::string_view name = content.substr(sign.size(), end - sign.size());
  std::string_view rest = kb::trim(content.substr(end + sign.size()), kb::kBlanks);
  bool has_colon = name.ends_with(':');
  if (has_colon) name.remove_suffix(1);
  if (!has_colon && rest.starts_with(':')) {
    has_colon = true;
    rest = kb::trim(rest.substr(1), kb::kBlanks);
  }
  if (!has_colon && !rest.empty()) return std::nullopt;
  const std::string_view kind = alert_kind(name);
  return kind.empty() || kind != kb::to_lower(name) ? std::nullopt
                                                    : std::optional(NamedQuote{std::string(name), rest});
}

// Where the quote's text begins, npos for a line that is in none.
std::size_t quote_start(std::string_view line) {
  const std::size_t sign = line.find_first_not_of(" \t");
  if (sign == std::string_view::npos || line[sign] != '>') return std::string_view::npos;
  return std::min(line.find_first_not_of(" \t", sign + 1), line.size());
}

class QuoteReader {
 public:
  explicit QuoteReader(Lines& lines) : lines_(&lines) {}

  Lines run() {
    while (at_ < lines_->size()) {
      Line& line = (*lines_)[at_];
      const bool is_text = line.kind == LineKind::text;
      if (is_text && take_mark(line)) continue;
      if (is_text) name_quote(line);
      ++at_;
      keep(std::move(line));
    }
    return std::move(out_);
  }

 private:
  // `{: .note }` belongs to what stands directly above it, else to what stands below.
  bool take_mark(const Line& line) {
    const std::size_t start = content_start(line.text);
    const auto mark = kramdown_alert(std::string_view(line.text).substr(start));
    if (!mark) return false;
    const std::string prefix = line.text.substr(0, start);
    if (block_size_ > 0) {
      wrap_above(line, prefix, *mark);
      ++at_;
      return true;
    }
    ++at_;
    wrap_below(line, prefix, *mark);
    return true;
  }

  static std::string opening(const Marked& mark) {
    return ":::" + mark.kind + (mark.title.empty() || mark.takes_title ? "" : " " + mark.title);
  }

  void wrap_above(const Line& line, const std::string& prefix, const Marked& mark) {
    Line open = out_[out_.size() - block_size_];
    open.rewrite(next_prefix(prefix) + opening(mark));
    out_.insert(out_.end() - static_cast<std::ptrdiff_t>(block_size_), open);
    add(line, next_prefix(prefix) + ":::");
    block_size_ = 0;
  }

  void wrap_below(const Line& line, const std::string& prefix, const Marked& mark) {
    while (at_ < lines_->size() && is_attributes((*lines_)[at_].text)) ++at_;
    const bool is_quote = at_ < lines_->size() && quote_start((*lines_)[at_].text) != std::string_view::npos;
    std::size_t end = at_;
    while (end < lines_->size() && !ends_block((*lines_)[end], is_quote)) ++end;
    if (end == at_) return;  // nothing stands below
    std::string first = opening(mark);
    if (mark.takes_title)
      first += " " + std::string(kb::trim(inside((*lines_)[at_++].text, is_quote), kb::kBlanks));
    add(line, prefix + first);
    for (; at_ < end; ++at_) {
      Line& other = (*lines_)[at_];
      other.rewrite(std::string(is_quote ? next_prefix(prefix) : "") +
                    std::string(inside(other.text, is_quote)));
      out_.push_back(std::move(other));
    }
    add(line, next_prefix(prefix) + ":::");
    block_size_ = 0;
  }

  static bool is_attributes(std::string_view text) {
    text = kb::trim(text, kb::kBlanks);
    return text.starts_with("{:") && text.ends_with('}');
  }

  static bool ends_block(const Line& line, bool is_quote) {
    return is_quote ? quote_start(line.text) == std::string_view::npos : is_blank_line(line.text);
  }

  static std::string_view inside(std::string_view text, bool is_quote) {
    if (!is_quote) return text;
    text.remove_prefix(text.find('>') + 1);
    if (text.starts_with(' ')) text.remove_prefix(1);
    return text;
  }

  void name_quote(Line& line) {
    const std::size_t start = quote_start(line.text);
    const bool was_quote = in_quote_;
    in_quote_ = start != std::string_view::npos;
    if (!in_quote_ || was_quote) return;
    const auto named = named_quote(std::string_view(line.text).substr(start));
    if (!named) return;
    std::string sign = "[!";
    for (const char c : named->name) sign += kb::to_upper(c);
    const std::string prefix = line.text.substr(0, start);
    const std::string rest(named->rest);
    if (!rest.empty()) {
      add(line, prefix + sign + "]");
      line.rewrite(prefix + rest);
    } else {
      line.rewrite(prefix + sign + "]");
    }
  }

  void keep(Line line) {
    block_size_ =
        is_blank_line(line.text) && quote_start(line.text) == std::string_view::npos ? 0 : block_size_ + 1;
    if (line.kind != LineKind::text) block_size_ = 0;
    if (quote_start(line.text) == std::string_view::npos) in_quote_ = false;
    out_.push_back(std::move(line));
  }

  void add(const Line& line, std::string text) {
    Line added = line;
    added.text = std::move(text);
    added.changed = true;
    ++block_size_;
    out_.push_back(std::move(added));
  }

  Lines* lines_;
  Lines out_;
  std::size_t at_ = 0;
  std::size_t block_size_ = 0;  // lines of the paragraph or quote that was just written
  bool in_quote_ = false;
};

}  // namespace

void read_alert_quotes(Lines& lines) {
  if (!hold_any(lines, {"{:", "{.is-", "> **", "> __", ">**", ">__"})) return;
  lines = QuoteReader(lines).run();
  mark_kinds(lines);
}

}  // namespace indexer
