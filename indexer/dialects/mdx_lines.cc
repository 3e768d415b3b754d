#include "indexer/dialects/mdx_lines.h"

#include <algorithm>
#include <array>
#include <functional>
#include <map>
#include <optional>
#include <utility>

#include "indexer/lines/inline_text.h"
#include "indexer/lines/markdown_words.h"
#include "indexer/tags/code_values.h"
#include "kb/text/ascii.h"
#include "kb/text/utf8.h"

namespace indexer {
namespace {

constexpr std::size_t kMaxCodeLines = 500;

bool begins_import(std::string_view line) {
  constexpr std::string_view kImport = "import ";
  constexpr std::string_view kFrom = " from ";
  if (!line.starts_with(kImport)) return false;
  const std::string_view rest = kb::trim(line.substr(kImport.size()), kb::kBlanks);
  if (rest.starts_with('\'') || rest.starts_with('"')) return true;
  const bool is_list = rest.starts_with('{') && rest.find('}') == std::string_view::npos;
  const std::size_t from = rest.find(kFrom);
  if (from == std::string_view::npos) return is_list;
  const std::string_view source = kb::trim(rest.substr(from + kFrom.size()), kb::kBlanks);
  return is_list || source.starts_with('\'') || source.starts_with('"');
}

bool begins_export(std::string_view line) {
  constexpr std::array<std::string_view, 8> kWords{"const ",   "let ",   "var ",   "function ",
                                                   "default ", "async ", "class ", "{"};
  constexpr std::string_view kExport = "export ";
  if (!line.starts_with(kExport)) return false;
  const std::string_view rest = line.substr(kExport.size());
  const bool is_code = std::any_of(kWords.begin(), kWords.end(),
                                   [&](std::string_view word) { return rest.starts_with(word); });
  return is_code && rest.find_first_of("={(") != std::string_view::npos;
}

// Counts the brackets that code leaves open from line to line.
class Brackets {
 public:
  void read(std::string_view line) {
    for (std::size_t at = 0; at < line.size(); ++at) {
      const char c = line[at];
      if (template_ || c == '`') {
        if (c == '`') template_ = !template_;
      } else if (c == '"' || c == '\'') {
        const std::size_t end = line.find(c, at + 1);
        if (end != std::string_view::npos) at = end;
      } else if (c == '{' || c == '(' || c == '[') {
        ++open_;
      } else if (c == '}' || c == ')' || c == ']') {
        --open_;
      }
    }
  }
  bool is_open() const { return open_ > 0 || template_; }

