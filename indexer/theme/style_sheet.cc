#include "indexer/theme/style_sheet.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "kb/text/ascii.h"

namespace indexer {

namespace {

constexpr std::size_t kMostNested = 8;  // blocks; our own style has three

bool is_name_character(char c) {
  return kb::is_alnum(c) || c == '-' || c == '_' || static_cast<unsigned char>(c) >= 0x80;
}

// At-rules that are no condition of what is in them.
constexpr std::array<std::string_view, 6> kWithDeclarations{
    "@font-face", "@page", "@property", "@counter-style", "@font-palette-values", "@view-transition"};

// "a" within ".top" is ".top a"; "&:hover" is ".top:hover".
std::string nested(const std::string& around, std::string_view selector) {
  std::string out(selector);
  const auto parent = out.find('&');
  return parent == std::string::npos ? around + " " + out : out.replace(parent, 1, around);
}

// Behind the quote that closes the text which begins at `open`, else at the end of its line.
std::size_t end_of_text(std::string_view css, std::size_t open) {
  std::size_t at = open + 1;
  for (; at < css.size() && css[at] != '\n'; ++at) {
    if (css[at] == css[open]) return at + 1;
    if (css[at] == '\\') ++at;
  }
  return std::min(at, css.size());
}

// The first pass: comments become blanks, so that every byte keeps its place; what may load a file is noted.
class Cleaner {
 public:
  Cleaner(std::string& css, StyleSheet& sheet) : css_(css), sheet_(sheet) {}

  void run() {
    while (at_ < css_.size()) {
      const char c = css_[at_];
      if (css_.compare(at_, 2, "/*") == 0) {
        blank_comment();
      } else if (c == '"' || c == '\'') {
        at_ = skip_text(at_);
      } else {
        if (c == '\\' && at_ + 1 < css_.size() && kb::is_alnum(css_[at_ + 1]))
          problem(at_, "a backslash may not stand for a letter or a digit; write the character itself");
        if (c == '(') note_function();
        ++at_;
      }
    }
  }

 private:
  void problem(std::size_t at, std::string message) { sheet_.problems.push_back({at, std::move(message)}); }

  void blank_comment() {
    const auto close = css_.find("*/", at_ + 2);
    if (close == std::string::npos) problem(at_, "this comment is not closed; end it with */");
    const std::size_t end = close == std::string::npos ? css_.size() : close + 2;
    for (; at_ < end; ++at_) {
      if (css_[at_] != '\n') css_[at_] = ' ';
    }
  }

  std::size_t skip_text(std::size_t open) {
    const std::size_t end = end_of_text(css_, open);
    if (css_[end - 1] != css_[open] || end == open + 1)
      problem(open, "this text does not end on its line; close the quote");
    return end;
  }

  void note_function() {
    constexpr std::array<std::string_view, 6> kLoads{"image-set",  "-webkit-image-set", "image",
                                                     "cross-fade", "expression",        "src"};
    std::size_t begin = at_;
    while (begin > 0 && is_name_character(css_[begin - 1])) --begin;
    const std::string name = kb::to_lower(std::string_view(css_).substr(begin, at_ - begin));
    if (name == "url") return note_url();
    if (std::find(kLoads.begin(), kLoads.end(), name) != kLoads.end())
      problem(begin, fmt::format("{}() may not be used; name a file with url()", name));
  }

  void note_url() {
    const auto close = css_.find(')', at_);
    if (close == std::string::npos) return problem(at_, "this url( is not closed");
    std::string_view inside = kb::trim(std::string_view(css_).substr(at_ + 1, close - at_ - 1));
    const bool quoted = inside.size() > 1 && inside.front() == inside.back() &&
                        (inside.front() == '"' || inside.front() == '\'');
    if (quoted) inside = inside.substr(1, inside.size() - 2);
    sheet_.urls.push_back({std::string(inside), at_ + 1, close});
    at_ = close - 1;  // nothing in it is looked at again
  }

  std::string& css_;
  StyleSheet& sheet_;
  std::size_t at_ = 0;
};

// The second pass, over what the first one left.
class Reader {
 public:
  Reader(std::string_view css, StyleSheet& sheet) : css_(css), sheet_(sheet) {}

