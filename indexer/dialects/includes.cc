#include "indexer/dialects/includes.h"

#include <algorithm>
#include <map>
#include <set>

#include "indexer/dialects/include_text.h"
#include "indexer/dialects/myst.h"
#include "indexer/includes/include_paths.h"
#include "indexer/includes/include_tag.h"
#include "indexer/lines/brought_lines.h"
#include "indexer/lines/inline_text.h"
#include "kb/text/ascii.h"

namespace indexer {

namespace {

constexpr std::size_t kLongestElement = 2'000;
constexpr std::size_t kMostLinesOfTag = 20;
constexpr std::size_t kMostLinesOfBlock = 100;

// The file whose lines are read.
struct Scope {
  std::string path;
  int depth = 0;
  IncludeArguments arguments;                                 // of the tag that brought it in
  std::map<std::string, std::string, std::less<>> imports{};  // MDX: "Name" -> path
};

// A tag of Liquid over several lines becomes one line. How many it took.
std::size_t join_tag(Lines& lines, std::size_t at) {
  const std::size_t open = lines[at].text.rfind("{%");
  if (open == std::string::npos || lines[at].text.find("%}", open) != std::string::npos) return 0;
  if (!kb::trim(std::string_view(lines[at].text).substr(open + 2), " \t-").starts_with("include")) return 0;
  std::string joined = lines[at].text;
  for (std::size_t next = at + 1; next < std::min(lines.size(), at + kMostLinesOfTag); ++next) {
    joined += ' ';
    joined += kb::trim(lines[next].text);
    if (lines[next].text.find("%}") == std::string::npos) continue;
    lines[at].rewrite(std::move(joined));
    return next - at;
  }
  return 0;
}

class Includer {
 public:
  Includer(const DialectContext& context, IncludeFindings findings)
      : context_(&context), findings_(findings) {}

  Lines expand(Lines lines, Scope& scope) {
    Lines out;
    std::size_t block_end = 0;  // of `--8<--` around names
    for (std::size_t i = 0; i < lines.size(); ++i) {
      const std::string_view content = std::string_view(lines[i].text).substr(content_start(lines[i].text));
      if (lines[i].kind == LineKind::comment) {
        out.push_back(std::move(lines[i]));
      } else if (i < block_end) {
        if (i + 1 < block_end) name_in_block(lines[i], scope, out);
      } else if (is_lone_scissors(content)) {
        block_end = end_of_block(lines, i + 1);
      } else if (lines[i].kind == LineKind::code || !read_import(lines[i].text, scope)) {
        const std::size_t more = lines[i].kind == LineKind::text ? join_tag(lines, i) : 0;
        expand_line(std::move(lines[i]), scope, out);
        i += more;
      }
    }
    return out;
  }

 private:
  static bool is_lone_scissors(std::string_view content) {
    return is_scissors(content) && content.find_first_of("\"'") == std::string_view::npos;
  }

  // Behind the line that ends the block; 0 when there is none, or when the line begins none.
  static std::size_t end_of_block(const Lines& lines, std::size_t from) {
    if (lines[from - 1].text.find('[') != std::string::npos) return 0;  // --8<-- [start:name]
    for (std::size_t i = from; i < std::min(lines.size(), from + kMostLinesOfBlock); ++i) {
      if (is_lone_scissors(kb::trim(lines[i].text))) return i + 1;
    }
    return 0;
  }

  void name_in_block(const Line& line, Scope& scope, Lines& out) {
    const std::string_view name = kb::trim(line.text);
    if (name.starts_with(';')) return;  // is left out on purpose
    out.push_back({continuation(line), line.number, true, line.kind});
    if (!name.empty()) splice(snippet(name), name, line, scope, out);
  }

  // `import Name from './_x.mdx'`
  static bool read_import(std::string_view line, Scope& scope) {
    if (!line.starts_with("import ")) return false;
    const std::size_t from = line.find(" from ");
    if (from == std::string_view::npos) return false;
    const std::string_view name = kb::trim(line.substr(7, from - 7));
    const std::string_view path = kb::trim(line.substr(from + 6), " \t;\"'");
    if (name.empty() || !std::all_of(name.begin(), name.end(), kb::is_alnum) || !is_markdown_name(path))
      return false;
    scope.imports[std::string(name)] = path;
    return true;
  }

  void expand_line(Line line, Scope& scope, Lines& out) {
    std::string_view text = line.text;
    const std::size_t begin = content_start(text);
    if (text.substr(begin).starts_with(";") && is_scissors(text.substr(begin + 1))) {
      line.rewrite(line.text.substr(0, begin) + line.text.substr(begin + 1));
      out.push_back(std::move(line));
      return;
    }
    const std::size_t first_out = out.size();
    out.push_back({"", line.number, line.changed, line.kind});
    for (std::size_t at = 0; at < text.size();) at += step(line, at, begin, scope, out);
    const bool is_gone =
        out.size() == first_out + 1 && is_blank_line(out.back().text) && !is_blank_line(text);
    if (is_gone) out.pop_back();
  }

