#include "indexer/dialects/code_fences.h"

#include <algorithm>
#include <array>
#include <optional>

#include "indexer/lines/inline_text.h"
#include "indexer/lines/markdown_words.h"
#include "indexer/tags/hidden_attributes.h"
#include "indexer/tags/tag.h"
#include "kb/text/ascii.h"

namespace indexer {
namespace {

constexpr std::string_view kRawEnd = "{% endraw %}";

struct FenceInfo {
  std::string language;
  std::string title;
};

bool is_language(char c) {
  return kb::is_alnum(c) || std::string_view("+#._-").find(c) != std::string_view::npos;
}

std::string_view take_language(std::string_view& info) {
  const auto end = std::find_if_not(info.begin(), info.end(), is_language);
  const std::string_view language = info.substr(0, static_cast<std::size_t>(end - info.begin()));
  info.remove_prefix(language.size());
  return language;
}

// The value of `title="a.js"`, `title=a.js` or `title='a.js'`.
std::string named_value(std::string_view info, std::string_view name) {
  for (std::size_t at = info.find(name); at != std::string_view::npos; at = info.find(name, at + 1)) {
    const std::string_view rest = info.substr(at + name.size());
    const bool is_begin = at == 0 || kb::is_blank(info[at - 1]) || info[at - 1] == '{' || info[at - 1] == ',';
    if (!is_begin || !rest.starts_with('=') || rest.size() < 2) continue;
    const char quote = rest[1];
    if (quote == '"' || quote == '\'') return std::string(rest.substr(2, rest.find(quote, 2) - 2));
    return std::string(rest.substr(1, rest.find_first_of(" \t},") - 1));
  }
  return "";
}

// "npm" of `js [npm]`, "a.js" of `js:a.js` and `js a.js`.
std::string bare_title(std::string_view rest, bool in_group) {
  if (rest.starts_with(":line-numbers") || rest.starts_with(":no-line-numbers")) {
    rest.remove_prefix(std::min(rest.find_first_of(" \t{"), rest.size()));
  } else if (rest.starts_with(':') && rest.size() > 1 && !kb::is_blank(rest[1])) {
    return std::string(rest.substr(1, rest.find_first_of(" \t{") - 1));
  }
  const std::size_t bracket = rest.find('[');
  if (bracket != std::string_view::npos && rest.find(']', bracket) != std::string_view::npos) {
    return std::string(rest.substr(bracket + 1, rest.find(']', bracket) - bracket - 1));
  }
  rest = kb::trim(rest, kb::kBlanks);
  const std::size_t value = rest.find_first_of("{=");
  std::string_view words = kb::trim_end(rest.substr(0, value), kb::kBlanks);
  if (value < rest.size() && rest[value] == '=')  // without the name of the value
    words = kb::trim_end(words.substr(0, words.find_last_of(" \t") + 1), kb::kBlanks);
  const std::string_view word = words.substr(0, words.find_first_of(" \t"));
  if (in_group) return std::string(words);
  const bool is_file = word.find_first_of("./") != std::string_view::npos &&
                       word.find_first_of("\"'<>(),") == std::string_view::npos;
  return is_file ? std::string(word) : "";
}

FenceInfo read_info(std::string_view info, bool in_group) {
  FenceInfo found;
  info = kb::trim(info, kb::kBlanks);
  const std::size_t raw = info.find("{%");
  if (raw != std::string_view::npos) info = kb::trim_end(info.substr(0, raw), kb::kBlanks);
  if (info.find_first_of(" \t{}[]():=\"'<>") == std::string_view::npos) return {std::string(info), ""};
  for (const std::string_view name : {"title", "filename", "file", "name", "label", "tab"}) {
    if (found.title.empty()) found.title = named_value(info, name);
  }
  // `{.python}` is Pandoc's, `{python}` R Markdown's, `{1,3-4}` highlights lines.
  std::string_view rest = info;
  if (rest.starts_with('{')) rest.remove_prefix(rest.starts_with("{.") ? 2 : 1);
  const std::string_view language = take_language(rest);
  const bool is_value =
      rest.starts_with('=') || (info.starts_with('{') && !language.empty() && kb::is_digit(language.front()));
  if (!is_value) found.language = language;
  if (found.title.empty() && !info.starts_with('{')) found.title = bare_title(rest, in_group);
  return found;
}

bool is_word_end(std::string_view rest) {
  return rest.empty() || !(kb::is_alnum(rest.front()) || rest.front() == '-');
}

// A comment that only tells a highlighter what to do with lines: `// highlight-next-line`, `# [!code
// focus:3]`.
bool is_line_mark(std::string_view line) {
  constexpr std::array<std::string_view, 8> kMarks{
      "highlight-next-line", "highlight-start", "highlight-end", "error-next-line",
      "success-next-line",   "focus-next-line", "[!code",        "@highlight"};
  line = kb::trim(line, kb::kBlanks);
  for (const std::string_view sign : {"{/*", "<!--", "//", "/*", "#", "--", "%", ";", "'"}) {
    if (!line.starts_with(sign)) continue;
    const std::string_view inside = kb::trim(line.substr(sign.size()), kb::kBlanks);
    return std::any_of(kMarks.begin(), kMarks.end(), [&](std::string_view mark) {
      return inside.starts_with(mark) && is_word_end(inside.substr(mark.size()));
    });
  }
  return false;
}

// `x // [!code ++]` without the comment. `# (1)!` keeps its number, which a list below explains.
std::string without_marks(std::string_view line) {
  const std::size_t mark = line.rfind("[!code ");
  if (mark != std::string_view::npos && line.find(']', mark) != std::string_view::npos) {
    const std::string_view before = kb::trim_end(line.substr(0, mark), kb::kBlanks);
    for (const std::string_view sign : {"//", "#", "<!--", "/*", "--", "%", ";", "'"}) {
      if (before.ends_with(sign)) {
        return std::string(kb::trim_end(before.substr(0, before.size() - sign.size()), kb::kBlanks));
      }
    }
  }
  const std::string_view ended = kb::trim_end(line, kb::kBlanks);
  const std::size_t open = ended.rfind('(');
  const bool is_note = ended.ends_with(")!") && open != std::string_view::npos && open + 3 <= ended.size() &&
                       ended.find_first_not_of("0123456789", open + 1) == ended.size() - 2;
  return std::string(is_note ? ended.substr(0, ended.size() - 1) : line);
}

// Jekyll takes `{% raw %}` and `{% endraw %}` out of code, too. They are there to keep what it would read
// else.
std::string without_raw_tags(std::string line) {
  constexpr std::string_view kRaw = "{% raw %}";
  for (std::size_t open = line.find(kRaw); open != std::string::npos; open = line.find(kRaw, open)) {
    const std::size_t inside = open + kRaw.size();
    const std::size_t close = line.find(kRawEnd, inside);
    if (close == std::string::npos) return line;
    const std::string text = line.substr(inside, close - inside);
    const bool is_kept = text.find("{{") != std::string::npos || text.find("{%") != std::string::npos;
    if (is_kept) line.replace(open, close + kRawEnd.size() - open, text);
    open += is_kept ? text.size() : kRaw.size();
  }
  return line;
}

// `$$x$$` within a text.
std::optional<Replacement> formula_at(std::string_view rest, std::string_view /*before*/) {
  constexpr std::string_view kSign = "$$";
  if (!rest.starts_with(kSign)) return std::nullopt;
  const std::size_t end = rest.find(kSign, kSign.size());
  if (end == std::string_view::npos) return std::nullopt;
  const std::string_view inside = kb::trim(rest.substr(kSign.size(), end - kSign.size()), kb::kBlanks);
  if (inside.empty() || inside.find('`') != std::string_view::npos) return std::nullopt;
  return Replacement{end + kSign.size(), "`" + std::string(inside) + "`"};
}

// Whether R Markdown and Quarto show nothing of a chunk's code: `{r, echo=FALSE}`, `#| include: false`.
bool is_hidden_chunk(std::string_view text) {
  std::string packed = kb::to_lower(text);
  std::erase_if(packed, [](char c) { return kb::is_blank(c); });
  for (const std::string_view name : {"include", "echo"}) {
    for (const std::string_view value : {"=false", ":false", "=f,", "=f}"}) {
      if (packed.find(std::string(name).append(value)) != std::string::npos) return true;
    }
  }
  return false;
}

class FenceReader {
 public:
  FenceReader(Lines& lines, RuleFindings& unknown) : lines_(&lines), unknown_(&unknown) {}

