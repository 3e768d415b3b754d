#include "indexer/includes/include_tag.h"

#include <algorithm>
#include <array>

#include "kb/text/ascii.h"

namespace indexer {

namespace {

constexpr std::size_t kLongestTag = 2'000;
constexpr std::size_t kMostArguments = 20;

// What stands between `open` and the first `close` behind it, on this line.
std::optional<std::string_view> between(std::string_view rest, std::string_view open,
                                        std::string_view close) {
  if (!rest.starts_with(open)) return std::nullopt;
  const std::size_t end = rest.substr(0, kLongestTag).find(close, open.size());
  if (end == std::string_view::npos) return std::nullopt;
  return rest.substr(open.size(), end - open.size());
}

std::string_view first_word(std::string_view text) { return text.substr(0, text.find_first_of(kb::kBlanks)); }

// The name of the tag that `open` begins, so that nobody looks for the end of other tags.
std::string_view tag_name(std::string_view rest, std::string_view open) {
  constexpr std::size_t kLongestName = 40;
  if (!rest.starts_with(open)) return {};
  rest = rest.substr(open.size(), kLongestName);
  rest.remove_prefix(std::min(rest.find_first_not_of(" \t-"), rest.size()));
  return rest.substr(0, rest.find_first_of(" \t-%>"));
}

// The text in quotes that `text` begins with, or its first word.
std::string_view first_value(std::string_view text) {
  if (text.starts_with('"') || text.starts_with('\'')) {
    const std::size_t end = text.find(text.front(), 1);
    if (end != std::string_view::npos) return text.substr(1, end - 1);
  }
  return first_word(text);
}

std::string path_of_key(std::string_view key) {
  std::string path(key);
  std::replace(path.begin(), path.end(), '.', '/');
  return path;
}

// {% include x.md a="b" %}, {% include_relative x.md %}, {% render "x" %}, {% data reusables.a.b %},
// {% partial file="x.md" /%} (Markdoc)
std::optional<IncludeTag> liquid_tag(std::string_view rest, bool) {
  constexpr std::array<std::string_view, 7> kNames{
      "include", "include_relative",       "include_cached", "render", "partial",
      "data",    "indented_data_reference"};
  if (std::find(kNames.begin(), kNames.end(), tag_name(rest, "{%")) == kNames.end()) return std::nullopt;
  const auto inner = between(rest, "{%", "%}");
  if (!inner) return std::nullopt;
  const std::string_view content = kb::trim(*inner, " \t-");
  const std::string_view name = first_word(content);
  const std::string_view arguments = kb::trim(content.substr(name.size()));
  IncludeTag tag;
  tag.size = inner->size() + 4;
  if ((name == "data" || name == "indented_data_reference") && arguments.starts_with("reusables.")) {
    tag.target = "/data/" + path_of_key(first_word(arguments)) + ".md";
    tag.in_code = true;
    return tag;
  }
  if (name == "data" || name == "indented_data_reference") return std::nullopt;
  IncludeArguments named;
  if (name == "partial") named = read_arguments(arguments);
  const std::string_view target =
      name == "partial" ? std::string_view(named["file"]) : first_value(arguments);
  if (target.empty()) return std::nullopt;
  tag.target = target;
  tag.in_code = name == "include_relative";
  tag.place = tag.in_code ? IncludePlace::plain : IncludePlace::liquid;
  tag.arguments = read_arguments(
      arguments.substr(std::min(arguments.find(target) + target.size() + 1, arguments.size())));
  return tag;
}

// {{< include "x.md" >}}, {{% readfile file="x.md" code="true" lang="go" %}}
std::optional<IncludeTag> hugo_tag(std::string_view rest, bool) {
  auto inner = between(rest, "{{<", ">}}");
  if (!inner) inner = between(rest, "{{%", "%}}");
  if (!inner) return std::nullopt;
  const std::string_view content = kb::trim(*inner);
  const std::string name = kb::to_lower(first_word(content));
  if (name != "include" && name != "readfile" && name != "include-md") return std::nullopt;
  IncludeArguments arguments = read_arguments(content.substr(name.size()));
  IncludeTag tag;
  tag.size = inner->size() + 6;
  for (const char* key : {"file", "path", "src", "0"}) {
    if (tag.target.empty()) tag.target = arguments[key];
  }
  tag.place = IncludePlace::hugo;
  tag.as_code = arguments["code"] == "true";
  tag.language = arguments["lang"];
  return tag;
}

// {{#include x.md:2:5}}, {{#playground x.rs editable}} (mdBook); {{$include x.md}} (Experience League)
std::optional<IncludeTag> book_tag(std::string_view rest, bool) {
  auto inner = between(rest, "{{#", "}}");
  if (!inner) inner = between(rest, "{{$", "}}");
  if (!inner) return std::nullopt;
  const std::string_view name = first_word(*inner);
  const bool is_playground = name == "playground" || name == "playpen";
  if (name != "include" && name != "rustdoc_include" && !is_playground) return std::nullopt;
  const std::string_view argument = kb::trim(inner->substr(name.size()));
  const std::string_view whole = is_playground ? first_word(argument) : argument;
  const std::size_t colon = std::min(whole.find(':'), whole.size());
  IncludeTag tag;
  tag.size = inner->size() + 5;
  tag.target = kb::trim(whole.substr(0, colon));
  tag.part = read_excerpt(whole.substr(std::min(colon + 1, whole.size())), true);
  tag.in_code = true;
  tag.as_code = is_playground;
  return tag;
}

// {!x.md!} and {!x.md!lines=1-3} (markdown-include)
std::optional<IncludeTag> exclamation_tag(std::string_view rest, bool) {
  const auto inner = between(rest, "{!", "}");
  if (!inner) return std::nullopt;
  const std::size_t end = inner->find('!');
  if (end == std::string_view::npos) return std::nullopt;
  IncludeTag tag;
  tag.size = inner->size() + 3;
  tag.target = kb::trim(inner->substr(0, end));
  tag.place = IncludePlace::snippets;
  tag.in_code = true;
  std::string lines(kb::trim(inner->substr(end + 1)));
  if (lines.starts_with("lines=")) {
    std::replace(lines.begin(), lines.end(), ' ', ',');
    tag.part = read_excerpt(std::string_view(lines).substr(6), true);
  }
  return tag;
}

// A path behind which `#region`, `{1,3}` may stand. VitePress and VuePress.
void read_region(std::string_view whole, IncludeTag& tag) {
  const std::size_t end = std::min(whole.find_first_of("#{"), whole.size());
  tag.target = kb::trim(whole.substr(0, end));
  const std::size_t brace = std::min(whole.find('{', end), whole.size());
  if (!tag.as_code && brace < whole.size()) {
    std::string range(whole.substr(brace + 1, whole.find('}', brace) - brace - 1));
    std::replace(range.begin(), range.end(), ',', ':');
    tag.part = read_excerpt(range, true);
  }
  if (end < brace) tag.part.name = kb::trim(whole.substr(end + 1, brace - end - 1));
}

// <!--@include: ./x.md#region{1,3}-->
std::optional<IncludeTag> comment_tag(std::string_view rest, bool) {
  const auto inner = between(rest, "<!--", "-->");
  if (!inner) return std::nullopt;
  std::string_view content = kb::trim(*inner);
  if (!content.starts_with("@include:")) return std::nullopt;
  content.remove_prefix(9);
  IncludeTag tag;
  tag.size = inner->size() + 7;
  read_region(kb::trim(content), tag);
  return tag;
}

// <<< @/x.sh#region{1,2 ts} [title]
std::optional<IncludeTag> angle_tag(std::string_view rest, bool is_first) {
  if (!is_first || !rest.starts_with("<<<")) return std::nullopt;
  std::string_view content = kb::trim(rest.substr(3));
  if (content.size() > kLongestTag || content.find_first_of("/.") == std::string_view::npos)
    return std::nullopt;
  IncludeTag tag;
  tag.size = rest.size();
  tag.as_code = true;
  if (const std::size_t title = content.find(" [");
      title != std::string_view::npos && content.ends_with(']')) {
    tag.title = content.substr(title + 2, content.size() - title - 3);
    content = kb::trim(content.substr(0, title));
  }
  if (const std::size_t brace = content.find('{'); brace != std::string_view::npos) {
    std::string_view words = content.substr(brace + 1, content.find('}', brace) - brace - 1);
    words = words.substr(words.rfind(' ') + 1);  // "1,2 ts:line-numbers"
    if (!words.empty() && kb::is_letter(words.front())) tag.language = words.substr(0, words.find(':'));
  }
  read_region(content, tag);
  return tag;
}

// [!INCLUDE [text](x.md)] and [!code-csharp[text](x.cs#L1-L5)]
std::optional<IncludeTag> docfx_tag(std::string_view rest, bool) {
  if (!rest.starts_with("[!")) return std::nullopt;
  const std::string_view head = rest.substr(0, kLongestTag);
  const std::size_t label = head.find('[', 2);
  if (label == std::string_view::npos || label > 40) return std::nullopt;
  const std::string name = kb::to_lower(kb::trim(head.substr(2, label - 2), " \t+"));
  const bool is_code = name.starts_with("code");
  if (name != "include" && !is_code) return std::nullopt;
  const std::size_t middle = head.find("](", label);
  const std::size_t end = head.find(')', std::min(middle, head.size()));
  if (middle == std::string_view::npos || end == std::string_view::npos) return std::nullopt;
  const std::size_t close = head.find_first_not_of(kb::kBlanks, end + 1);
  if (close == std::string_view::npos || head[close] != ']') return std::nullopt;
  IncludeTag tag;
  tag.size = close + 1;
  const std::string_view whole = kb::trim(head.substr(middle + 2, end - middle - 2), " \t<>");
  const std::string_view target = first_word(whole);
  tag.target = target.substr(0, target.find_first_of("?#"));
  tag.otherwise = head.substr(label + 1, middle - label - 1);
  tag.as_code = is_code;
  if (name.starts_with("code-")) tag.language = name.substr(5);
  if (is_code || target.find('?') != std::string_view::npos) tag.part = read_docfx_excerpt(target);
  return tag;
}

// --8<-- "x.md:2:5"
std::optional<IncludeTag> scissors_tag(std::string_view rest, bool is_first) {
  if (!is_first || !is_scissors(rest)) return std::nullopt;
  const std::string_view argument = kb::trim(rest.substr(rest.find('<') + 1), " \t-");
  if (!argument.starts_with('"') && !argument.starts_with('\'')) return std::nullopt;
  IncludeTag tag = snippet(first_value(argument));
  tag.size = rest.size();
  return tag;
}

// :::include x.md
std::optional<IncludeTag> colon_tag(std::string_view rest, bool is_first) {
  if (!is_first || !rest.starts_with(":::")) return std::nullopt;
  const std::string_view content = kb::trim(rest.substr(3), " \t:");
  if (!content.starts_with("include ") || content.size() > kLongestTag) return std::nullopt;
  IncludeTag tag;
  tag.size = rest.size();
  tag.target = first_value(kb::trim(content.substr(8)));
  return tag;
}

// <Snippet file="x.mdx" /> (Mintlify)
std::optional<IncludeTag> snippet_element(std::string_view rest, bool) {
  const auto inner = between(rest, "<Snippet ", "/>");
  if (!inner) return std::nullopt;
  IncludeArguments arguments = read_arguments(*inner);
  if (arguments["file"].empty()) return std::nullopt;
  IncludeTag tag;
  tag.size = inner->size() + 11;
  tag.target = arguments["file"];
  tag.place = IncludePlace::mdx;
  return tag;
}

// <include cwd lang="ts">./x.md#part</include> (Fumadocs)
std::optional<IncludeTag> include_element(std::string_view rest, bool) {
  constexpr std::string_view kOpen = "<include";
  constexpr std::string_view kClose = "</include>";
  const std::string_view head = rest.substr(0, kLongestTag);
  const std::size_t sign = head.starts_with(kOpen) ? head.find('>') : std::string_view::npos;
  const std::size_t end = sign == std::string_view::npos ? sign : head.find(kClose, sign);
  if (end == std::string_view::npos || (sign > kOpen.size() && !kb::is_space(head[kOpen.size()])))
    return std::nullopt;
  const std::string_view target = kb::trim(head.substr(sign + 1, end - sign - 1));
  if (target.empty() || target.find('<') != std::string_view::npos) return std::nullopt;
  IncludeTag tag;
  IncludeArguments arguments = read_arguments(head.substr(kOpen.size(), sign - kOpen.size()));
  tag.size = end + kClose.size();
  tag.target = target.substr(0, target.find('#'));
  if (tag.target.size() < target.size()) tag.part.name = target.substr(tag.target.size() + 1);
  tag.place = IncludePlace::mdx;
  tag.language = arguments["lang"];
  const std::string name = kb::to_lower(tag.target);
  tag.as_code = !tag.language.empty() || !(name.ends_with(".md") || name.ends_with(".mdx"));
  return tag;
}

std::string_view value_at(std::string_view text) {
  const bool is_quoted = text.starts_with('"') || text.starts_with('\'');
  const std::string_view value = first_value(text);
  return is_quoted || !value.ends_with('/') ? value : value.substr(0, value.size() - 1);
}

}  // namespace

IncludeArguments read_arguments(std::string_view text) {
  IncludeArguments arguments;
  std::size_t lone = 0;
  text = kb::trim(text.substr(0, kLongestTag));
  while (!text.empty() && arguments.size() < kMostArguments) {
    const std::size_t end = text.find_first_of("= \t\"'");
    const bool is_named = end != std::string_view::npos && end > 0 && text[end] == '=';
    const std::string name = is_named ? std::string(text.substr(0, end)) : std::to_string(lone++);
    if (is_named) text.remove_prefix(end + 1);
    const std::string_view value = value_at(text);
    const bool is_quoted = value.data() != text.data();
    arguments[name] = value;
    const std::size_t size = std::max<std::size_t>(value.size() + (is_quoted ? 2 : 0), 1);
    text = kb::trim(text.substr(std::min(size, text.size())));
  }
  return arguments;
}

bool is_scissors(std::string_view content) {
  const std::size_t eight = content.find_first_not_of('-');
  return eight > 0 && eight != std::string_view::npos && content.substr(eight).starts_with("8<-");
}

IncludeTag snippet(std::string_view whole) {
  IncludeTag tag;
  const bool is_address = whole.find("://") != std::string_view::npos;
  const std::size_t colon = is_address ? whole.size() : std::min(whole.find(':'), whole.size());
  tag.target = kb::trim(whole.substr(0, colon));
  tag.part = read_excerpt(whole.substr(std::min(colon + 1, whole.size())), false);
  tag.place = IncludePlace::snippets;
  tag.in_code = true;
  return tag;
}

std::optional<IncludeTag> include_tag_at(std::string_view rest, bool is_first) {
  constexpr std::array kForms{liquid_tag, hugo_tag,     book_tag,  exclamation_tag, comment_tag,    angle_tag,
                              docfx_tag,  scissors_tag, colon_tag, snippet_element, include_element};
  for (const auto form : kForms) {
    if (auto tag = form(rest, is_first)) return tag;
  }
  return std::nullopt;
}

}  // namespace indexer
