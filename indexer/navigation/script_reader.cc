#include "indexer/navigation/script_reader.h"

#include <unicode/unistr.h>

#include <algorithm>
#include <string>

#include "indexer/markdown/source_text.h"
#include "indexer/yaml/yaml_fields.h"
#include "kb/text/ascii.h"

namespace indexer {

namespace {

constexpr int kMaxDepth = 64;

struct Problem {
  std::size_t at;
  std::string_view message;
};

bool is_name_character(char c) { return kb::is_alnum(c) || c == '_' || c == '$'; }
bool is_quote(char c) { return c == '"' || c == '\'' || c == '`'; }
bool is_opening(char c) { return c == '{' || c == '[' || c == '('; }
bool is_closing(char c) { return c == '}' || c == ']' || c == ')'; }

// Behind the closing quote.
std::size_t end_of_quoted(std::string_view text, std::size_t at) {
  const char quote = text[at];
  for (std::size_t i = at + 1; i < text.size(); ++i) {
    if (text[i] == '\\') {
      ++i;
    } else if (text[i] == quote) {
      return i + 1;
    } else if (text[i] == '\n' && quote != '`') {
      break;
    }
  }
  throw Problem{at, "the quote that begins here is never closed"};
}

std::size_t end_of_comment(std::string_view text, std::size_t at) {
  const std::string_view rest = text.substr(at);
  if (rest.starts_with("//")) return std::min(text.find('\n', at), text.size());
  if (!rest.starts_with("/*")) return at;
  const std::size_t end = text.find("*/", at + 2);
  if (end == std::string_view::npos) throw Problem{at, "the comment that begins here is never closed"};
  return end + 2;
}

// Comments become blanks, so that every other character keeps its place.
std::string without_comments(std::string_view text) {
  std::string out(text);
  std::size_t at = 0;
  while (at < text.size()) {
    if (is_quote(text[at])) {
      at = end_of_quoted(text, at);
      continue;
    }
    const std::size_t end = end_of_comment(text, at);
    if (end == at) ++at;
    for (; at < end; ++at) out[at] = text[at] == '\n' ? '\n' : ' ';
  }
  return out;
}

std::string unescape(std::string_view text) {
  std::string out;
  icu::UnicodeString::fromUTF8({text.data(), static_cast<int32_t>(text.size())}).unescape().toUTF8String(out);
  std::erase(out, '\0');
  return out;
}

// Reads values from a text without comments.
class ValueReader {
 public:
  ValueReader(std::string_view text, std::size_t at) : text_(text), at_(at) {}

  YamlNode value(int depth = 0) {
    skip_spaces();
    if (depth > kMaxDepth) throw Problem{at_, "brackets are nested deeper than 64 levels"};
    if (next() == '{') return map(depth);
    if (next() == '[') return list(depth);
    if (is_quote(next())) return quoted();
    if (next() == '(') return in_parentheses(depth);
    const std::string_view text = word();
    const bool is_plain = text == "true" || text == "false" || parse_number(text).has_value();
    return is_plain ? scalar(std::string(text)) : YamlNode{};
  }

 private:
  char next() const { return at_ < text_.size() ? text_[at_] : '\0'; }
  void skip_spaces() { at_ = std::min(text_.find_first_not_of(kb::kSpaces, at_), text_.size()); }

  std::string_view word() {
    const std::size_t begin = at_;
    while (is_name_character(next()) || next() == '-' || next() == '.') ++at_;
    return text_.substr(begin, at_ - begin);
  }

  static YamlNode scalar(std::string text) {
    YamlNode node;
    node.kind = YamlNode::Kind::scalar;
    node.text = std::move(text);
    return node;
  }

  // `({...})`; what goes on within them is no value.
  YamlNode in_parentheses(int depth) {
    ++at_;
    YamlNode node = value(depth + 1);
    skip_spaces();
    if (next() != ')') {
      skip_member();
      node = {};
    }
    if (next() == ')') ++at_;
    return node;
  }

  YamlNode quoted() {
    const std::size_t begin = at_;
    at_ = end_of_quoted(text_, at_);
    const std::string_view inside = text_.substr(begin + 1, at_ - begin - 2);
    const bool is_computed = text_[begin] == '`' && inside.find("${") != std::string_view::npos;
    return is_computed ? YamlNode{} : scalar(unescape(inside));
  }

