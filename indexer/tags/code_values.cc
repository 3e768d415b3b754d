#include "indexer/tags/code_values.h"

#include <algorithm>

#include "kb/text/ascii.h"

namespace indexer {
namespace {

constexpr std::size_t kDeepest = 20;

bool is_word(char c) { return kb::is_alnum(c) || c == '_' || c == '$' || c == '-' || c == '.'; }

// "a b" of `<b>a</b> b`.
std::string without_tags(std::string_view code) {
  std::string text;
  for (bool in_tag = false; const char c : code) {
    if (c == '<') in_tag = true;
    if (!in_tag) text += c;
    if (c == '>') in_tag = false;
  }
  return kb::on_one_line(kb::trim(text, " \t\n()"));
}

class ValueReader {
 public:
  explicit ValueReader(std::string_view code) : rest_(code) {}

  std::vector<CodeValue> run() {
    value();
    return std::move(out_);
  }

 private:
  void value() {
    skip_blank();
    if (rest_.empty()) return;
    const char first = rest_.front();
    if ((first == '{' || first == '[') && path_.size() < kDeepest) return list(first == '{' ? '}' : ']');
    const std::string_view before = rest_;
    std::string text = quoted();
    bool is_plain = !text.empty() || before.size() > rest_.size();
    if (!is_plain) {
      text = word();
      is_plain = !text.empty() &&
                 (kb::is_digit(text.front()) || text.front() == '-' || text == "true" || text == "false");
    }
    skip_blank();
    const bool is_whole = rest_.empty() || rest_.front() == ',' || rest_.front() == '}' ||
                          rest_.front() == ']' || rest_.front() == ';';
    if (!is_plain || !is_whole) {
      pass_over();
      const std::string_view code = kb::trim(before.substr(0, before.size() - rest_.size()));
      const bool is_jsx =
          code.starts_with('<') || (code.starts_with('(') && kb::trim(code.substr(1)).starts_with('<'));
      if (!is_jsx) return;
      text = without_tags(code);
    }
    out_.push_back({path_, std::move(text)});
  }

  void list(char end) {
    rest_.remove_prefix(1);
    for (std::size_t number = 0; skip_blank(), !rest_.empty(); ++number) {
      if (rest_.front() == end) return rest_.remove_prefix(1);
      const std::size_t size = rest_.size();
      path_.push_back(end == '}' ? key() : std::to_string(number));
      if (!path_.back().empty()) value();
      path_.pop_back();
      pass_over();
      if (!rest_.empty() && rest_.front() == ',') rest_.remove_prefix(1);
      if (rest_.size() == size) return rest_ = {}, void();  // an end of another kind
    }
  }

  // With its colon; "" for what has none, as `...more` and `method() {}`.
  std::string key() {
    std::string name = quoted();
    if (name.empty()) name = word();
    skip_blank();
    if (rest_.empty() || rest_.front() != ':') return "";
    rest_.remove_prefix(1);
    return name;
  }

  std::string quoted() {
    const bool is_quoted =
        !rest_.empty() && (rest_.front() == '"' || rest_.front() == '\'' || rest_.front() == '`');
    if (!is_quoted) return "";
    const char quote = rest_.front();
    std::string text;
    for (std::size_t at = 1; at < rest_.size(); ++at) {
      if (rest_[at] == quote) {
        rest_.remove_prefix(at + 1);
        return text;
      }
      if (rest_[at] == '\n' && quote != '`') break;  // an apostrophe
      if (rest_[at] == '\\' && at + 1 < rest_.size()) ++at;
      text += rest_[at];
    }
    if (quote == '`') rest_ = {};
    return "";
  }

  std::string word() {
    const auto end = std::find_if_not(rest_.begin(), rest_.end(), is_word);
    std::string name(rest_.begin(), end);
    rest_.remove_prefix(name.size());
    return name;
  }

  // Up to the comma or bracket behind the value.
  void pass_over() {
    int depth = 0;
    while (!rest_.empty()) {
      const char c = rest_.front();
      if (depth == 0 && (c == ',' || c == '}' || c == ']')) return;
      if (c == '{' || c == '[' || c == '(') ++depth;
      if (c == '}' || c == ']' || c == ')') --depth;
      const std::size_t size = rest_.size();
      quoted();
      if (rest_.size() == size) rest_.remove_prefix(1);
    }
  }

  void skip_blank() {
    while (true) {
      rest_.remove_prefix(std::min(rest_.find_first_not_of(kb::kSpaces), rest_.size()));
      if (rest_.starts_with("//")) {
        rest_.remove_prefix(std::min(rest_.find('\n'), rest_.size()));
      } else if (rest_.starts_with("/*")) {
        const std::size_t end = rest_.find("*/");
        rest_.remove_prefix(end == std::string_view::npos ? rest_.size() : end + 2);
      } else {
        return;
      }
    }
  }

  std::string_view rest_;
  std::vector<std::string> path_;
  std::vector<CodeValue> out_;
};

}  // namespace

std::vector<CodeValue> code_values(std::string_view code) { return ValueReader(code).run(); }

}  // namespace indexer
