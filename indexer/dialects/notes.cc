#include "indexer/dialects/notes.h"

#include <array>

#include "indexer/lines/inline_text.h"
#include "kb/text/ascii.h"

namespace indexer {

namespace {

struct Note {
  std::string_view name;
  std::string_view open;
  std::string_view close;
  bool spaced = false;  // has blanks or the line's ends around it
};

constexpr std::array kNotes{
    Note{"{/* */}", "{/*", "*/}"},                                   // MDX
    Note{"{{/* */}}", "{{/*", "*/}}"},                               // Hugo
    Note{"{% comment %}", "{% comment %}", "{% endcomment %}"},      // Liquid
    Note{"{% comment %}", "{%- comment -%}", "{%- endcomment -%}"},  // Liquid
    Note{"{>> <<}", "{>>", "<<}"},                                   // Critic Markup
    Note{"{::comment}", "{::comment}", "{:/comment}"},               // Kramdown
    Note{"{{% comment %}}", "{{% comment %}}", "{{% /comment %}}"},  // Hugo
    Note{"{{< comment >}}", "{{< comment >}}", "{{< /comment >}}"},  // Hugo
    Note{"{# #}", "{# ", " #}"},                                     // Jinja, Nunjucks
    Note{"%% %%", "%%", "%%", true},                                 // Obsidian
};

bool is_edge(std::string_view text, bool at_end) {
  if (text.empty()) return true;
  const char c = at_end ? text.back() : text.front();
  return kb::is_blank(c) || (!at_end && (c == '.' || c == ',' || c == ')'));
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
  Remover(Lines& lines, Findings& unclosed) : lines_(&lines), unclosed_(&unclosed) {}

  void run() {
    Lines kept;
    for (Line& line : *lines_) {
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
    if (kinds_.next(text) != LineKind::text) return false;
    std::string kept = rewrite_inline(text, [&](std::string_view rest, std::string_view before) {
      const auto found = note_at(rest, before, line);
      had_note = had_note || found;
      return found;
    });
    if (had_note) line.rewrite(std::move(kept));
    return had_note;
  }

  // Cuts the end of the open note off the beginning of the text.
  bool close(std::string& text) {
    const std::size_t end = text.find(open_->close);
    if (end == std::string::npos) return false;
    text.erase(0, end + open_->close.size());
    open_ = nullptr;
    return true;
  }

  std::optional<Replacement> note_at(std::string_view rest, std::string_view before, const Line& line) {
    for (const Note& note : kNotes) {
      if (!rest.starts_with(note.open) || (note.spaced && !is_edge(before, true))) continue;
      const std::size_t end = rest.find(note.close, note.open.size());
      if (end != std::string_view::npos) {
        const std::size_t size = end + note.close.size();
        if (note.spaced && !is_edge(rest.substr(size), false)) continue;
        return Replacement{size, heading_id(rest.substr(0, size))};
      }
      if (note.spaced && before.find_first_not_of(" \t>") != std::string_view::npos) continue;
      open_ = &note;
      opened_ = {line.number, 1};
      return Replacement{rest.size(), ""};
    }
    return std::nullopt;
  }

  Lines* lines_;
  Findings* unclosed_;
  LineKinds kinds_;
  const Note* open_ = nullptr;
  Position opened_;
};

}  // namespace

void remove_notes(Lines& lines, Findings& unclosed) { Remover(lines, unclosed).run(); }

}  // namespace indexer
