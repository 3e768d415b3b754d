#include "indexer/dialects/notes.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>

#include "indexer/lines/inline_text.h"
#include "kb/text/ascii.h"

namespace indexer {

namespace {

struct Note {
  std::string_view name;
  std::string_view open;
  std::string_view close;
  enum class Lines { several, closed, one } lines = Lines::several;  // closed: several if it ends at all
};

constexpr std::array kNotes{
    Note{"{/* */}", "{/*", "*/}"},                                   // MDX
    Note{"{ /* */ }", "{ /*", "*/ }"},                               // MDX
    Note{"{{/* */}}", "{{/*", "*/}}"},                               // Hugo
    Note{"{{- /* */ -}}", "{{- /*", "*/ -}}"},                       // Hugo
    Note{"{{!-- --}}", "{{!--", "--}}"},                             // Handlebars
    Note{"{{! }}", "{{! ", "}}", Note::Lines::one},                  // Handlebars
    Note{"{>> <<}", "{>>", "<<}"},                                   // Critic Markup
    Note{"{::comment}", "{::comment}", "{:/"},                       // Kramdown: `{:/comment}`, `{:/}`
    Note{"{{% comment %}}", "{{% comment %}}", "{{% /comment %}}"},  // Hugo
    Note{"{{< comment >}}", "{{< comment >}}", "{{< /comment >}}"},  // Hugo
    Note{"{# #}", "{# ", " #}", Note::Lines::closed},                // Jinja, Nunjucks
    Note{"{#\\n#}", "{#", "#}", Note::Lines::closed},                // the same on lines of their own
    Note{"{{<comment>}}", "{{<comment>}}", "{{</comment>}}"},        // Hugo
    Note{"{#- -#}", "{#-", "-#}", Note::Lines::one},                 // Jinja, Nunjucks
    Note{"{% # %}", "{% # ", "%}", Note::Lines::one},                // Liquid
    Note{"{%# %}", "{%# ", "%}", Note::Lines::one},                  // Liquid
    Note{"{%- # %}", "{%- # ", "%}", Note::Lines::one},              // Liquid
    Note{"<% %>", "<%", "%>", Note::Lines::closed},                  // Templater, EJS, ERB
    Note{"%% %%", "%%", "%%"},                                       // Obsidian
};
constexpr std::array kLiquidNotes{Note{"{% comment %}", "comment", "endcomment"},
                                  Note{"{% doc %}", "doc", "enddoc"}};
constexpr Note kHtmlComment{"<!-- -->", "<!--", "-->"};

// Samples of code in which a note is meant to be seen.
constexpr std::array<std::array<std::string_view, 2>, 5> kNoteSamples{{{"{% highlight", "{% endhighlight"},
                                                                       {"{{< highlight", "{{< /highlight"},
                                                                       {"{{% highlight", "{{% /highlight"},
                                                                       {"{% raw %}", "{% endraw %}"},
                                                                       {"{% mermaid", "{% endmermaid"}}};

// Bytes of `{% word ... %}` at the beginning, with or without blanks and dashes; 0 when there is none.
std::size_t liquid_tag(std::string_view rest, std::string_view word) {
  if (!rest.starts_with("{%")) return 0;
  std::size_t at = 2;
  if (at < rest.size() && rest[at] == '-') ++at;
  at = std::min(rest.find_first_not_of(" \t", at), rest.size());
  if (!rest.substr(at).starts_with(word)) return 0;
  at += word.size();
  if (at < rest.size() && kb::is_alnum(rest[at])) return 0;
  constexpr std::size_t kLongest = 200;
  const std::size_t end = rest.substr(0, at + kLongest).find("%}", at);
  return end == std::string_view::npos ? 0 : end + 2;
}

bool is_liquid(const Note& note) { return note.close.starts_with("end"); }

struct Span {
  std::size_t begin = std::string_view::npos;
  std::size_t end = std::string_view::npos;
};

// `depth` counts how many of them are open, since Liquid's lie within one another.
Span find_close(std::string_view text, std::size_t from, const Note& note, int& depth) {
  if (!is_liquid(note)) {
    const std::size_t at = text.find(note.close, from);
    if (at == std::string_view::npos) return {};
    const std::size_t end = at + note.close.size();
    return {at, note.close == "{:/" ? std::min(text.find('}', end), text.size() - 1) + 1 : end};
  }
  for (std::size_t at = text.find("{%", from); at != std::string_view::npos; at = text.find("{%", at + 2)) {
    if (liquid_tag(text.substr(at), note.open) > 0) ++depth;
    const std::size_t size = liquid_tag(text.substr(at), note.close);
    if (size > 0 && --depth == 0) return {at, at + size};
  }
  return {};
}

// Where a comment begins that does not end on the line; npos when none does. Markdown takes it for text
// unless it ends in the same paragraph.
std::size_t open_comment(std::string_view line) {
  if (line.find(kHtmlComment.open) == std::string_view::npos) return std::string_view::npos;
  for (std::size_t at = 0; at < line.size();) {
    const std::string_view rest = line.substr(at);
    if (rest.starts_with(kHtmlComment.open) && rest.find(kHtmlComment.close) == std::string_view::npos)
      return at;
    const std::size_t escaped = rest.front() == '\\' ? 2 : 1;
    at += std::max(code_or_comment(rest), escaped);
  }
  return std::string_view::npos;
}

// `[//]: # (a note)`: a definition that nothing refers to.
bool is_reference_note(std::string_view line) {
  constexpr std::array<std::string_view, 5> kLabels{"[//]:", "[comment]:", "[comments]:", "[note]: #",
                                                    "[_]: #"};
  line.remove_prefix(std::min(line.find_first_not_of(" >"), line.size()));
  if (!line.starts_with('[')) return false;
  // `[draft]: # (a note)`
  const std::size_t end = line.find("]:");
  const std::string_view target =
      end == std::string_view::npos ? "" : kb::trim(line.substr(end + 2), kb::kBlanks);
  for (const std::string_view nowhere : {"# ", "<> ", "// "}) {
    const bool is_note =
        target.starts_with(nowhere) && kb::trim(target.substr(nowhere.size())).find_first_of("(\"'") == 0;
    if (is_note && !line.starts_with("[^")) return true;
  }
  const std::string content = kb::to_lower(line.substr(0, kLabels[2].size()));
  return std::any_of(kLabels.begin(), kLabels.end(),
                     [&](std::string_view label) { return content.starts_with(label); });
}

// `50%% off` is none.
bool may_open(const Note& note, std::string_view before) {
  return note.open != "%%" || before.empty() || (!kb::is_digit(before.back()) && before.back() != '%');
}

// `{#` alone on its line, or `{#text#}`; `{#id}` names a heading.
bool may_go_on(const Note& note, std::string_view rest) {
  if (note.open != "{#") return true;
  const std::size_t brace = rest.find('}');
  return kb::trim(rest) == note.open ||
         (brace != std::string_view::npos && brace > 2 && rest[brace - 1] == '#');
}

// A comment in a label would be shown, since labels are no Markdown.
std::string without_html_comments(std::string text) {
  for (std::size_t at = text.find("<!--"); at != std::string::npos; at = text.find("<!--", at)) {
    const std::size_t end = text.find("-->", at);
    if (end == std::string::npos) break;
    text.erase(at, end + 3 - at);
  }
  return text;
}

bool is_label(std::string_view line) {
  const std::string_view content = line.substr(content_start(line));
  const auto begins = [&](std::string_view sign) { return content.starts_with(sign); };
  return begins(":::") || begins("!!!") || begins("???") || begins("=== ") || begins("#### ") ||
         begins("*[") || (content.size() > 1 && content[0] == '<' && kb::is_upper(content[1]));
}

// Docusaurus has ids of headings in notes: `{/* #price */}` is our `{#price}`. "" for any other note.
std::string heading_id(std::string_view note) {
  if (!note.starts_with("{/*")) return "";
  const std::string_view inside = kb::trim(note.substr(3, note.size() - 6));
  const bool is_id =
      inside.size() > 1 && inside.starts_with('#') && inside.find_first_of(" \t}{") == std::string_view::npos;
  return is_id ? "{" + std::string(inside) + "}" : "";
}

class Remover {
 public:
  Remover(Lines& lines, RuleFindings& unclosed) : lines_(&lines), unclosed_(&unclosed) {}

