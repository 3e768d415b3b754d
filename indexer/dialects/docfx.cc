#include "indexer/dialects/docfx.h"

#include <algorithm>
#include <array>

#include "indexer/lines/inline_text.h"
#include "indexer/lines/line_writer.h"
#include "indexer/lines/markdown_words.h"
#include "indexer/tags/tag.h"
#include "kb/text/ascii.h"

namespace indexer {
namespace {

constexpr std::string_view kColons = ":::";

// "zone" of `::: zone pivot="a"` and `:::zone-end`, "" for other lines.
std::string_view colon_name(std::string_view content) {
  if (!content.starts_with(kColons)) return {};
  content = kb::trim(content.substr(std::min(content.find_first_not_of(':'), content.size())), kb::kBlanks);
  const auto end =
      std::find_if_not(content.begin(), content.end(), [](char c) { return kb::is_alnum(c) || c == '-'; });
  return content.substr(0, static_cast<std::size_t>(end - content.begin()));
}

// The values of a `:::zone pivot="a"`.
std::string colon_value(std::string_view content, std::string_view name) {
  const std::size_t start = std::min(content.find_first_not_of(": "), content.size());
  const auto tag = read_tag("{% " + std::string(kb::trim_end(content.substr(start), ": ")) + " %}");
  return tag ? tag->value({name}) : "";
}

bool only_groups(std::string_view name) {
  constexpr std::array<std::string_view, 8> kGroups{"zone-end", "moniker", "moniker-end", "row",
                                                    "row-end",  "column",  "column-end",  "image-end"};
  return std::find(kGroups.begin(), kGroups.end(), name) != kGroups.end();
}

// "Programming language csharp" of "programming-language-csharp".
std::string readable(std::string value) {
  std::replace(value.begin(), value.end(), '-', ' ');
  if (!value.empty()) value.front() = kb::to_upper(value.front());
  return value;
}

struct TabHeading {
  std::size_t level = 0;  // 0: none
  std::string label;
};

// `#### [Label](#tab/id)`.
TabHeading tab_heading(std::string_view content) {
  const std::size_t level = std::min(content.find_first_not_of('#'), content.size());
  const std::string_view rest = kb::trim(content.substr(level), kb::kBlanks);
  const std::size_t target = rest.find("](#tab/");
  if (level == 0 || level > 6 || !rest.starts_with('[') || target == std::string_view::npos) return {};
  return {level, std::string(rest.substr(1, target - 1))};
}

bool is_rule(std::string_view content) {
  content = kb::trim(content, kb::kBlanks);
  return content.size() >= 3 && (content.find_first_not_of('-') == std::string_view::npos ||
                                 content.find_first_not_of('*') == std::string_view::npos);
}

std::size_t heading_level(std::string_view content) {
  const std::size_t level = std::min(content.find_first_not_of('#'), content.size());
  return level <= 6 && level < content.size() && content[level] == ' ' ? level : 0;
}

// `:::no-loc text="Blazor":::` is a word that translators leave.
std::optional<Replacement> no_loc_at(std::string_view rest, std::string_view /*before*/) {
  constexpr std::string_view kOpen = ":::no-loc";
  if (!rest.starts_with(kOpen)) return std::nullopt;
  const std::size_t end = rest.find(kColons, kOpen.size());
  if (end == std::string_view::npos) return std::nullopt;
  return Replacement{end + kColons.size(), colon_value(rest.substr(0, end), "text")};
}

// "BEGINTABS" of Experience League's `>[!BEGINTABS]`, with what stands behind the name in the brackets.
std::pair<std::string, std::string> quote_mark(std::string_view line) {
  const std::string_view content = kb::trim(line, kb::kBlanks);
  const std::size_t open = std::min(content.find_first_not_of("> \t"), content.size());
  if (!content.starts_with('>') || !content.substr(open).starts_with("[!") || !content.ends_with(']'))
    return {};
  const std::string_view inside = content.substr(open + 2, content.size() - open - 3);
  const std::size_t end = std::min(inside.find(' '), inside.size());
  return {kb::to_lower(inside.substr(0, end)), std::string(kb::trim(inside.substr(end), " \t\""))};
}

class DocfxReader {
 public:
  explicit DocfxReader(Lines& lines) : lines_(&lines) {}

  Lines run() {
    for (Line& line : *lines_) {
      leave_column(line);
      line.kind = kinds_.next(line.text);
      const std::size_t start = content_start(line.text);
      const std::string content(line.text.substr(start));
      writer_.begin(line, line.text.substr(0, start));
      in_div_ = in_div_ && line.text.find_first_not_of(" \t") == line.text.find('>') &&
                line.text.find('>') != std::string::npos;
      if (in_div_) {
        line.rewrite(
            std::string(without_indentation(std::string_view(line.text).substr(line.text.find('>') + 1), 1)));
        writer_.begin(line, "");
      }
      if (line.kind != LineKind::text || !read(line, content)) writer_.keep(std::move(line));
    }
    if (tab_level_ > 0) close_tabs();
    return writer_.take();
  }

 private:
  // What stands in a column is deeper by as much as its first line, and is no code for that.
  void leave_column(Line& line) {
    if (!in_column_ || is_blank_line(line.text)) return;
    if (column_depth_ == kUnknown) column_depth_ = indentation(line.text);
    line.rewrite(std::string(without_indentation(line.text, column_depth_)));
  }

