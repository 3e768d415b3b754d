#include "indexer/inline/wiki_links.h"

#include <algorithm>
#include <array>
#include <set>

#include "indexer/inline/attributes.h"
#include "indexer/inline/images.h"
#include "indexer/lines/inline_text.h"
#include "kb/text/ascii.h"
#include "kb/text/percent.h"
#include "kb/text/slug.h"
#include "kb/text/utf8.h"

namespace indexer {
namespace {

constexpr std::size_t kLongestLink = 500;

bool is_image(std::string_view name) {
  constexpr std::array<std::string_view, 8> kEnds{".png", ".jpg",  ".jpeg", ".gif",
                                                  ".svg", ".webp", ".avif", ".bmp"};
  const std::string lower = kb::to_lower(name);
  return std::any_of(kEnds.begin(), kEnds.end(), [&](std::string_view end) { return lower.ends_with(end); });
}

// Parts between bars. In a table a backslash stands before the bar.
std::vector<std::string> parts_of(std::string_view inside) {
  std::vector<std::string> parts;
  while (true) {
    const std::size_t bar = inside.find('|');
    const bool is_last = bar == std::string_view::npos;
    parts.emplace_back(kb::trim(kb::trim_end(inside.substr(0, bar), is_last ? "" : "\\")));
    if (is_last) return parts;
    inside.remove_prefix(bar + 1);
  }
}

std::string last_part(std::string_view name) { return std::string(name.substr(name.rfind('/') + 1)); }

// A text from a file's name, which is no Markdown.
std::string escaped_name(std::string_view name) {
  std::string out;
  for (const char c : name) {
    if (std::string_view("*_`<[]").find(c) != std::string_view::npos) out += '\\';
    out += c;
  }
  return out;
}

// "page=3" of a PDF.
bool is_file_part(std::string_view section) { return section.find('=') != std::string_view::npos; }

struct Name {
  std::string page;
  std::string section;
};

Name name_of(std::string_view part) {
  const std::size_t hash = part.find('#');
  if (hash == std::string_view::npos) return {std::string(part), ""};
  const std::string_view section = part.substr(part.rfind('#') + 1);
  return {std::string(kb::trim(part.substr(0, hash))),
          section.starts_with('^') ? "" : std::string(kb::trim(section))};
}

using Labels = std::set<std::string, std::less<>>;

// Those of links by reference: where `[Page]: target` is, `[[Page]]` is such a link in brackets.
Labels labels_of(const Lines& lines) {
  Labels labels;
  for (const Line& line : lines) {
    const std::string_view text = kb::trim(line.text);
    const std::size_t end = text.starts_with('[') ? text.find("]:") : std::string_view::npos;
    if (line.kind == LineKind::text && end != std::string_view::npos)
      labels.emplace(kb::trim(text.substr(1, end - 1), "[]"));
  }
  return labels;
}

class WikiReader {
 public:
  WikiReader(const DialectContext& context, Labels labels, RuleFindings& missing)
      : context_(&context), labels_(std::move(labels)), missing_(&missing) {}

  void read(Line& line) {
    NextPlace close(line.text, "]]");
    counted_bytes_ = 0;
    counted_ = 0;
    std::string text = rewrite_inline(line.text, [&](std::string_view rest, std::string_view before) {
      return link_at(rest, before, close, line);
    });
    line.rewrite(without_block_name(text));
  }

 private:
  std::optional<Replacement> link_at(std::string_view rest, std::string_view before, NextPlace& close,
                                     const Line& line) {
    is_embed_ = rest.starts_with("![[");
    if (!is_embed_ && !rest.starts_with("[[")) return std::nullopt;
    const std::size_t begin = is_embed_ ? 3 : 2;
    const std::size_t end = close.from(before.size());
    if (end == std::string_view::npos || end < before.size() + begin) return std::nullopt;
    const std::string_view inside = rest.substr(begin, end - before.size() - begin);
    const std::string_view behind = rest.substr(begin + inside.size() + 2);
    if (!may_be_link(inside, before, behind) || labels_.contains(inside)) return std::nullopt;
    at_ = {line.number, line.changed ? 1 : column_behind(before)};
    auto text = link(inside);
    if (!text) return std::nullopt;
    return Replacement{begin + inside.size() + 2, std::move(*text)};
  }

  // `list[[0]]`, `[[text]](target)`, a shell's `[[ -f x ]]` and DocFX's `[[!INCLUDE` are none.
  static bool may_be_link(std::string_view inside, std::string_view before, std::string_view behind) {
    if (inside.empty() || inside.size() > kLongestLink ||
        inside.find_first_of("[`") != std::string_view::npos)
      return false;
    if (inside.front() == ' ' || inside.front() == '!' || inside.front() == '^') return false;
    if (!before.empty() && (kb::is_alnum(before.back()) || before.back() == ')' || before.back() == ']'))
      return false;
    return behind.empty() || std::string_view("([:]").find(behind.front()) == std::string_view::npos;
  }