  void run() {
    Lines kept;
    for (at_ = 0; at_ < lines_->size(); ++at_) {
      Line& line = (*lines_)[at_];
      const bool had_note = remove_from(line);
      if (!had_note || line.text.find_first_not_of(" \t>") != std::string::npos)
        kept.push_back(std::move(line));
    }
    if (open_ != nullptr) {
      unclosed_->add(
          "the note `" + std::string(open_->name) + "` is never closed, so the rest of the page is hidden",
          opened_);
    }
    *lines_ = std::move(kept);
  }

 private:
  // Whether anything was taken out.
  bool remove_from(Line& line) {
    bool had_note = open_ != nullptr;
    std::string text = line.text;
    if (had_note && !close(text)) {
      line.rewrite("");
      return true;
    }
    const LineKinds kinds_before = kinds_;
    if (kinds_.next(text) != LineKind::text) return false;
    if (!had_note && is_sample(text)) return false;
    if (is_label(text)) text = without_html_comments(std::move(text));
    if (is_reference_note(text)) text.clear();
    if (hide_comment(text, line)) {
      kinds_ = kinds_before;  // for which the comment is not there
      kinds_.next(text);
    }
    had_note = had_note || text != line.text;
    endless_.clear();
    std::string kept = rewrite_inline(text, [&](std::string_view rest, std::string_view before) {
      auto found = note_at(rest, before, line);
      had_note = had_note || found;
      return found;
    });
    if (had_note) line.rewrite(std::move(kept));
    return had_note;
  }