  // Copies or replaces what stands at one place of a line. How many bytes.
  std::size_t step(const Line& line, std::size_t at, std::size_t begin, Scope& scope, Lines& out) {
    const std::string_view text = line.text;
    const std::string_view rest = text.substr(at);
    if (const auto tag = tag_at(rest, at == begin, scope);
        tag && (line.kind == LineKind::text || tag->in_code)) {
      splice(*tag, rest.substr(0, tag->size), line, scope, out);
      return tag->size;
    }
    std::size_t kept = line.kind == LineKind::text ? code_or_comment(rest) : 0;
    if (kept == 0 && rest.front() == '\\') kept = std::min<std::size_t>(2, rest.size());
    if (kept == 0) kept = std::min(rest.find_first_of("-{<[:`\\", 1), rest.size());
    out.back().text += rest.substr(0, kept);
    return kept;
  }

  static std::optional<IncludeTag> tag_at(std::string_view rest, bool is_first, const Scope& scope) {
    constexpr std::string_view kFirst = "-{<[:";
    if (kFirst.find(rest.front()) == std::string_view::npos) return std::nullopt;
    if (auto tag = include_tag_at(rest, is_first)) return tag;
    return scope.imports.empty() ? std::nullopt : element_at(rest, scope);
  }

  // <Name prop="x" />
  static std::optional<IncludeTag> element_at(std::string_view rest, const Scope& scope) {
    if (!rest.starts_with('<')) return std::nullopt;
    rest = rest.substr(0, kLongestElement);
    const std::size_t name_end = std::min(rest.find_first_of(" />\t", 1), rest.size());
    const auto import = scope.imports.find(rest.substr(1, name_end - 1));
    if (import == scope.imports.end()) return std::nullopt;
    const std::string close = "></" + import->first + ">";
    const std::size_t end = std::min(rest.find("/>", name_end), rest.find(close, name_end));
    if (end == std::string_view::npos) return std::nullopt;
    IncludeTag tag;
    tag.size = end + (rest.substr(end).starts_with('/') ? 2 : close.size());
    tag.target = import->second;
    tag.place = IncludePlace::mdx;
    tag.arguments = read_arguments(rest.substr(name_end, end - name_end));
    return tag;
  }

  void splice(const IncludeTag& tag, std::string_view written, const Line& line, const Scope& scope,
              Lines& out) {
    out.back().changed = true;
    Lines brought;
    if (!bring(tag, written, line, scope, brought)) {
      out.back().text += line.kind == LineKind::code ? std::string(written) : tag.otherwise;
      return;
    }
    const std::string prefix = continuation(line);
    if (!take(brought.size() * prefix.size(), line)) return;
    const bool is_row = line.text.find_first_not_of(' ') == line.text.find('|');
    for (std::size_t i = 0; i < brought.size(); ++i) {
      if (i > 0 && is_row && line.text.find('|') != std::string::npos) {
        out.back().text += ' ';
      } else if (i > 0) {
        out.push_back({prefix, line.number, true, brought[i].kind});
      }
      out.back().text += brought[i].text;
    }
  }

  // False when the tag brings in nothing.
  bool bring(const IncludeTag& tag, std::string_view written, const Line& line, const Scope& scope,
             Lines& brought) {
    if (line.kind == LineKind::text && is_template(tag)) {
      brought = template_words(tag, written, line);
      return true;
    }
    const bool is_code = line.kind == LineKind::code || tag.as_code;
    std::string path;
    const auto text = look_up(tag, line, scope, path);
    if (!text) return false;
    brought = cut_lines(*text, tag.part, line, *context_,
                        is_code && !is_markdown_name(path) ? nullptr : &findings_.unknown);
    name_missing_part(path, tag.part, line, brought);
    if (!is_code) read_myst(brought, *context_, findings_.unknown);
    if (!take(brought, line)) return false;
    if (tag.as_code && line.kind == LineKind::text) {
      const std::string language = tag.language.empty() ? path.substr(path.rfind('.') + 1) : tag.language;
      make_code(brought, language + (tag.title.empty() ? "" : " [" + tag.title + "]"), line);
      return true;
    }
    if (!is_code) mark_kinds(brought);
    expand_file(std::move(path), tag, scope, line, brought);
    return true;
  }