 private:
  int open_ = 0;
  bool template_ = false;
};

// What a value in braces shows in a text: "x" of `{'x'}`, a blank of `{' '}`.
std::optional<Replacement> text_in_braces(std::string_view rest, std::string_view /*before*/) {
  if (rest.size() < 4 || rest.front() != '{' || (rest[1] != '\'' && rest[1] != '"' && rest[1] != '`'))
    return std::nullopt;
  const std::size_t end = rest.find(rest[1], 2);
  if (end == std::string_view::npos || !rest.substr(end + 1).starts_with('}')) return std::nullopt;
  return Replacement{end + 2, std::string(rest.substr(2, end - 2))};
}

// `{props.children}` shows what stands in the page anyway.
bool is_children(std::string_view content) {
  return content == "{children}" || content == "{props.children}" || content == "{' '}" ||
         content == "{\" \"}";
}

// `import lamp from './lamp.png'` -> {"lamp", "./lamp.png"}; empty for other imports.
std::pair<std::string, std::string> imported_file(std::string_view line) {
  const std::size_t from = line.find(" from ");
  if (!line.starts_with("import ") || from == std::string_view::npos) return {};
  const std::string_view name = kb::trim(line.substr(7, from - 7), kb::kBlanks);
  const std::string_view source = kb::trim(line.substr(from + 6), " \t;");
  const bool is_name = !name.empty() && std::all_of(name.begin(), name.end(), [](char c) {
    return kb::is_alnum(c) || c == '_' || c == '$';
  });
  if (!is_name || source.size() < 3 || source.back() != source.front()) return {};
  std::string_view path = source.substr(1, source.size() - 2);
  if (const std::size_t loader = path.rfind('!'); loader != std::string_view::npos)
    path.remove_prefix(loader + 1);
  const std::size_t dot = path.rfind('.');
  const bool is_code = dot == std::string_view::npos || dot < path.rfind('/') + 1 ||
                       path.substr(dot).starts_with(".md") || path.substr(dot).starts_with(".js") ||
                       path.substr(dot).starts_with(".ts");
  return is_code ? std::pair<std::string, std::string>{} : std::pair{std::string(name), std::string(path)};
}

// "meta.title" of `{meta.title}`, "" for what is no name in braces.
std::string_view name_in_braces(std::string_view rest) {
  if (!rest.starts_with('{') || rest.size() < 3) return {};
  const auto end = std::find_if_not(rest.begin() + 1, rest.end(), [](char c) {
    return kb::is_alnum(c) || c == '_' || c == '$' || c == '.';
  });
  const std::string_view name = rest.substr(1, static_cast<std::size_t>(end - rest.begin()) - 1);
  const bool is_name = !name.empty() && (kb::is_letter(name.front()) || name.front() == '_');
  return is_name && end != rest.end() && *end == '}' ? name : std::string_view{};
}

class MdxReader {
 public:
  MdxReader(Lines& lines, bool is_mdx, RuleFindings& unknown)
      : lines_(&lines), is_mdx_(is_mdx), is_named_mdx_(is_mdx), unknown_(&unknown) {}

  bool is_mdx() const { return is_mdx_; }

  Lines run() {
    is_mdx_ = is_mdx_ || std::any_of(lines_->begin(), lines_->end(), [](const Line& line) {
                return line.kind == LineKind::text && (begins_import(line.text) || begins_export(line.text));
              });
    for (const Line& line : *lines_) {
      if (line.kind != LineKind::text) continue;
      if (auto file = imported_file(kb::trim(line.text, kb::kBlanks)); !file.first.empty())
        values_.insert(std::move(file));
    }
    while (at_ < lines_->size()) {
      Line& line = (*lines_)[at_];
      const std::size_t end = line.kind == LineKind::text ? code_end(line) : at_;
      if (end == at_) {
        if (is_mdx_ && line.kind == LineKind::text) {
          fill_in(line);
          line.rewrite(rewrite_inline(line.text, [&](std::string_view rest, std::string_view before) {
            auto text = text_in_braces(rest, before);
            return text ? std::move(text) : constant(rest, before, line.number);
          }));
        }
        after_blank_ = is_blank_line(line.text);
        out_.push_back(std::move(line));
        ++at_;
      } else {
        at_ = end;  // after code as before it
      }
    }
    return std::move(out_);
  }

 private:
  // `src={lamp}` names the file that is imported as `lamp`.
  void fill_in(Line& line) {
    std::string out;
    std::string_view rest = line.text;
    for (std::size_t at = rest.find("={"); at != std::string_view::npos; at = rest.find("={")) {
      const std::string_view name = name_in_braces(rest.substr(at + 1));
      const auto value = values_.find(name);
      const bool is_known = value != values_.end() && value->second.find('"') == std::string::npos;
      out += rest.substr(0, is_known ? at : at + 2);
      if (is_known) out += "=\"" + value->second + "\"";
      rest.remove_prefix(is_known ? at + name.size() + 3 : at + 2);
    }
    line.rewrite(out.append(rest));
  }