  Lines run() {
    for (at_ = 0; at_ < lines_->size(); ++at_) {
      Line& line = (*lines_)[at_];
      const std::string_view content = std::string_view(line.text).substr(content_start(line.text));
      if (!fence_.empty()) {
        inside(line);
      } else if (line.kind == LineKind::code && !fence_of(content).empty()) {
        open(line, content);
      } else if (line.kind == LineKind::text) {
        text(line, content);
      } else {
        out_.push_back(std::move(line));
      }
    }
    return std::move(out_);
  }

 private:
  void open(Line& line, std::string_view content) {
    fence_ = fence_of(content);
    const std::string_view written = kb::trim(content.substr(fence_.size()), kb::kBlanks);
    if (written.starts_with('{') && (hides_text(written) || hides_chunk(written))) {
      is_hidden_ = true;
      return;
    }
    const FenceInfo info = read_info(written, groups_ > 0);
    const std::string language = kb::to_lower(info.language);
    if (language == "mermaid") shown_as_source("a Mermaid diagram is shown as its source", line);
    if (language == "math" || language == "katex") shown_as_source("a formula is shown as its source", line);
    if (language == "dataview" || language == "dataviewjs")
      shown_as_source("a query of Dataview is shown as its source", line);
    is_diff_ = language == "diff";
    is_rust_ = language.substr(0, language.find(',')) == "rust";
    prefix_ = line.text.substr(0, line.text.size() - content.size());
    if (groups_ > 0) {
      add(line, prefix_ + ":::tab " + (info.title.empty() ? info.language : info.title));
      prefix_ = next_prefix(prefix_);
    } else if (!info.title.empty()) {
      title_line(line, info.title);
    }
    Line fence = line;
    if (written != info.language || prefix_.size() + content.size() != line.text.size() ||
        line.text.compare(0, prefix_.size(), prefix_) != 0) {
      fence.rewrite(prefix_ + fence_ + info.language);
    }
    out_.push_back(std::move(fence));
    is_first_ = true;
  }