  // A value in a list or map. One that goes on behind its plain part ('a' + b) is none.
  YamlNode member(int depth) {
    YamlNode node = value(depth);
    skip_spaces();
    const std::string_view rest = text_.substr(at_);
    const bool is_typed = rest.starts_with("as ") || rest.starts_with("satisfies ");
    if (next() != ',' && !is_closing(next()) && !is_typed) node = {};
    skip_member();
    return node;
  }

  // To the comma or bracket that ends it.
  void skip_member() {
    int open = 0;
    while (at_ < text_.size() && (open > 0 || (next() != ',' && !is_closing(next())))) {
      if (is_opening(next())) ++open;
      if (is_closing(next())) --open;
      at_ = is_quote(next()) ? end_of_quoted(text_, at_) : at_ + 1;
    }
  }

  // Whether another member begins before `bracket`, which is passed.
  bool has_member(char bracket, std::size_t begin) {
    skip_spaces();
    while (next() == ',') {
      ++at_;
      skip_spaces();
    }
    if (at_ >= text_.size() || (is_closing(next()) && next() != bracket))
      throw Problem{begin, "the bracket that begins here is never closed"};
    if (next() != bracket) return true;
    ++at_;
    return false;
  }

  YamlNode list(int depth) {
    YamlNode node;
    node.kind = YamlNode::Kind::list;
    const std::size_t begin = at_++;
    while (has_member(']', begin)) node.items.push_back(member(depth + 1));
    return node;
  }

  YamlNode map(int depth) {
    YamlNode node;
    node.kind = YamlNode::Kind::map;
    const std::size_t begin = at_++;
    while (has_member('}', begin)) {
      YamlEntry entry;
      entry.key = is_quote(next()) ? quoted().text : std::string(word());
      skip_spaces();
      if (next() == ':') {
        ++at_;
        entry.value = member(depth + 1);
        node.entries.push_back(std::move(entry));
      } else {
        skip_member();
      }
    }
    return node;
  }

  std::string_view text_;
  std::size_t at_;
};

// Behind `words` and spaces; npos when they are not there.
std::size_t behind(std::string_view text, std::string_view words, std::size_t from = 0) {
  const std::size_t at = text.find(words, from);
  if (at == std::string_view::npos) return at;
  return std::min(text.find_first_not_of(kb::kSpaces, at + words.size()), text.size());
}

// Where the value of a variable begins.
std::size_t declared_value(std::string_view text, std::string_view name) {
  for (const std::string keyword : {"const ", "let ", "var "}) {
    const std::size_t at = behind(text, keyword + std::string(name));
    if (at < text.size() && (text[at] == '=' || text[at] == ':')) return behind(text, "=", at);
  }
  return std::string_view::npos;
}

// Where the exported value begins.
std::size_t exported_value(std::string_view text) {
  std::size_t at = behind(text, "export default");
  if (at == std::string_view::npos) {
    const std::size_t equals = behind(text, "module.exports");
    if (equals < text.size() && text[equals] == '=') at = behind(text, "=", equals);
  }
  if (at >= text.size() || !is_name_character(text[at])) return at;
  const auto end =
      std::find_if_not(text.begin() + static_cast<std::ptrdiff_t>(at), text.end(), is_name_character);
  return declared_value(text, text.substr(at, static_cast<std::size_t>(end - text.begin()) - at));
}

template <typename Begin>
std::optional<YamlNode> read_from(std::string_view text, FileFindings& findings, Begin begin) {
  try {
    const std::string code = without_comments(text);
    const std::size_t at = begin(code);
    return at < code.size() ? ValueReader(code, at).value() : YamlNode{};
  } catch (const Problem& problem) {
    const SourceText source{std::string(text)};
    const int line = source.line_at(problem.at);
    const auto column = static_cast<int>(problem.at - source.offset(line)) + 1;
    findings.report("navigation-syntax", source.position(line, column), std::string(problem.message));
    return std::nullopt;
  }
}

}  // namespace

std::optional<YamlNode> read_json(std::string_view text, FileFindings& findings) {
  return read_from(text, findings, [](std::string_view) { return std::size_t{0}; });
}

std::optional<YamlNode> read_script(std::string_view text, FileFindings& findings) {
  return read_from(text, findings, exported_value);
}

}  // namespace indexer