  // What `{name}` shows: the text of a constant. Of what is not known, nothing.
  std::optional<Replacement> constant(std::string_view rest, std::string_view before, int line) {
    const std::string_view name = name_in_braces(rest);
    const bool is_value = before.ends_with('=') || before.ends_with('{') || before.ends_with('$');
    if (name.empty() || is_value) return std::nullopt;
    const auto value = values_.find(name);
    if (value != values_.end()) return Replacement{name.size() + 2, escape_words(value->second)};
    if (!is_named_mdx_) return std::nullopt;
    unknown_->add("values in braces that the page does not name are left out",
                  {line, static_cast<int>(kb::length(before)) + 1});
    return Replacement{name.size() + 2, ""};
  }

  // `export const name = 'Plover'`
  void keep_constants(std::size_t end) {
    constexpr std::string_view kConst = "export const ";
    std::string code;
    for (std::size_t at = at_; at < end; ++at) code += (*lines_)[at].text + '\n';
    const std::size_t sign = code.find('=');
    if (!code.starts_with(kConst) || sign == std::string::npos) return;
    const std::string_view name =
        kb::trim(std::string_view(code).substr(kConst.size(), sign - kConst.size()));
    for (CodeValue& value : code_values(std::string_view(code).substr(sign + 1))) {
      std::string path(name.substr(0, name.find(':')));
      for (const std::string& part : value.path) path += "." + part;
      values_.insert_or_assign(std::move(path), std::move(value.text));
    }
  }

  // Behind the code that begins with this line; the line itself when it is text.
  std::size_t code_end(const Line& line) {
    const std::string_view content = kb::trim(line.text, kb::kBlanks);
    if (is_children(content)) return at_ + 1;
    if (!after_blank_) return at_;
    if (begins_import(line.text) || begins_export(line.text)) {
      const std::size_t end = balanced_end();
      keep_constants(end);
      return end;
    }
    const bool is_code =
        is_mdx_ && content.starts_with('{') &&
        (content.size() == 1 || std::string_view("{%#:.^").find(content[1]) == std::string_view::npos);
    if (!is_code || values_.contains(name_in_braces(content))) return at_;
    const std::size_t end = balanced_end();
    const bool is_whole = end > at_ && kb::trim((*lines_)[end - 1].text, kb::kBlanks).ends_with('}');
    if (!is_whole) return at_;
    unknown_->add("code in braces is left out, with the text that it makes", {line.number, 1});
    return end;
  }

  // Behind the line that closes what this one opens; this line when none does.
  std::size_t balanced_end() {
    Brackets brackets;
    const std::size_t last = std::min(lines_->size(), at_ + kMaxCodeLines);
    for (std::size_t end = at_; end < last; ++end) {
      if (end >= endless_from_ && end > at_) return at_;
      brackets.read((*lines_)[end].text);
      if (!brackets.is_open()) return goes_on(end) ? end + 2 : end + 1;
    }
    endless_from_ = at_;
    return at_;
  }

  // `export const a =` with its value below; `}` with `from './x'` below.
  bool goes_on(std::size_t end) const {
    const std::string_view text = kb::trim((*lines_)[end].text, kb::kBlanks);
    return end + 1 < lines_->size() && text.ends_with('=') && !is_blank_line((*lines_)[end + 1].text);
  }

  Lines* lines_;
  bool is_mdx_;
  bool is_named_mdx_;  // the file's name says so
  RuleFindings* unknown_;
  Lines out_;
  std::map<std::string, std::string, std::less<>> values_;  // of names: paths of files, texts of constants
  std::size_t at_ = 0;
  std::size_t endless_from_ = static_cast<std::size_t>(-1);  // code that begins here is not closed
  bool after_blank_ = true;
};

}  // namespace

bool remove_mdx_lines(Lines& lines, bool is_mdx, RuleFindings& unknown) {
  if (!is_mdx && !hold_any(lines, {"import ", "export ", "{props.", "{children", "{' '", "{\" \""}))
    return false;
  MdxReader reader(lines, is_mdx, unknown);
  lines = reader.run();
  mark_kinds(lines);
  return reader.is_mdx();
}

}  // namespace indexer