  void name_missing_part(const std::string& path, const Excerpt& part, const Line& line,
                         const Lines& brought) {
    if (!brought.empty() || (part.name.empty() && !part.has_marks())) return;
    const std::string name = part.has_marks() ? "between its two texts" : "`" + part.name + "`";
    findings_.missing.add("`" + path + "` has no part " + name + " to be included", {line.number, 1});
  }

  void expand_file(std::string path, const IncludeTag& tag, const Scope& scope, const Line& line,
                   Lines& brought) {
    Scope inner{path, scope.depth + 1, tag.arguments};
    fill_in(inner, line, brought);
    stack_.push_back(std::move(path));
    brought = expand(std::move(brought), inner);
    stack_.pop_back();
    trim_blank_lines(brought);
  }

  std::optional<std::string> look_up(const IncludeTag& tag, const Line& line, const Scope& scope,
                                     std::string& path) {
    const std::string name = scope.path + "\n" + tag.target;
    if (is_over_ || missing_.contains(name)) return std::nullopt;
    const Position at{line.number, 1};
    if (scope.depth >= kMaxIncludeDepth) {
      findings_.missing.add("files are included in one another more than " +
                                std::to_string(kMaxIncludeDepth) + " deep; the deepest are left out",
                            at);
      return std::nullopt;
    }
    if (++count_ > kMaxIncludes)
      return stop("files are included more than " + std::to_string(kMaxIncludes) + " times", at);
    for (std::string& candidate : include_paths(tag, scope.path, context_->path)) {
      if (auto text = context_->read(candidate)) {
        path = std::move(candidate);
        return is_open(path, at) ? std::nullopt : std::move(text);
      }
    }
    missing_.insert(name);
    // Code may show the tag itself, and a theme may have the template.
    if (line.kind == LineKind::text && (tag.place != IncludePlace::liquid || is_markdown_name(tag.target))) {
      findings_.missing.add(
          "the file `" + tag.target +
              "` to be included is not in the content folder, or is not public; correct its path",
          at);
    }
    return std::nullopt;
  }

  // Whether the file is being read already.
  bool is_open(const std::string& path, Position at) {
    if (path != context_->path && std::find(stack_.begin(), stack_.end(), path) == stack_.end()) return false;
    findings_.missing.add("`" + path + "` includes itself; remove one of the includes", at);
    return true;
  }

  // Puts the arguments into the text that asks for them: {{ include.x }}, {props.x}.
  void fill_in(const Scope& scope, const Line& at, Lines& lines) {
    const auto argument = [&](std::string_view rest, std::string_view) -> std::optional<Replacement> {
      for (const auto& [open, close] : {std::pair{"{{", "}}"}, std::pair{"{", "}"}}) {
        const std::size_t end = rest.substr(0, 100).find(close);
        if (!rest.starts_with(open) || end == std::string_view::npos) continue;
        const std::string_view open_text(open);
        std::string_view name = kb::trim(rest.substr(open_text.size(), end - open_text.size()));
        const std::size_t dot = name.find('.');
        if (dot == std::string_view::npos ||
            (name.substr(0, dot) != "include" && name.substr(0, dot) != "props"))
          continue;
        const auto found = scope.arguments.find(name.substr(dot + 1));
        std::string value = found == scope.arguments.end() ? "" : found->second;
        if (!take(value.size(), at)) value.clear();
        return Replacement{end + open_text.size(), std::move(value)};
      }
      return std::nullopt;
    };
    for (Line& line : lines) {
      if (line.kind == LineKind::text && line.text.find('{') != std::string::npos)
        line.rewrite(rewrite_inline(line.text, argument));
    }
  }

  bool take(const Lines& lines, const Line& at) {
    std::size_t bytes = 0;
    for (const Line& line : lines) bytes += line.text.size() + 1;
    return take(bytes, at);
  }

  // Whether so many bytes more may come in.
  bool take(std::size_t bytes, const Line& at) {
    if (is_over_) return false;
    taken_ += bytes;
    if (taken_ > kMaxIncluded) stop("the included files have more than 256 KiB together", {at.number, 1});
    return !is_over_;
  }

  std::nullopt_t stop(const std::string& why, Position at) {
    findings_.missing.add(why + "; the rest is left out, split the article", at);
    is_over_ = true;
    return std::nullopt;
  }

  const DialectContext* context_;
  IncludeFindings findings_;
  std::vector<std::string> stack_;  // of the files that are being read
  std::set<std::string> missing_;   // "file\ntarget"
  int count_ = 0;
  std::size_t taken_ = 0;
  bool is_over_ = false;
};

}  // namespace

Lines read_includes(Lines lines, const DialectContext& context, IncludeFindings findings) {
  if (!context.read) return lines;
  Scope scope{context.path, 0, {}};
  return Includer(context, findings).expand(std::move(lines), scope);
}

}  // namespace indexer
