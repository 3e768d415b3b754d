#include "indexer/dialects/retype.h"

#include <algorithm>
#include <array>
#include <map>
#include <string>

#include "indexer/lines/inline_text.h"
#include "indexer/lines/line_writer.h"
#include "indexer/lines/markdown_words.h"
#include "indexer/tags/alert_kinds.h"
#include "indexer/tags/tag.h"
#include "kb/text/ascii.h"

namespace indexer {
namespace {

enum class SignKind { none, tab, panel, alert, column };

struct SignLine {
  SignKind kind = SignKind::none;
  std::string_view title;    // "" closes the block
  bool is_attached = false;  // `!!!warning`
  bool is_open = false;      // `=== Title`: not folded
};

SignLine sign_line(std::string_view content) {
  content = kb::trim(content, kb::kBlanks);
  const std::string_view sign = content.substr(0, 3);
  SignLine line;
  if (sign == "+++") line.kind = SignKind::tab;
  if (sign == "!!!") line.kind = SignKind::alert;
  if (sign == "|||") line.kind = SignKind::column;
  if (sign == "==-" || sign == "===") line.kind = SignKind::panel;
  if (line.kind == SignKind::none) return line;
  const std::string_view rest = content.substr(3);
  line.title = kb::trim(rest, kb::kBlanks);
  line.is_attached = !rest.empty() && !kb::is_blank(rest.front());
  line.is_open = sign == "===";
  const bool is_other = line.title.starts_with(sign.front()) || line.title.starts_with('"') ||
                        line.title.starts_with('|') || (sign == "==-" && rest.empty()) ||
                        (line.kind == SignKind::panel && line.is_attached) || content.ends_with(sign);
  return is_other && !line.title.empty() ? SignLine{} : line;
}

std::string titled(std::string_view box, std::string_view title) {
  const bool is_mark = title.starts_with('[') || title.starts_with('{');
  return ":::" + std::string(box) + (title.empty() ? "" : is_mark ? " \\" : " ") + std::string(title);
}

std::string alert_line(const SignLine& sign) {
  const std::string_view word = sign.title.substr(0, sign.title.find_first_of(kb::kBlanks));
  const std::string_view known = alert_kind(word);
  const bool is_kind = sign.is_attached || (!known.empty() && word == sign.title);
  if (!is_kind) return titled("note", sign.title);
  const std::string_view title = kb::trim(sign.title.substr(word.size()));
  return titled(known.empty() ? "note" : known,
                title.empty() ? alert_title(known.empty() ? "" : word) : title);
}

// `[!badge text="New"]` -> `New`, `[!button Go](a.md)` -> `[Go](a.md)`, `[!ref](a.md)` -> `[a.md](a.md)`.
std::optional<Replacement> marker_at(std::string_view rest, std::string_view /*before*/) {
  constexpr std::size_t kLongest = 500;
  constexpr std::array<std::string_view, 5> kNames{"badge", "button", "ref", "file", "embed"};
  if (!rest.starts_with("[!")) return std::nullopt;
  rest = rest.substr(0, kLongest);
  const auto name = std::find_if(kNames.begin(), kNames.end(),
                                 [&](std::string_view one) { return rest.substr(2).starts_with(one); });
  const std::size_t end = rest.find(']');
  if (name == kNames.end() || end == std::string_view::npos) return std::nullopt;
  const std::string_view inside = rest.substr(2 + name->size(), end - 2 - name->size());
  if (!inside.empty() && !kb::is_blank(inside.front())) return std::nullopt;
  const auto tag = inside.find('=') == std::string_view::npos
                       ? std::nullopt
                       : read_tag("{% x " + std::string(inside) + " %}");
  const std::string label = tag ? tag->value({"text"}) : std::string(kb::trim(inside));
  const std::size_t close =
      rest.substr(end + 1).starts_with('(') ? rest.find(')', end) : std::string_view::npos;
  if (close == std::string_view::npos)
    return *name == "badge" ? std::optional(Replacement{end + 1, escape_words(label)}) : std::nullopt;
  return Replacement{close + 1, link_words(label, rest.substr(end + 2, close - end - 2))};
}

class SignReader {
 public:
  explicit SignReader(Lines& lines) : lines_(&lines), signs_(lines.size()) {
    for (std::size_t i = 0; i < lines.size(); ++i) {
      if (lines[i].kind != LineKind::text) continue;
      signs_[i] = sign_line(std::string_view(lines[i].text).substr(content_start(lines[i].text)));
      if (signs_[i].kind != SignKind::none) places_[signs_[i].kind].push_back(i);
      if (signs_[i].title.empty()) last_end_[signs_[i].kind] = i;
    }
  }

