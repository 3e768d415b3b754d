#include "indexer/tags/tag_labels.h"

#include <algorithm>
#include <array>

#include "indexer/tags/alert_kinds.h"
#include "kb/text/ascii.h"

namespace indexer {
namespace {

// "Linux" of `[{label: 'Linux', value: 'linux'}]`, "" when the value is not there.
std::string label_of_value(std::string_view code, std::string_view value) {
  while (!code.empty() && !value.empty()) {
    const std::string_view entry = code.substr(0, code.find('}'));
    std::string label;
    bool is_it = false;
    for (const std::string_view key : {"label", "value"}) {
      const std::size_t at = entry.find(key);
      const std::size_t begin =
          at == std::string_view::npos ? at : entry.find_first_of("'\"`", at + key.size());
      if (begin == std::string_view::npos) continue;
      const std::string_view text = entry.substr(begin + 1, entry.find(entry[begin], begin + 1) - begin - 1);
      if (key == "label") label = text;
      if (key == "value") is_it = text == value;
    }
    if (is_it) return label;
    code.remove_prefix(std::min(entry.size() + 1, code.size()));
  }
  return "";
}

// The texts of `items={['a', 'b']}` and of `items="a,b"`.
std::vector<std::string> list_of(const TagAttribute& items) {
  std::vector<std::string> list;
  std::string_view rest = items.value;
  if (!items.is_code && rest.find('[') == std::string_view::npos) {
    for (; !rest.empty(); rest.remove_prefix(std::min(rest.find(','), rest.size() - 1) + 1)) {
      list.emplace_back(kb::trim(rest.substr(0, rest.find(','))));
    }
    return list;
  }
  for (std::size_t at = rest.find_first_of("'\"`"); at != std::string_view::npos;
       at = rest.find_first_of("'\"`")) {
    const char quote = rest[at];
    rest.remove_prefix(at + 1);
    list.emplace_back(rest.substr(0, rest.find(quote)));
    rest.remove_prefix(std::min(rest.find(quote), rest.size() - 1) + 1);
    if (rest.empty()) break;
  }
  return list;
}

// `{% asset_img class a.png 300 "Words" %}`, `{% post_link a Words %}` of Hexo: the place of the file among
// the values; behind it stand the words. npos for other tags.
std::size_t hexo_file(const Tag& tag, const std::vector<std::string>& values) {
  if (tag.style != TagStyle::liquid || values.empty()) return std::string::npos;
  if (tag.name == "asset_link" || tag.name == "post_link") return 0;
  if (tag.name != "asset_img") return std::string::npos;
  const auto file = std::find_if(values.begin(), values.end(),
                                 [](const std::string& one) { return one.find('.') != std::string::npos; });
  return file == values.end() ? 0 : static_cast<std::size_t>(file - values.begin());
}

// Those from `first` on, without numbers and what only says how something looks.
std::string joined_values(const std::vector<std::string>& values, std::size_t first) {
  constexpr std::array<std::string_view, 5> kLooks{"true", "false", "no-icon", "default", "primary"};
  std::string words;
  for (std::size_t i = first; i < values.size(); ++i) {
    const bool is_number = values[i].find_first_not_of("0123456789") == std::string::npos;
    if (is_number || std::find(kLooks.begin(), kLooks.end(), values[i]) != kLooks.end()) continue;
    words += (words.empty() ? "" : " ") + values[i];
  }
  return words;
}

std::string alert_label(const Tag& tag) {
  std::string title = tag.value({"title", "header", "heading", "name"});
  if (!title.empty()) return title;
  std::string kind = tag.value({"type", "style", "variant", "color", "kind", "level"});
  std::vector<std::string> values = tag.positional();
  if (!positional_kind(values).empty()) {
    kind = values.front();
    values.erase(values.begin());
  }
  if (std::string words = joined_values(values, 0); tag.style == TagStyle::liquid && !words.empty())
    return words;
  const bool is_title = tag.style != TagStyle::liquid && !values.empty();
  if (is_title && values.front() != "false" && values.front() != "true") return values.front();
  return alert_kind(kind).empty() ? "" : alert_title(kind);
}

// "a (b)", or one of them.
std::string with_remark(std::string text, const std::string& remark) {
  if (text.empty() || remark.empty() || text == remark) return text.empty() ? remark : text;
  return std::move(text) + " (" + remark + ")";
}

bool is_on(const Tag& tag, std::string_view name) {
  const TagAttribute* found = tag.find(name);
  return found != nullptr && found->value != "false";
}

// `id` (string, default: me, required)
std::string field_label(const Tag& tag) {
  const std::string name = tag.value({"path", "query", "body", "header", "name"});
  std::string remark = tag.value({"type"});
  const auto add = [&](const std::string& word) { remark += (remark.empty() ? "" : ", ") + word; };
  if (const std::string standard = tag.value({"default"}); !standard.empty()) add("default: " + standard);
  for (const char* word : {"required", "deprecated"}) {
    if (is_on(tag, word)) add(word);
  }
  return name.empty() ? "" : with_remark(name, remark);
}

// `GET https://api.example/lamps (List all lamps)`
std::string operation_label(const Tag& tag) {
  std::string method = tag.value({"method"});
  std::transform(method.begin(), method.end(), method.begin(), [](char c) { return kb::to_upper(c); });
  const std::string address = tag.value({"baseUrl", "host"}) + std::string(kb::trim(tag.value({"path"})));
  const std::string call = method + (method.empty() || address.empty() ? "" : " ") + address;
  return with_remark(call, tag.value({"summary"}));
}

std::string line_label(const Tag& tag) {
  const bool is_field = tag.name.ends_with("Field") || tag.name.ends_with("-parameter");
  if (is_field) return field_label(tag);
  if (tag.find("method") != nullptr) return operation_label(tag);
  const std::string label = tag.value({"title", "label", "date", "status", "httpCode", "summary"});
  return with_remark(label, tag.value({"description"}));
}

std::string_view box_name(const TagRule& rule) {
  if (rule.role == TagRole::alert || rule.role == TagRole::included_alert) return rule.detail;
  if (rule.role == TagRole::details) return "details";
  if (rule.role == TagRole::tabs) return "tabs";
  if (rule.role == TagRole::tab) return "tab";
  if (rule.role == TagRole::code_group) return "code-group";
  return rule.role == TagRole::steps ? "steps" : "step";
}

}  // namespace

std::string tag_label(const Tag& tag, const TagRule& rule) {
  const std::vector<std::string> values = tag.positional();
  const std::string first = values.empty() ? "" : values.front();
  if (const std::size_t file = hexo_file(tag, values); file < values.size())
    return joined_values(values, file + 1);
  switch (rule.role) {
    case TagRole::alert:
      return alert_label(tag);
    case TagRole::label:
      return line_label(tag);
    case TagRole::words:
      return tag.value({"text", "aria-label", "content", "label", "title"});
    case TagRole::caption:
      return tag.value({"caption"});
    case TagRole::image:
      return tag.value({"alt", "title"});
    case TagRole::tab:
      if (!rule.detail.empty()) return std::string(rule.detail);
      break;
    case TagRole::listing:
      return tag.value({"title"});
    case TagRole::unknown:
      return tag.value({"title", "label", "heading", "header", "headline", "question", "term"});
    default:
      break;
  }
  const std::string label = tag.value({"label", "title", "header", "heading", "name", "summary", "tabName",
                                       "text", "content", "value", "caption"});
  return label.empty() ? first : label;
}

std::string tag_text(const Tag& tag) {
  return tag.value({"description", "subtitle", "tagline", "subheading", "hint", "caption"});
}

std::string tab_label(const Tag& tab, const Tag* tabs, std::size_t number) {
  const std::string own = tab.value({"label", "title", "header", "heading", "name", "tabName"});
  if (!own.empty() || tabs == nullptr) return own.empty() ? tag_label(tab, tag_rule(tab)) : own;
  const TagAttribute* values = tabs->find("values");
  const std::string value = tab.value({"value"});
  std::string named = values == nullptr ? "" : label_of_value(values->value, value);
  if (!named.empty()) return named;
  const TagAttribute* items = tabs->find("items");
  const std::vector<std::string> all = items == nullptr ? std::vector<std::string>{} : list_of(*items);
  return number < all.size() ? all[number] : tag_label(tab, tag_rule(tab));
}

std::string tag_target(const Tag& tag) {
  const std::string target = tag.value({"href", "link", "to", "src", "url", "path", "relref", "page"});
  for (const std::string_view name : {"src", "img", "sources"}) {
    const TagAttribute* code = target.empty() ? tag.find(name) : nullptr;
    if (code != nullptr) return code->is_code ? file_in_code(code->value) : code->value;
  }
  const std::vector<std::string> values = tag.positional();
  if (const std::size_t file = hexo_file(tag, values); file < values.size()) return values[file];
  return target.empty() && tag.name == "imgproc" && !values.empty() ? values.front() : target;
}

std::string link_of_unknown(const Tag& tag) {
  std::string target = tag.value({"href", "link", "to", "url"});
  return target.find_first_of("/.#") == std::string::npos || target.find(' ') != std::string::npos ? ""
                                                                                                   : target;
}

std::string image_of_unknown(const Tag& tag) {
  constexpr std::array<std::string_view, 7> kImages{".png",  ".jpg", ".jpeg", ".svg",
                                                    ".webp", ".gif", ".avif"};
  const std::string target = tag_target(tag);
  const std::string path = kb::to_lower(std::string_view(target).substr(0, target.find_first_of("?#")));
  const bool is_image =
      std::any_of(kImages.begin(), kImages.end(), [&](std::string_view end) { return path.ends_with(end); });
  return is_image ? target : "";
}

std::string quote_source(const Tag& tag) {
  return tag.name == "pullquote" ? "" : joined_values(tag.positional(), 0);
}

std::string box_line(const TagRule& rule, const std::string& label) {
  const bool is_group =
      rule.role == TagRole::tabs || rule.role == TagRole::steps || rule.role == TagRole::code_group;
  std::string title(is_group ? "" : kb::trim_end(kb::on_one_line(label), ":"));
  if (title.starts_with('[') || title.starts_with('{')) title.insert(0, "\\");
  return ":::" + std::string(box_name(rule)) + (title.empty() ? "" : " " + title);
}

std::string code_language(const Tag& tag, const TagRule& rule, const Tag* parent) {
  if (rule.role == TagRole::code && !rule.detail.empty()) return std::string(rule.detail);
  const std::vector<std::string> values = tag.positional();
  if (tag.name == "codeblock" && !values.empty()) {
    std::string title = joined_values(values, 0);
    std::erase_if(title, [](char c) { return c == '"' || c == '`'; });
    return tag.value({"lang"}) + " title=\"" + title + "\"";
  }
  const bool is_code = rule.role == TagRole::code && !values.empty();
  if (is_code) return values.front();
  const std::string own = tag.value({"lang", "language"});
  return own.empty() && parent != nullptr ? parent->value({"lang"}) : own;
}

}  // namespace indexer
