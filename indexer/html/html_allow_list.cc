#include "indexer/html/html_allow_list.h"

#include <algorithm>
#include <span>
#include <string>

#include "kb/text/ascii.h"

namespace indexer {
namespace {

constexpr std::string_view kKept[] = {
    "a",     "abbr", "b",       "blockquote", "br",    "caption", "cite", "code",       "col",    "colgroup",
    "dd",    "del",  "details", "div",        "dl",    "dt",      "em",   "figcaption", "figure", "h1",
    "h2",    "h3",   "h4",      "h5",         "h6",    "hr",      "i",    "img",        "input",  "ins",
    "kbd",   "li",   "mark",    "ol",         "p",     "pre",     "q",    "rp",         "rt",     "ruby",
    "s",     "samp", "section", "small",      "span",  "strong",  "sub",  "summary",    "sup",    "table",
    "tbody", "td",   "tfoot",   "th",         "thead", "tr",      "u",    "ul",         "var"};

constexpr std::string_view kDropped[] = {"embed",    "form",     "iframe", "math",  "noscript",
                                         "object",   "script",   "select", "style", "svg",
                                         "template", "textarea", "title"};

constexpr std::string_view kClasses[] = {
    "alert",        "alert-title", "caution",   "center",    "danger",   "footnote-backref",
    "footnote-ref", "footnotes",   "important", "info",      "left",     "missing-image",
    "note",         "right",       "tab",       "tab-label", "tab-text", "table",
    "tabs",         "task",        "tip",       "warning"};

struct AttributeRule {
  std::string_view tag;  // "" for every element
  std::string_view attribute;
};
constexpr AttributeRule kAttributes[] = {
    {"", "aria-label"},   {"", "class"},         {"", "dir"},       {"", "id"},           {"", "lang"},
    {"", "title"},        {"a", "name"},         {"col", "span"},   {"colgroup", "span"}, {"details", "open"},
    {"div", "role"},      {"img", "alt"},        {"img", "height"}, {"img", "loading"},   {"img", "width"},
    {"input", "checked"}, {"input", "disabled"}, {"input", "type"}, {"li", "value"},      {"ol", "reversed"},
    {"ol", "start"},      {"ol", "type"},        {"td", "colspan"}, {"td", "rowspan"},    {"th", "colspan"},
    {"th", "rowspan"},    {"th", "scope"}};

bool contains(std::span<const std::string_view> list, std::string_view name) {
  return std::find(list.begin(), list.end(), name) != list.end();
}

bool is_number(std::string_view value) {
  constexpr std::size_t kMaxDigits = 5;
  return !value.empty() && value.size() <= kMaxDigits &&
         value.find_first_not_of("0123456789") == std::string_view::npos;
}

// Names are set apart by single spaces. Other white space would set more apart for a browser than are looked
// at here.
bool is_our_class(std::string_view value) {
  constexpr std::string_view kLanguage = "language-";
  if (value.find_first_of("\t\n\r\f") != std::string_view::npos) return false;
  while (!value.empty()) {
    const std::string_view name = value.substr(0, value.find(' '));
    if (!name.starts_with(kLanguage) && !contains(kClasses, name)) return false;
    value.remove_prefix(std::min(name.size() + 1, value.size()));
  }
  return true;
}

}  // namespace

ElementRule element_rule(std::string_view tag) {
  if (contains(kKept, tag)) return ElementRule::keep;
  return contains(kDropped, tag) ? ElementRule::drop : ElementRule::unwrap;
}

bool is_allowed_attribute(std::string_view tag, std::string_view attribute) {
  return std::any_of(std::begin(kAttributes), std::end(kAttributes), [&](const AttributeRule& rule) {
    return rule.attribute == attribute && (rule.tag.empty() || rule.tag == tag);
  });
}

bool is_allowed_value(std::string_view attribute, std::string_view value) {
  constexpr std::string_view kNumbers[] = {"colspan", "height", "rowspan", "span", "start", "value", "width"};
  if (contains(kNumbers, attribute)) return is_number(value);
  if (attribute == "class") return is_our_class(value);
  if (attribute == "id" || attribute == "name") {
    return !value.empty() && value.find_first_of(" \t\n\r\f") == std::string_view::npos;
  }
  if (attribute == "role") return value == "group" || value == "note" || value == "region";
  if (attribute == "type")
    return value == "checkbox" || (value.size() == 1 && value.find_first_of("1aAiI") == 0);
  return true;
}

bool hides_element(std::string_view attribute, std::string_view value) {
  if (attribute == "hidden") return value != "until-found";
  if (attribute == "class") return value == "hidden" || value == "d-none";
  if (attribute != "style") return false;
  std::string style = kb::to_lower(value);
  std::erase_if(style, kb::is_space);
  return style.find("display:none") != std::string::npos ||
         style.find("visibility:hidden") != std::string::npos;
}

}  // namespace indexer
