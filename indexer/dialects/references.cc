#include "indexer/dialects/references.h"

#include <algorithm>
#include <iterator>
#include <set>

#include "indexer/lines/inline_text.h"
#include "kb/text/ascii.h"

namespace indexer {

namespace {

constexpr std::size_t kLongestTarget = 1'000;
constexpr std::size_t kLongestLabel = 999;  // CommonMark's limit

// "My Page.md#x": a name with an extension, which may be a file's; prose in parentheses has none.
bool is_file_name(std::string_view target) {
  target = target.substr(0, target.find('#'));
  const std::size_t dot = target.rfind('.');
  if (dot == std::string_view::npos || dot == 0) return false;
  const std::string_view extension = target.substr(dot + 1);
  return extension.size() >= 2 && extension.size() <= 8 &&
         std::all_of(extension.begin(), extension.end(), kb::is_alnum);
}

std::optional<Replacement> bracketed(std::string_view rest) {
  if (!rest.starts_with("](")) return std::nullopt;
  const std::size_t close = rest.substr(0, kLongestTarget).find(')');
  if (close == std::string_view::npos) return std::nullopt;
  std::string_view target = rest.substr(2, close - 2);
  std::string_view title;
  if (const std::size_t quote = target.find(" \"");
      quote != std::string_view::npos && target.ends_with('"')) {
    title = target.substr(quote);
    target = target.substr(0, quote);
  }
  target = kb::trim(target);
  const bool has_blank = target.find(' ') != std::string_view::npos;
  if (!has_blank || target.find_first_of("<>()\"") != std::string_view::npos || !is_file_name(target))
    return std::nullopt;
  return Replacement{close + 1, "](<" + std::string(target) + ">" + std::string(title) + ")"};
}

std::string normalised(std::string_view label) { return kb::to_lower(kb::on_one_line(label)); }

// What `[label]:` a line begins with; "" when it is none.
std::string defined_by(std::string_view line) {
  line = line.substr(content_start(line));
  const std::size_t close = line.substr(0, kLongestLabel).find("]:");
  return line.starts_with('[') && close != std::string_view::npos ? normalised(line.substr(1, close - 1))
                                                                  : "";
}

class Search {
 public:
  Search(const Lines& lines, RuleFindings& undefined) : undefined_(&undefined) {
    for (const Line& line : lines) {
      if (line.kind != LineKind::text) continue;
      if (std::string label = defined_by(line.text); !label.empty()) defined_.insert(std::move(label));
    }
  }

  void look_at(const Line& line) {
    rewrite_inline(line.text,
                   [&](std::string_view rest, std::string_view before) -> std::optional<Replacement> {
                     if (rest.starts_with("][")) check(rest.substr(2), line, before.size());
                     if (rest.starts_with("[^") && !before.ends_with(']'))
                       check(rest.substr(1), line, before.size());
                     return std::nullopt;
                   });
  }

 private:
  void check(std::string_view label, const Line& line, std::size_t column) {
    const std::size_t close = label.substr(0, kLongestLabel).find(']');
    if (close == std::string_view::npos || close == 0) return;
    const std::string name(label.substr(0, close));
    const bool is_index = std::all_of(name.begin(), name.end(), kb::is_digit);  // `x[0][1]`
    if (name == "^" || is_index || name.find('[') != std::string::npos || defined_.contains(normalised(name)))
      return;
    undefined_->add("`[" + name + "]` is defined nowhere in the text, write `[" + name +
                        (name.starts_with('^') ? "]: the footnote`" : "]: address`"),
                    {line.number, line.changed ? 1 : static_cast<int>(column) + 1});
  }

  RuleFindings* undefined_;
  std::set<std::string> defined_;
};

// "note" of `^[note]`, "" for what is none: it has a blank, as no list of signs in a pattern has.
std::string_view inline_note(std::string_view rest, std::string_view before) {
  const bool may_open = rest.starts_with("^[") && !before.empty() && !kb::is_space(before.back());
  int depth = 0;
  for (std::size_t at = 1; may_open && at < std::min(rest.size(), kLongestTarget); ++at) {
    if (rest[at] == '\\') {
      ++at;
    } else if (rest[at] == '[') {
      ++depth;
    } else if (rest[at] == ']' && --depth == 0) {
      const std::string_view note = rest.substr(2, at - 2);
      return kb::trim(note).find(' ') == std::string_view::npos ? std::string_view{} : note;
    }
  }
  return {};
}

}  // namespace

void bracket_targets(Lines& lines) {
  for (Line& line : lines) {
    if (line.kind != LineKind::text || line.text.find("](") == std::string::npos) continue;
    line.rewrite(
        rewrite_inline(line.text, [](std::string_view rest, std::string_view) { return bracketed(rest); }));
  }
}

void read_inline_notes(Lines& lines) {
  if (!hold_any(lines, {"^["})) return;
  Lines notes;
  for (Line& line : lines) {
    if (line.kind != LineKind::text || line.text.find("^[") == std::string::npos) continue;
    Line source = line;
    line.rewrite(rewrite_inline(
        source.text, [&](std::string_view rest, std::string_view before) -> std::optional<Replacement> {
          const std::string_view note = inline_note(rest, before);
          if (note.empty()) return std::nullopt;
          const std::string mark = "[^inline-note-" + std::to_string(notes.size() / 2 + 1) + "]";
          for (const std::string& text : {std::string(), mark + ": " + std::string(kb::trim(note))}) {
            notes.push_back(source);
            notes.back().rewrite(text);
          }
          return Replacement{note.size() + 3, mark};
        }));
  }
  lines.insert(lines.end(), std::make_move_iterator(notes.begin()), std::make_move_iterator(notes.end()));
}

void find_undefined_references(const Lines& lines, RuleFindings& undefined) {
  Search search(lines, undefined);
  for (const Line& line : lines) {
    const bool may_hold =
        line.text.find("][") != std::string::npos || line.text.find("[^") != std::string::npos;
    if (line.kind == LineKind::text && may_hold && defined_by(line.text).empty()) search.look_at(line);
  }
}

}  // namespace indexer