  // In characters. Counts on from the link before, since a line may hold thousands.
  int column_behind(std::string_view before) {
    counted_ += static_cast<int>(kb::length(before.substr(counted_bytes_)));
    counted_bytes_ = before.size();
    return counted_ + 1;
  }

  std::optional<std::string> find(const Name& name) const {
    if (name.page.empty()) return "";
    return context_->find ? context_->find(name.page) : std::nullopt;
  }

  // nullopt when it is none.
  std::optional<std::string> link(std::string_view inside) {
    std::vector<std::string> parts = parts_of(inside);
    if (parts[0].find("://") != std::string::npos)
      return "[" + (parts.size() > 1 ? parts[1] : parts[0]) + "](<" + parts[0] + ">)";
    Name name = name_of(parts[0]);
    auto path = find(name);
    if (!path && parts.size() == 2) {  // GitHub's wikis have the text first
      const Name other = name_of(parts[1]);
      path = find(other);
      if (path && path->empty()) path.reset();
      if (path) std::swap(parts[0], parts[1]);
      if (path) name = other;
    }
    if (!path) return missing(parts, inside);
    if (is_image(*path)) return image(parts, *path);
    const std::string text = text_of(parts, name);
    const std::string target = path->empty() ? "" : "/" + kb::percent_encode(*path, "/");
    if (is_embed_ && (is_film(*path) || is_sound(*path))) return "![" + text + "](" + target + ")";
    if (is_film(*path)) return "[Video: " + text + "](" + target + ")";
    const bool has_section =
        !name.section.empty() && (path->empty() || path->ends_with(".md") || path->ends_with(".mdx"));
    return "[" + text + "](" + target + (has_section ? "#" + kb::heading_slug(name.section) : "") + ")";
  }

  static std::string text_of(const std::vector<std::string>& parts, const Name& name) {
    if (parts.size() > 1 && !parts[1].empty()) return parts[1];
    if (name.page.empty()) return escaped_name(name.section);
    const std::string page = escaped_name(last_part(name.page));
    return name.section.empty() || is_file_part(name.section) ? page
                                                              : page + " > " + escaped_name(name.section);
  }

  // `alt|300`, `300x200`, and GitHub's `alt=text|width=300px`.
  static std::string image(const std::vector<std::string>& parts, const std::string& path) {
    std::string alt;
    std::string size;
    for (std::size_t i = 1; i < parts.size(); ++i) {
      const std::string_view part = parts[i];
      const std::size_t value = std::min(part.find('=') + 1, part.size());
      const bool is_size = part.find_first_not_of("0123456789x") == std::string_view::npos;
      if (part.starts_with("alt="))
        alt = part.substr(value);
      else if (part.starts_with("width=") || is_size)
        size = part.starts_with("width=") ? pixels(part.substr(value)) : std::string(part);
      else if (value == 0)
        alt = part;
    }
    const std::string text = "![" + alt + "|" + size + "](/" + kb::percent_encode(path, "/") + ")";
    const auto sized = size.empty() ? std::nullopt : read_image(text);
    return sized ? sized->text : "![" + alt + "](/" + kb::percent_encode(path, "/") + ")";
  }

  std::optional<std::string> missing(const std::vector<std::string>& parts, std::string_view inside) {
    if (inside.find_first_not_of("0123456789., ") == std::string_view::npos) return std::nullopt;
    missing_->add(
        "the wiki link `[[" + std::string(inside) + "]]` leads to no article and no file, its text is kept",
        at_);
    return text_of(parts, name_of(parts[0]));
  }

  // "text ^name" at a line's end.
  static std::string without_block_name(const std::string& text) {
    constexpr std::size_t kShortest = 4;
    const std::string_view line = kb::trim_end(text);
    const std::size_t mark = line.rfind('^');
    if (mark == std::string_view::npos || (mark > 0 && !kb::is_blank(line[mark - 1]))) return text;
    const std::string_view name = line.substr(mark + 1);
    const bool is_name =
        name.size() >= kShortest && std::any_of(name.begin(), name.end(), kb::is_letter) &&
        std::all_of(name.begin(), name.end(), [](char c) { return kb::is_alnum(c) || c == '-'; });
    return is_name ? std::string(kb::trim_end(line.substr(0, mark))) : text;
  }

  const DialectContext* context_;
  Labels labels_;
  RuleFindings* missing_;
  Position at_;
  bool is_embed_ = false;
  std::size_t counted_bytes_ = 0;  // of the line
  int counted_ = 0;                // characters in them
};

}  // namespace

void read_wiki_links(Lines& lines, const DialectContext& context, RuleFindings& missing) {
  WikiReader reader(context, labels_of(lines), missing);
  for (Line& line : lines) {
    const bool may_hold_one =
        line.text.find("[[") != std::string::npos || line.text.find('^') != std::string::npos;
    if (line.kind == LineKind::text && may_hold_one) reader.read(line);
  }
}

}  // namespace indexer