  // A block's inside, or the whole file. `rule` takes declarations; nullptr where none may stand.
  void read_list(StyleRule* rule) {
    ++nested_;
    while (skip_space()) {
      if (css_[at_] == '}') {
        if (nested_ > 1) return leave();
        problem(at_, "a } too many");
        ++at_;
        continue;
      }
      const std::size_t begin = at_;
      at_ = end_of_prelude(begin);
      const std::string_view prelude = kb::trim_end(css_.substr(begin, at_ - begin));
      if (at_ < css_.size() && css_[at_] == '{') {
        read_block(prelude, begin, rule);
      } else {
        if (at_ < css_.size() && css_[at_] == ';') ++at_;
        read_statement(prelude, begin, rule);
      }
    }
    if (nested_ > 1 && !ended_) problem(css_.size(), "a { is not closed");
    ended_ = true;
    --nested_;
  }

 private:
  void problem(std::size_t at, std::string message) { sheet_.problems.push_back({at, std::move(message)}); }

  void leave() {
    ++at_;
    --nested_;
  }

  bool skip_space() {
    while (at_ < css_.size() && kb::is_space(css_[at_])) ++at_;
    return at_ < css_.size();
  }

  // At the { } or ; that ends what begins at `at`, or at the end.
  std::size_t end_of_prelude(std::size_t at) const {
    int open = 0;
    for (; at < css_.size(); ++at) {
      const char c = css_[at];
      if (c == '"' || c == '\'') {
        at = end_of_text(css_, at) - 1;
      } else if (c == '(' || c == '[') {
        ++open;
      } else if (c == ')' || c == ']') {
        open = std::max(0, open - 1);
      } else if (c == '{' || c == '}' || (c == ';' && open == 0)) {
        return at;
      }
    }
    return at;
  }

  void read_block(std::string_view prelude, std::size_t begin, StyleRule* rule) {
    if (nested_ == kMostNested) {
      problem(begin, fmt::format("more than {} blocks in one another", kMostNested - 1));
      at_ = css_.size();
      ended_ = true;
      return;
    }
    ++at_;
    const std::string name = kb::to_lower(prelude.substr(0, prelude.find_first_of(" \t\n(")));
    if (name.starts_with("@") &&
        std::find(kWithDeclarations.begin(), kWithDeclarations.end(), name) == kWithDeclarations.end()) {
      conditions_.emplace_back(prelude);
      read_list(rule);
      conditions_.pop_back();
      return;
    }
    StyleRule own{conditions_, rule == nullptr ? std::string(prelude) : nested(rule->selector, prelude), {}};
    read_list(&own);
    sheet_.rules.push_back(std::move(own));
  }

  void read_statement(std::string_view text, std::size_t begin, StyleRule* rule) {
    if (text.starts_with("@")) {
      const std::string name = kb::to_lower(text.substr(0, text.find_first_of(" \t\n\"(")));
      if (name != "@layer" && name != "@charset")
        problem(begin, fmt::format("{} may not be used; put all rules into this file", name));
      return;
    }
    if (text.empty()) return;
    const auto colon = text.find(':');
    if (rule == nullptr || colon == std::string_view::npos)
      return problem(begin, "this is no rule; write `selector { property: value; }`");
    std::string_view name = kb::trim_end(text.substr(0, colon));
    std::string_view value = text.substr(colon + 1);
    value = kb::trim(value.substr(0, value.rfind('!')));
    rule->declarations.push_back(
        {name.starts_with("--") ? std::string(name) : kb::to_lower(name), std::string(value), begin});
  }

  std::string_view css_;
  StyleSheet& sheet_;
  std::vector<std::string> conditions_;
  std::size_t at_ = 0;
  std::size_t nested_ = 0;
  bool ended_ = false;  // inside of blocks, which has been said
};

}  // namespace

StyleSheet read_style_sheet(std::string_view css) {
  StyleSheet sheet;
  std::string text(css);
  Cleaner(text, sheet).run();
  Reader(text, sheet).read_list(nullptr);
  return sheet;
}

}  // namespace indexer
