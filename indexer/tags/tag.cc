#include "indexer/tags/tag.h"

#include <algorithm>
#include <array>

#include "kb/text/ascii.h"

namespace indexer {
namespace {

bool is_tag_name(char c) { return kb::is_alnum(c) || c == '-' || c == '_' || c == '.'; }
bool is_quote(char c) { return c == '"' || c == '\'' || c == '`'; }

std::size_t end_of_name(std::string_view text) {
  const auto end = std::find_if_not(text.begin(), text.end(), is_tag_name);
  return static_cast<std::size_t>(end - text.begin());
}

// Reads what stands between a tag's signs.
class TagReader {
 public:
  explicit TagReader(std::string_view rest) : rest_(rest) {}

  bool take(std::string_view sign) {
    if (!rest_.starts_with(sign)) return false;
    rest_.remove_prefix(sign.size());
    return true;
  }

  void skip_spaces() { rest_.remove_prefix(std::min(rest_.find_first_not_of(kb::kSpaces), rest_.size())); }

  std::string_view take_name() { return take(end_of_name(rest_)); }

  // `title`, and Vue's `:title`, `@click`, `v-slot:name` and `#name`.
  std::string_view take_attribute_name() {
    const auto end = std::find_if_not(rest_.begin(), rest_.end(), [](char c) {
      return is_tag_name(c) || c == ':' || c == '@' || c == '#';
    });
    return take(static_cast<std::size_t>(end - rest_.begin()));
  }

  // What a quote or brace holds; nullopt when it does not end.
  std::optional<std::string> take_quoted() {
    const char quote = rest_.front();
    std::string value;
    for (std::size_t at = 1; at < rest_.size(); ++at) {
      if (rest_[at] == quote) {
        rest_.remove_prefix(at + 1);
        return value;
      }
      const bool is_escape = rest_[at] == '\\' && at + 1 < rest_.size() && rest_[at + 1] == quote;
      if (is_escape) ++at;
      value += rest_[at];
    }
    return std::nullopt;
  }

  std::optional<std::string> take_braces() {
    int depth = 0;
    for (std::size_t at = 0; at < rest_.size(); ++at) {
      const char c = rest_[at];
      if (is_quote(c)) {
        at = rest_.find(c, at + 1);
        if (at == std::string_view::npos) return std::nullopt;
      } else if (c == '{') {
        ++depth;
      } else if (c == '}' && --depth == 0) {
        std::string inside(rest_.substr(1, at - 1));
        rest_.remove_prefix(at + 1);
        return inside;
      }
    }
    return std::nullopt;
  }

  std::string_view take_word(std::string_view ends) {
    std::size_t end = 0;
    while (end < rest_.size() && !kb::is_space(rest_[end]) && !rest_.substr(end).starts_with(ends)) ++end;
    const std::string_view word = rest_.substr(0, end);
    rest_.remove_prefix(end);
    return word;
  }

  bool is_at(std::string_view sign) const { return rest_.starts_with(sign); }
  bool is_over() const { return rest_.empty(); }
  char front() const { return rest_.front(); }
  std::size_t left() const { return rest_.size(); }

 private:
  std::string_view take(std::size_t size) {
    const std::string_view taken = rest_.substr(0, size);
    rest_.remove_prefix(size);
    return taken;
  }