  // Its own options stand behind `#|` on its first lines.
  bool hides_chunk(std::string_view written) {
    bool is_hidden = is_hidden_chunk(written);
    for (std::size_t at = at_ + 1; at < lines_->size(); ++at) {
      const std::string_view content = without_quotes((*lines_)[at].text);
      if (!content.starts_with("#|")) break;
      is_hidden = is_hidden || is_hidden_chunk(content);
    }
    return is_hidden;
  }

  void title_line(const Line& line, const std::string& title) {
    const bool after_text =
        !out_.empty() && !is_blank_line(out_.back().text) && prefix_ == next_prefix(prefix_);
    if (after_text) add(line, std::string(kb::trim_end(prefix_, kb::kBlanks)));
    add(line, prefix_ + strong_words(title));
    prefix_ = next_prefix(prefix_);
  }

  void inside(Line& line) {
    const std::string_view content = kb::trim(without_quotes(line.text), kb::kBlanks);
    const bool ends =
        content.starts_with(fence_) && content.find_first_not_of(fence_.front()) == std::string_view::npos;
    const bool is_raw = content == kRawEnd || (is_first_ && content == "{% raw %}");
    is_first_ = false;
    if (ends) {
      fence_.clear();
      if (is_hidden_) {
        is_hidden_ = false;
        return;
      }
      out_.push_back(std::move(line));
      if (groups_ > 0) add(out_.back(), prefix_ + ":::");
      return;
    }
    if (is_hidden_ || is_raw || is_line_mark(line.text) || (is_rust_ && read_rust(line, content))) return;
    if (!is_diff_) line.rewrite(without_raw_tags(without_marks(line.text)));
    out_.push_back(std::move(line));
  }

  // Whether the line is not shown: rustdoc and mdBook leave out `# let x;`, and of `##` the first sign.
  static bool read_rust(Line& line, std::string_view content) {
    if (content == "#" || content.starts_with("# ")) return true;
    if (content.starts_with("##")) line.rewrite(std::string(line.text).erase(line.text.find('#'), 1));
    return false;
  }

  static std::string_view without_quotes(std::string_view text) {
    return text.substr(std::min(text.find_first_not_of(" \t>"), text.size()));
  }

