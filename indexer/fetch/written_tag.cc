#include "indexer/fetch/written_tag.h"

#include <algorithm>
#include <array>

#include "kb/text/ascii.h"

namespace indexer {

namespace {

constexpr std::size_t kLongestTag = 4096;
constexpr std::size_t kLongestBraces = 1024;
constexpr int kDeepestBraces = 8;

struct Signs {
  std::string_view open;
  std::string_view close;
  WrittenStyle style;
};
constexpr std::array<Signs, 5> kSigns{{{"{{<", ">}}", WrittenStyle::shortcode},
                                       {"{{%", "%}}", WrittenStyle::shortcode},
                                       {"{%", "%}", WrittenStyle::shortcode},
                                       {":::", ":::", WrittenStyle::directive},
                                       {"<", ">", WrittenStyle::element}}};

// `<IMG>` is HTML's.
bool is_component(std::string_view name) {
  const bool has_lower = std::any_of(name.begin(), name.end(), [](char c) { return c >= 'a' && c <= 'z'; });
  return name.find('-') != std::string_view::npos ||
         (has_lower && name.front() >= 'A' && name.front() <= 'Z');
}

bool is_in(char c, std::string_view set) { return set.find(c) != std::string_view::npos; }

bool has_blank_line(std::string_view text) {
  for (std::size_t feed = text.find('\n'); feed != std::string_view::npos; feed = text.find('\n', feed + 1)) {
    const std::size_t next = text.find_first_not_of(" \t\r", feed + 1);
    if (next != std::string_view::npos && text[next] == '\n') return true;
  }
  return false;
}

class WrittenTagReader {
 public:
  WrittenTagReader(std::string_view text, std::size_t at, bool is_quoted)
      : text_(text.substr(0, std::min(text.size(), at + kLongestTag))), at_(at), is_quoted_(is_quoted) {}

  std::optional<WrittenTag> read() {
    const auto* signs = std::find_if(kSigns.begin(), kSigns.end(),
                                     [&](const Signs& known) { return rest().starts_with(known.open); });
    if (signs == kSigns.end()) return std::nullopt;
    signs_ = *signs;
    tag_.style = signs_.style;
    at_ += signs_.open.size();
    if (tag_.style == WrittenStyle::shortcode && rest().starts_with('-')) ++at_;
    if (!is_element() && !skip_space()) return std::nullopt;
    if (!take_name()) return std::nullopt;
    while (skip_space()) {
      if (take_end()) return std::move(tag_);
      if (!take_attribute()) return std::nullopt;
    }
    return std::nullopt;
  }

 private:
  bool is_element() const { return tag_.style == WrittenStyle::element; }
  std::string_view rest() const { return text_.substr(at_); }

  // False at the end, and at an empty line. A directive is one line.
  bool skip_space() {
    const std::size_t begin = at_;
    while (at_ < text_.size() && kb::is_space(text_[at_])) {
      const bool is_feed = text_[at_] == '\n';
      if (is_feed && tag_.style == WrittenStyle::directive) return true;
      ++at_;
      if (is_feed && is_quoted_) at_ = std::min(text_.find_first_not_of(" \t>", at_), text_.size());
    }
    return at_ < text_.size() && !has_blank_line(text_.substr(begin, at_ - begin));
  }

  bool take_name() {
    const std::size_t begin = at_;
    while (at_ < text_.size() && (kb::is_alnum(text_[at_]) || is_in(text_[at_], "-_./"))) ++at_;
    if (is_element()) {
      const std::size_t slash = text_.substr(begin, at_ - begin).find('/');
      if (slash != std::string_view::npos) at_ = begin + slash;
    }
    const std::string_view written = text_.substr(begin, at_ - begin);
    tag_.name = kb::to_lower(written);
    if (written.empty()) return false;
    tag_.is_component = is_element() && is_component(written);
    if (!kb::is_alnum(tag_.name.front()) || at_ == text_.size()) return false;
    return kb::is_space(text_[at_]) || text_[at_] == '/' || rest().starts_with(signs_.close);
  }

  bool take_end() {
    const bool is_line_end = tag_.style == WrittenStyle::directive && rest().starts_with('\n');
    if (!is_line_end && !rest().starts_with(signs_.close)) return false;
    tag_.end = at_ + (is_line_end ? 0 : signs_.close.size());
    if (tag_.name.starts_with("include")) name_include();
    return true;
  }