  std::string_view rest_;
};

// "a.png" of `require('./a.png').default`, "x" of `"x"`, "x y" of `<b>x y</b>`; nullopt for other code.
std::optional<std::string> text_of_code(std::string_view code) {
  code = kb::trim(code);
  for (const std::string_view call : {"require(", "useBaseUrl("}) {
    if (code.starts_with(call)) code.remove_prefix(call.size());
  }
  if (code.empty()) return std::nullopt;
  if (kb::is_digit(code.front())) return std::string(code);
  if (code.front() == '<' && code.back() == '>') {
    std::string text;
    for (bool in_tag = false; const char c : code) {
      if (c == '<') in_tag = true;
      if (!in_tag) text += c;
      if (c == '>') in_tag = false;
    }
    return text;
  }
  if (!is_quote(code.front()) || code.find("${") != std::string_view::npos) return std::nullopt;
  return TagReader(code).take_quoted();
}

std::optional<TagAttribute> attribute_value(TagReader& reader, std::string name, std::string_view end) {
  TagAttribute found{std::move(name), "", false};
  if (reader.is_over()) return std::nullopt;
  if (is_quote(reader.front())) {
    auto value = reader.take_quoted();
    if (!value) return std::nullopt;
    found.value = std::move(*value);
  } else if (reader.is_at("{")) {
    auto code = reader.take_braces();
    if (!code) return std::nullopt;
    const auto text = text_of_code(*code);
    found.is_code = !text.has_value();
    found.value = text.value_or(*code);
  } else {
    found.value = reader.take_word(end);
  }
  return found;
}

bool is_markup(TagStyle style) { return style == TagStyle::component || style == TagStyle::element; }

// `name="x"`, `name=x`, `name={x}`, `"x"`, `name`, `{...more}`.
std::optional<TagAttribute> read_attribute(TagReader& reader, TagStyle style, std::string_view end) {
  if (is_quote(reader.front())) return attribute_value(reader, "", end);
  if (reader.is_at("{")) {
    if (!is_markup(style) || !reader.take_braces()) return std::nullopt;
    return TagAttribute{"", "", true};
  }
  TagReader named = reader;
  const std::string name(is_markup(style) ? named.take_attribute_name() : named.take_name());
  named.skip_spaces();
  const bool has_value = !name.empty() && (named.take("=") || (style == TagStyle::liquid && named.take(":")));
  if (has_value) {
    reader = named;
    reader.skip_spaces();
    return attribute_value(reader, name, end);
  }
  if (is_markup(style)) {
    if (name.empty()) return std::nullopt;
    reader.take_attribute_name();
    return TagAttribute{name, "", true};
  }
  const std::string word(reader.take_word(end));
  if (word.empty()) return std::nullopt;
  return TagAttribute{"", word, false};
}

bool read_attributes(TagReader& reader, Tag& tag, std::initializer_list<std::string_view> ends) {
  constexpr std::size_t kMax = 100;
  while (tag.attributes.size() < kMax) {
    reader.skip_spaces();
    if (reader.is_over()) return false;
    for (const std::string_view end : ends) {
      if (!reader.take(end)) continue;
      if (end.starts_with('/')) tag.form = TagForm::alone;
      return true;
    }
    auto attribute = read_attribute(reader, tag.style, *std::prev(ends.end()));
    if (!attribute) return false;
    tag.attributes.push_back(std::move(*attribute));
  }
  return false;
}

void take_close_sign(Tag& tag, TagReader& reader) {
  if (!reader.take("/")) return;
  tag.form = TagForm::close;
  reader.skip_spaces();
}

bool read_liquid(TagReader& reader, Tag& tag, std::initializer_list<std::string_view> ends) {
  constexpr std::string_view kEnd = "end";
  reader.take("-");
  reader.skip_spaces();
  take_close_sign(tag, reader);
  tag.name = reader.take_name();
  if (tag.name.starts_with(kEnd) && tag.name.size() > kEnd.size()) {
    tag.form = TagForm::close;
    tag.name.erase(0, tag.name[kEnd.size()] == '-' ? kEnd.size() + 1 : kEnd.size());
  }
  return !tag.name.empty() && read_attributes(reader, tag, ends);
}

// mdBook's `{{#tab name="x"}}` and `{{#endtab}}`; other braces are no tags.
bool read_book_tag(TagReader& reader, Tag& tag) {
  const bool is_read = read_liquid(reader, tag, {"}}"});
  if (tag.name == "title") tag.name = "book-title";
  return is_read && (tag.name == "tabs" || tag.name == "tab" || tag.name == "book-title");
}

bool read_shortcode(TagReader& reader, Tag& tag, bool is_percent) {
  tag.style = TagStyle::shortcode;
  reader.skip_spaces();
  take_close_sign(tag, reader);
  tag.name = reader.take_name();
  if (tag.name.empty()) return false;
  return is_percent ? read_attributes(reader, tag, {"/%}}", "%}}"})
                    : read_attributes(reader, tag, {"/>}}", ">}}"});
}

bool read_component(TagReader& reader, Tag& tag) {
  tag.style = TagStyle::component;
  take_close_sign(tag, reader);
  if (reader.take(">")) return true;
  if (reader.is_over() || !kb::is_upper(reader.front())) return false;
  tag.name = reader.take_name();
  const bool is_shouted =
      std::none_of(tag.name.begin(), tag.name.end(), [](char c) { return c >= 'a' && c <= 'z'; });
  if (reader.is_over() || is_shouted) return false;  // <BR> is HTML
  const char next = reader.front();
  return (kb::is_space(next) || next == '/' || next == '>') && read_attributes(reader, tag, {"/>", ">"});
}

}  // namespace

std::string Tag::value(std::initializer_list<std::string_view> names) const {
  for (const std::string_view wanted : names) {
    const TagAttribute* found = find(wanted);
    if (found != nullptr && !found->is_code && !found->value.empty()) return found->value;
  }
  return "";
}

std::vector<std::string> Tag::positional() const {
  std::vector<std::string> out;
  for (const TagAttribute& one : attributes) {
    if (one.name.empty() && !one.is_code) out.push_back(one.value);
  }
  return out;
}

const TagAttribute* Tag::find(std::string_view attribute) const {
  const auto found = std::find_if(attributes.begin(), attributes.end(),
                                  [&](const TagAttribute& one) { return one.name == attribute; });
  return found == attributes.end() ? nullptr : &*found;
}

std::optional<Tag> read_tag(std::string_view rest) {
  TagReader reader(rest);
  Tag tag;
  bool is_read = false;
  if (reader.take("{%")) {
    is_read = read_liquid(reader, tag, {"/%}", "-%}", "%}"});
  } else if (reader.take("{{#")) {
    is_read = read_book_tag(reader, tag);
  } else if (reader.take("{{<")) {
    is_read = read_shortcode(reader, tag, false);
  } else if (reader.take("{{%")) {
    is_read = read_shortcode(reader, tag, true);
  } else if (reader.take("<")) {
    is_read = read_component(reader, tag);
  }
  if (!is_read) return std::nullopt;
  tag.size = rest.size() - reader.left();
  return tag;
}

std::string file_in_code(std::string_view code) {
  const std::size_t begin = code.find_first_of("'\"`");
  const std::size_t end = begin == std::string_view::npos ? begin : code.find(code[begin], begin + 1);
  if (end == std::string_view::npos) return "";
  const std::string_view path = code.substr(begin + 1, end - begin - 1);
  return path.find('.') == std::string_view::npos || path.find_first_of(" ${\n") != std::string_view::npos
             ? ""
             : std::string(path);
}

std::optional<Tag> read_element(std::string_view rest) {
  TagReader reader(rest);
  if (!reader.take("<")) return std::nullopt;
  Tag tag;
  tag.style = TagStyle::element;
  take_close_sign(tag, reader);
  tag.name = reader.take_name();
  if (tag.name.empty() || !kb::is_letter(tag.name.front()) || kb::is_upper(tag.name.front()))
    return std::nullopt;
  const bool is_named =
      !reader.is_over() && (kb::is_space(reader.front()) || reader.is_at(">") || reader.is_at("/>"));
  if (!is_named || !read_attributes(reader, tag, {"/>", ">"})) return std::nullopt;
  tag.size = rest.size() - reader.left();
  return tag;
}

std::string element_html(const Tag& tag) {
  if (tag.form == TagForm::close) return "</" + tag.name + ">";
  std::string html = "<" + tag.name;
  for (const TagAttribute& one : tag.attributes) {
    const bool is_file = one.is_code && (one.name == "src" || one.name == "href" || one.name == "poster");
    const std::string value = is_file ? file_in_code(one.value) : one.value;
    if (one.name.empty() || (is_file && value.empty()) || (one.is_code && !is_file && !value.empty()))
      continue;
    html += " " + one.name;
    if (!value.empty() && value.find('"') == std::string::npos) html += "=\"" + value + "\"";
  }
  const bool is_void = tag.name == "img" || tag.name == "br" || tag.name == "hr" || tag.name == "input" ||
                       tag.name == "source";
  if (tag.form == TagForm::open) return html + ">";
  return html + (is_void ? " />" : "></" + tag.name + ">");
}

std::optional<std::string> html_without_code(std::string_view rest, std::size_t& size) {
  const auto tag = read_element(rest);
  if (!tag || tag->attributes.empty()) return std::nullopt;
  size = tag->size;
  const std::string_view written = rest.substr(0, size);
  const bool has_code =
      written.find("={") != std::string_view::npos || written.find("{...") != std::string_view::npos;
  return has_code ? std::optional(element_html(*tag)) : std::nullopt;
}

bool may_begin_tag(std::string_view rest) {
  if (rest.starts_with("{%") || rest.starts_with("{{<") || rest.starts_with("{{%") || rest.starts_with("{{#"))
    return true;
  if (!rest.starts_with('<') || rest.size() < 2) return false;
  const char next = rest[1];
  return kb::is_letter(next) || next == '/' || next == '>';
}

}  // namespace indexer