  void text(Line& line, std::string_view content) {
    if (groups_ > 0 || content.starts_with(":::code-group") || content.starts_with("::: code-group")) {
      if (!group(line, content)) return;
    }
    if (content.starts_with("$$") && formula(line, content)) return;
    if (content.find("$$") != std::string_view::npos) {
      std::string other = rewrite_inline(line.text, formula_at);
      if (other != line.text) shown_as_source("a formula is shown as its source", line);
      line.rewrite(std::move(other));
    }
    out_.push_back(std::move(line));
  }

  // Whether the line goes on to be read. Keeps count of the blocks in a group.
  bool group(Line& line, std::string_view content) {
    const std::string_view name =
        kb::trim(content.substr(std::min(content.find_first_not_of(':'), content.size())));
    if (!content.starts_with(":::")) return true;
    if (name.empty()) {
      if (groups_ > 0) --groups_;
      return true;
    }
    ++groups_;
    if (groups_ > 1) return true;
    add(line, line.text.substr(0, line.text.size() - content.size()) + ":::tabs");
    return false;
  }

  // `$$` on lines of their own, or `$$ x $$` on one.
  bool formula(const Line& line, std::string_view content) {
    const std::string prefix = line.text.substr(0, line.text.size() - content.size());
    const std::string_view rest = kb::trim(content.substr(2), kb::kBlanks);
    if (rest.size() > 2 && rest.ends_with("$$") && rest.find("$$") == rest.size() - 2) {
      fenced(line, prefix, {std::string(kb::trim(rest.substr(0, rest.size() - 2), kb::kBlanks))});
      return true;
    }
    if (endless_ || rest.find("$$") != std::string_view::npos) return false;
    std::vector<std::string> inside;
    if (!rest.empty()) inside.emplace_back(rest);
    std::size_t end = at_ + 1;
    for (; end < lines_->size(); ++end) {
      const std::string_view next = kb::trim((*lines_)[end].text);
      if (next.ends_with("$$")) break;
      inside.emplace_back(without_indentation((*lines_)[end].text, indentation(prefix)));
    }
    endless_ = end == lines_->size();
    if (endless_) return false;
    const std::string_view last = kb::trim((*lines_)[end].text);
    if (last.size() > 2) inside.emplace_back(last.substr(0, last.size() - 2));
    fenced(line, prefix, inside);
    at_ = end;
    return true;
  }

  void fenced(const Line& line, const std::string& prefix, const std::vector<std::string>& inside) {
    shown_as_source("a formula is shown as its source", line);
    add(line, prefix + "```math");
    const std::string next = next_prefix(prefix);
    for (const std::string& one : inside) add(line, next + one);
    add(line, next + "```");
  }

  void add(const Line& line, std::string text) {
    Line added = line;
    added.text = std::move(text);
    added.changed = true;
    out_.push_back(std::move(added));
  }

  void shown_as_source(const std::string& message, const Line& line) {
    unknown_->add(message, {line.number, 1});
  }

  Lines* lines_;
  RuleFindings* unknown_;
  Lines out_;
  std::size_t at_ = 0;
  std::string fence_;   // that is open
  std::string prefix_;  // of its lines
  bool is_diff_ = false;
  bool is_rust_ = false;
  bool is_hidden_ = false;
  bool is_first_ = false;   // the next line is the first of the code
  bool endless_ = false;    // no `$$` is closed below
  std::size_t groups_ = 0;  // blocks that are open, from a `:::code-group` on
};

// ```` ```{% endraw %} ```` closes a block for Jekyll, and for Markdown it would not.
void take_raw_end(Line& line) {
  const std::string_view text = kb::trim_end(line.text, kb::kBlanks);
  if (!text.ends_with(kRawEnd)) return;
  const std::string_view before = text.substr(0, text.size() - kRawEnd.size());
  const std::string_view content = before.substr(content_start(before));
  if (!content.empty() && fence_of(content).size() == content.size()) line.rewrite(std::string(before));
}

}  // namespace

void close_raw_fences(Lines& lines) {
  for (Line& line : lines) take_raw_end(line);
}

void read_code_fences(Lines& lines, RuleFindings& unknown) {
  if (!hold_any(lines, {"```", "~~~", "$$"})) return;
  lines = FenceReader(lines, unknown).run();
  mark_kinds(lines);
}

}  // namespace indexer