  void name_include() {
    if (tag_.attributes.empty() || !tag_.attributes.front().name.empty()) return;
    const WrittenAttribute file = tag_.attributes.front();
    tag_.attributes.erase(tag_.attributes.begin());
    tag_.name = kb::to_lower(text_.substr(file.begin, file.end - file.begin));
    tag_.name.erase(0, tag_.name.rfind('/') + 1);
    if (tag_.name.ends_with(".html")) tag_.name.resize(tag_.name.size() - 5);
  }

  bool take_attribute() {
    const char c = text_[at_];
    if (c == '/' || (c == '-' && !is_element())) {  // `/>`, `-%}`
      ++at_;
      return true;
    }
    if (is_element() && c == '{') return take_braces().has_value();
    if (!is_element() && is_in(c, "\"'`")) return add("", take_quoted());
    const std::size_t begin = at_;
    while (at_ < text_.size() && !kb::is_space(text_[at_]) && !is_in(text_[at_], "=\"'`<{}![]") &&
           !rest().starts_with(signs_.close) && !(is_element() && text_[at_] == '/'))
      ++at_;
    if (at_ == begin) return false;
    const std::string_view name = text_.substr(begin, at_ - begin);
    const std::size_t name_end = at_;
    if (!skip_space()) return false;
    if (text_[at_] != '=') return is_element() || add_alone(begin, name_end);
    ++at_;
    return skip_space() && add(name, take_value());
  }

  // A word without a name. Behind `=` it may hold anything, see take_value.
  bool add_alone(std::size_t begin, std::size_t end) {
    tag_.attributes.push_back({"", begin, end, false});
    return true;
  }

  bool add(std::string_view name, std::optional<WrittenAttribute> value) {
    if (!value || has_blank_line(text_.substr(value->begin, value->end - value->begin))) return false;
    value->name = kb::to_lower(name);
    tag_.attributes.push_back(std::move(*value));
    return true;
  }

  std::optional<WrittenAttribute> take_value() {
    if (is_in(text_[at_], "\"'") || (text_[at_] == '`' && !is_element())) return take_quoted();
    if (text_[at_] == '{') return take_braces();
    const std::size_t begin = at_;
    while (at_ < text_.size() && !kb::is_space(text_[at_]) && !rest().starts_with(signs_.close)) {
      if (is_in(text_[at_], "\"'`<{")) return std::nullopt;
      ++at_;
    }
    return WrittenAttribute{"", begin, at_, false};
  }

  std::optional<WrittenAttribute> take_quoted() {
    const std::size_t begin = at_ + 1;
    const std::size_t end = text_.find(text_[at_], begin);
    if (end == std::string_view::npos) return std::nullopt;
    at_ = end + 1;
    return WrittenAttribute{"", begin, end, false};
  }

  // `{"a.png"}` is its string, anything else is code.
  std::optional<WrittenAttribute> take_braces() {
    const std::size_t begin = at_ + 1;
    int open = 0;
    for (; at_ < std::min(text_.size(), begin + kLongestBraces); ++at_) {
      const char c = text_[at_];
      if (is_in(c, "\"'`")) {
        const std::size_t end = text_.find(c, at_ + 1);
        if (end == std::string_view::npos) return std::nullopt;
        at_ = end;
      } else if (c == '{') {
        if (++open > kDeepestBraces) return std::nullopt;
      } else if (c == '}' && --open == 0) {
        ++at_;
        return string_of({"", begin, at_ - 1, true});
      }
    }
    return std::nullopt;
  }

  WrittenAttribute string_of(WrittenAttribute code) const {
    const std::string_view inside = kb::trim(text_.substr(code.begin, code.end - code.begin));
    if (inside.size() < 2 || !is_in(inside.front(), "\"'`") ||
        inside.find(inside.front(), 1) + 1 != inside.size() || inside.find("${") != std::string_view::npos)
      return code;
    code.begin = static_cast<std::size_t>(inside.data() - text_.data()) + 1;
    code.end = code.begin + inside.size() - 2;
    code.is_code = false;
    return code;
  }

  std::string_view text_;
  std::size_t at_;
  bool is_quoted_;
  Signs signs_{};
  WrittenTag tag_;
};

}  // namespace

std::optional<WrittenTag> read_written_tag(std::string_view text, std::size_t at, bool is_quoted) {
  return WrittenTagReader(text, at, is_quoted).read();
}

}  // namespace indexer