  // Whether it wrote what takes the line's place.
  bool read(Line& line, const std::string& content) {
    if (content.starts_with("[!div ") && line.text.find('>') < line.text.find('[')) return in_div_ = true;
    if (content.find(":::no-loc") != std::string::npos) line.rewrite(rewrite_inline(line.text, no_loc_at));
    return read_mark(line) || read_heading(content) || read_colons(content) || read_tab_line(content) ||
           read_snippet(content);
  }

  bool read_mark(const Line& line) {
    const auto [name, value] = quote_mark(line.text);
    if (name == "begintabs") {
      writer_.begin(line, "");
      writer_.block_line(":::tabs");
      mark_tabs_ = true;
    } else if (mark_tabs_ && (name == "tab" || name == "endtabs")) {
      writer_.begin(line, "");
      if (has_mark_tab_) writer_.block_line(":::");
      has_mark_tab_ = mark_tabs_ = name == "tab";
      writer_.block_line(has_mark_tab_ ? ":::tab " + value : ":::");
    } else if (name == "beginshadebox" || name == "endshadebox") {
      writer_.begin(line, "");
      writer_.paragraph(strong_words(value));
      writer_.gap();
    } else {
      return false;
    }
    return true;
  }

  bool read_heading(const std::string& content) {
    const TabHeading tab = tab_heading(content);
    if (tab.level > 0) {
      if (tab_level_ == 0) {
        writer_.line(":::tabs");
        tab_prefix_ = writer_.prefix();
      } else {
        writer_.line(tab_prefix_, ":::");
      }
      writer_.line(tab_prefix_, ":::tab " + tab.label);
      tab_level_ = tab.level;
      return true;
    }
    if (tab_level_ == 0) return false;
    const bool is_end = is_rule(content);
    const std::size_t level = heading_level(content);
    if (is_end || (level > 0 && level < tab_level_)) close_tabs();
    return is_end;
  }

  void close_tabs() {
    writer_.line(tab_prefix_, ":::");
    writer_.line(tab_prefix_, ":::");
    tab_level_ = 0;
  }

  bool read_colons(const std::string& content) {
    if (!content.starts_with(kColons)) return false;
    const std::string_view name = colon_name(content);
    if (name == "zone") {
      writer_.paragraph(strong_words(readable(colon_value(content, "pivot"))));
      return true;
    }
    if (name == "code" && content.find("source=") != std::string::npos) {
      const std::string source = colon_value(content, "source");
      writer_.paragraph(source.starts_with('~') ? escape_words(source.substr(1)) : link_words("", source));
      return true;
    }
    if (only_groups(name)) {
      if (name == "column" || name == "column-end") column_depth_ = kUnknown;
      if (name == "column" || name == "column-end") in_column_ = name == "column";
      writer_.gap();
      return true;
    }
    count_blocks(content, name);
    return false;
  }

  // Which blocks are open, so that `@tab` is read directly in tabs only.
  void count_blocks(std::string_view content, std::string_view name) {
    if (content.ends_with(kColons) && !name.empty()) return;  // stands alone
    if (!name.empty()) {
      open_.push_back({name == "tabs", false});
    } else if (!open_.empty()) {
      if (open_.back().has_tab) writer_.line(":::");
      open_.pop_back();
    }
  }

  // `::tab[Label]` is our own, `@tab Label` VuePress's, `== Label` VitePress's.
  bool read_tab_line(const std::string& content) {
    if (open_.empty() || !open_.back().is_tabs) return false;
    constexpr std::string_view kOwn = "::tab";
    std::string_view rest = content;
    if (rest.starts_with(kOwn) && (rest.size() == kOwn.size() || !kb::is_alnum(rest[kOwn.size()]))) {
      rest.remove_prefix(kOwn.size());
    } else if (rest.starts_with("@tab")) {
      rest.remove_prefix(std::min(rest.find_first_of(" \t"), rest.size()));
      rest = rest.substr(0, rest.find('#'));
    } else if (rest.starts_with("== ")) {
      rest.remove_prefix(2);
    } else {
      return false;
    }
    if (open_.back().has_tab) writer_.line(":::");
    writer_.line(":::tab " + std::string(kb::trim(rest, kb::kBlanks)));
    return open_.back().has_tab = true;
  }

  // VitePress's `<<< @/snippets/a.js{1,3}`.
  bool read_snippet(const std::string& content) {
    if (!content.starts_with("<<< ")) return false;
    std::string_view path = kb::trim(std::string_view(content).substr(4), kb::kBlanks);
    path = path.substr(0, path.find_first_of("{#[ "));
    if (path.starts_with('@')) path.remove_prefix(1);
    writer_.paragraph(link_words("", path));
    return true;
  }

  struct OpenBlock {
    bool is_tabs = false;
    bool has_tab = false;
  };

  static constexpr std::size_t kUnknown = static_cast<std::size_t>(-1);

  Lines* lines_;
  LineKinds kinds_;
  LineWriter writer_;
  std::vector<OpenBlock> open_;
  std::size_t column_depth_ = kUnknown;  // columns before what stands in the column
  bool in_column_ = false;
  bool mark_tabs_ = false;  // behind a `>[!BEGINTABS]`
  bool has_mark_tab_ = false;
  std::string tab_prefix_;     // of the first of them
  std::size_t tab_level_ = 0;  // of the headings that are tabs, 0 outside
  bool in_div_ = false;        // in the quote of a `[!div]`
};

}  // namespace

void read_docfx(Lines& lines) {
  if (!hold_any(lines, {":::", "[!div ", "](#tab/", "<<< ", "[!BEGIN"})) return;
  lines = DocfxReader(lines).run();
  mark_kinds(lines);
}

}  // namespace indexer