  Lines run() {
    for (at_ = 0; at_ < lines_->size(); ++at_) {
      Line& line = (*lines_)[at_];
      const std::string prefix = line.text.substr(0, content_start(line.text));
      out_.begin(line, prefix);
      if (read(signs_[at_])) {
        out_.end();
      } else {
        if (line.kind == LineKind::text) line.rewrite(rewrite_inline(line.text, marker_at));
        out_.keep(std::move(line));
      }
    }
    return out_.take();
  }

 private:
  // The next line of the same signs; nullptr when there is none.
  const SignLine* next(SignKind kind) const {
    const auto& places = places_.at(kind);
    const auto found = std::upper_bound(places.begin(), places.end(), at_);
    return found == places.end() ? nullptr : &signs_[*found];
  }

  bool is_closed_later(SignKind kind) const {
    const auto last = last_end_.find(kind);
    return last != last_end_.end() && last->second > at_;
  }

  // Whether it wrote what takes the line's place.
  bool read(const SignLine& sign) {
    if (sign.kind == SignKind::none) return false;
    const bool is_inside = open_ == sign.kind;
    if (!is_inside && open_ != SignKind::none) return false;
    if (sign.kind == SignKind::alert) return is_inside ? close() : open_alert(sign);
    if (sign.title.empty()) return is_inside && close();
    if (!is_inside && !is_closed_later(sign.kind)) return false;
    if (sign.kind == SignKind::tab) return open_tab(sign, is_inside);
    if (is_inside && sign.kind == SignKind::panel) out_.block_line(":::");
    if (sign.kind == SignKind::panel)
      out_.block_line(titled("details", sign.title) + (sign.is_open ? " {open}" : ""));
    if (sign.kind == SignKind::column) out_.paragraph("**" + std::string(sign.title) + "**");
    open_ = sign.kind;
    return true;
  }

  bool open_alert(const SignLine& sign) {
    const SignLine* end = next(sign.kind);
    if (end == nullptr || !end->title.empty()) return false;
    const bool has_link = sign.title.find("](") != std::string_view::npos;  // which a title cannot hold
    out_.block_line(has_link ? ":::note" : alert_line(sign));
    if (has_link) out_.paragraph(sign.title);
    open_ = sign.kind;
    return true;
  }

  bool open_tab(const SignLine& sign, bool is_inside) {
    const SignLine* following = next(sign.kind);
    if (!is_inside) is_tabs_ = following != nullptr && !following->title.empty();
    if (is_inside) out_.block_line(":::");
    if (!is_inside && is_tabs_) out_.block_line(":::tabs");
    out_.block_line(titled(is_tabs_ ? "tab" : "details", sign.title));
    open_ = sign.kind;
    return true;
  }

  bool close() {
    if (open_ == SignKind::column) out_.gap();
    if (open_ != SignKind::column) out_.block_line(":::");
    if (open_ == SignKind::tab && is_tabs_) out_.block_line(":::");
    open_ = SignKind::none;
    return true;
  }

  Lines* lines_;
  std::vector<SignLine> signs_;                          // of each line
  std::map<SignKind, std::size_t> last_end_;             // the last that closes
  std::map<SignKind, std::vector<std::size_t>> places_;  // of their lines, in order
  LineWriter out_;
  std::size_t at_ = 0;
  SignKind open_ = SignKind::none;
  bool is_tabs_ = false;  // else what is open is folded
};

}  // namespace

void read_retype(Lines& lines) {
  if (!hold_any(lines,
                {"+++", "==-", "===", "!!!", "|||", "[!badge", "[!button", "[!ref", "[!file", "[!embed"}))
    return;
  lines = SignReader(lines).run();
  mark_kinds(lines);
}

}  // namespace indexer