  // What follows an open comment is hidden up to its end, or for this line where there is none.
  bool hide_comment(std::string& text, const Line& line) {
    const std::size_t at = open_comment(text);
    if (at == std::string_view::npos) return false;
    text.erase(at);
    if (is_later(kHtmlComment.close)) {
      open_ = &kHtmlComment;
      opened_ = {line.number, 1};
    } else {
      unclosed_->add("the comment `<!--` is never closed, so the rest of its line is hidden",
                     {line.number, static_cast<int>(at) + 1});
    }
    return true;
  }

  // Within a sample, or on the line of one.
  bool is_sample(std::string_view text) {
    if (!sample_end_.empty()) {
      if (text.find(sample_end_) != std::string_view::npos) sample_end_ = {};
      return true;
    }
    for (const auto& [open, end] : kNoteSamples) {
      const std::size_t at = text.find(open);
      if (at == std::string_view::npos) continue;
      if (text.find(end, at) != std::string_view::npos) return true;
      if (!is_later(end)) continue;
      sample_end_ = end;
      return true;
    }
    return false;
  }

  // Whether a later line holds the text.
  bool is_later(std::string_view text) {
    const auto [known, is_new] = last_line_.try_emplace(text, 0);
    if (is_new) {
      for (std::size_t i = at_; i < lines_->size(); ++i) {
        if ((*lines_)[i].text.find(text) != std::string::npos) known->second = i;
      }
    }
    return known->second > at_;
  }

  // Cuts the end of the open note off the beginning of the text.
  bool close(std::string& text) {
    const Span found = find_close(text, 0, *open_, depth_);
    if (found.end == std::string_view::npos) return false;
    text.erase(0, found.end);
    open_ = nullptr;
    return true;
  }

  std::optional<Replacement> note_at(std::string_view rest, std::string_view before, const Line& line) {
    for (const Note& one : kLiquidNotes) {
      if (const std::size_t size = liquid_tag(rest, one.open); size > 0)
        return note(one, rest, size, true, line);
    }
    for (const Note& one : kNotes) {
      if (rest.front() != one.open.front() || !rest.starts_with(one.open) || !may_open(one, before) ||
          !may_go_on(one, rest))
        continue;
      if (auto found = note(one, rest, one.open.size(), begins_line(before), line)) return found;
    }
    return std::nullopt;
  }

  static bool begins_line(std::string_view before) {
    return before.find_first_not_of(" \t>") == std::string_view::npos;
  }

  // What begins a line hides all that follows when nothing closes it; elsewhere it is text then.
  std::optional<Replacement> note(const Note& one, std::string_view rest, std::size_t size, bool hides,
                                  const Line& line) {
    int depth = 1;
    const Span close = endless_.contains(&one) ? Span{} : find_close(rest, size, one, depth);
    if (close.end != std::string_view::npos)
      return Replacement{close.end, heading_id(rest.substr(0, close.end))};
    const bool is_block = one.open != "%%" || hides || kb::trim(rest.substr(size)).empty();
    endless_.insert(&one);
    if (one.lines == Note::Lines::closed && !is_later(one.close)) return std::nullopt;
    if (one.lines == Note::Lines::one || !is_block || (!hides && !is_later(one.close))) return std::nullopt;
    open_ = &one;
    depth_ = depth;
    opened_ = {line.number, 1};
    return Replacement{rest.size(), ""};
  }

  Lines* lines_;
  RuleFindings* unclosed_;
  LineKinds kinds_;
  std::size_t at_ = 0;
  std::string_view sample_end_;
  std::map<std::string_view, std::size_t> last_line_;  // that holds a text
  std::set<const Note*> endless_;                      // that nothing closes on this line any more
  const Note* open_ = nullptr;
  int depth_ = 1;  // of the open note
  Position opened_;
};

}  // namespace

void remove_notes(Lines& lines, RuleFindings& unclosed) { Remover(lines, unclosed).run(); }

std::string without_notes(std::string_view text) {
  Lines lines = split_lines(without_html_comments(std::string(text)), 1);
  RuleFindings unclosed("unknown-syntax");
  remove_notes(lines, unclosed);
  return std::string(kb::trim(join_lines(lines)));
}

}  // namespace indexer
