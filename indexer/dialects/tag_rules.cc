#include "indexer/dialects/tag_rules.h"

#include <algorithm>
#include <array>

#include "indexer/dialects/alert_kinds.h"
#include "kb/text/ascii.h"

namespace indexer {
namespace {

struct TagRow {
  std::string_view name;
  TagRole role;
  std::string_view detail = "";
};

// GitBook, Markdoc, Jekyll, GitHub Docs.
constexpr std::array kLiquid{TagRow{"note", TagRole::alert, "note"},
                             TagRow{"tip", TagRole::alert, "tip"},
                             TagRow{"warning", TagRole::alert, "warning"},
                             TagRow{"danger", TagRole::alert, "danger"},
                             TagRow{"caution", TagRole::alert, "caution"},
                             TagRow{"important", TagRole::alert, "important"},
                             TagRow{"info", TagRole::alert, "info"},
                             TagRow{"hint", TagRole::alert, "info"},
                             TagRow{"callout", TagRole::alert, "note"},
                             TagRow{"alert", TagRole::alert, "note"},
                             TagRow{"aside", TagRole::alert, "note"},
                             TagRow{"admonition", TagRole::alert, "note"},
                             TagRow{"tabs", TagRole::tabs},
                             TagRow{"tab", TagRole::tab},
                             TagRow{"codetabs", TagRole::tabs},
                             TagRow{"content-ref", TagRole::group},
                             TagRow{"code", TagRole::label},
                             TagRow{"stepper", TagRole::group},
                             TagRow{"step", TagRole::group},
                             TagRow{"columns", TagRole::group},
                             TagRow{"column", TagRole::group},
                             TagRow{"updates", TagRole::group},
                             TagRow{"update", TagRole::label},
                             TagRow{"swagger", TagRole::group},
                             TagRow{"openapi", TagRole::group},
                             TagRow{"api-method", TagRole::label},
                             TagRow{"file", TagRole::link},
                             TagRow{"details", TagRole::details},
                             TagRow{"accordion", TagRole::details},
                             TagRow{"mac", TagRole::tab, "macOS"},
                             TagRow{"windows", TagRole::tab, "Windows"},
                             TagRow{"linux", TagRole::tab, "Linux"},
                             TagRow{"webui", TagRole::tab, "Web browser"},
                             TagRow{"cli", TagRole::tab, "GitHub CLI"},
                             TagRow{"desktop", TagRole::tab, "GitHub Desktop"},
                             TagRow{"mobile", TagRole::tab, "GitHub Mobile"},
                             TagRow{"codespaces", TagRole::tab, "Codespaces"},
                             TagRow{"vscode", TagRole::tab, "Visual Studio Code"},
                             TagRow{"jetbrains", TagRole::tab, "JetBrains"},
                             TagRow{"visualstudio", TagRole::tab, "Visual Studio"},
                             TagRow{"xcode", TagRole::tab, "Xcode"},
                             TagRow{"eclipse", TagRole::tab, "Eclipse"},
                             TagRow{"api", TagRole::tab, "API"},
                             TagRow{"graphql", TagRole::tab, "GraphQL"},
                             TagRow{"curl", TagRole::tab, "cURL"},
                             TagRow{"javascript", TagRole::tab, "JavaScript"},
                             TagRow{"bash", TagRole::tab, "Bash"},
                             TagRow{"powershell", TagRole::tab, "PowerShell"},
                             TagRow{"if", TagRole::condition},
                             TagRow{"unless", TagRole::condition},
                             TagRow{"ifversion", TagRole::condition},
                             TagRow{"rowheaders", TagRole::condition},
                             TagRow{"capture", TagRole::condition},
                             TagRow{"else", TagRole::nothing},
                             TagRow{"elsif", TagRole::nothing},
                             TagRow{"elseif", TagRole::nothing},
                             TagRow{"assign", TagRole::nothing},
                             TagRow{"octicon", TagRole::words},
                             TagRow{"raw", TagRole::verbatim},
                             TagRow{"highlight", TagRole::code},
                             TagRow{"mermaid", TagRole::code, "mermaid"}};

// Hugo and its themes: Docsy, Book, Relearn, Hextra, LoveIt, Kubernetes.
constexpr std::array kShortcodes{TagRow{"note", TagRole::alert, "note"},
                                 TagRow{"tip", TagRole::alert, "tip"},
                                 TagRow{"warning", TagRole::alert, "warning"},
                                 TagRow{"danger", TagRole::alert, "danger"},
                                 TagRow{"caution", TagRole::alert, "caution"},
                                 TagRow{"important", TagRole::alert, "important"},
                                 TagRow{"info", TagRole::alert, "info"},
                                 TagRow{"hint", TagRole::alert, "info"},
                                 TagRow{"callout", TagRole::alert, "note"},
                                 TagRow{"alert", TagRole::alert, "note"},
                                 TagRow{"pageinfo", TagRole::alert, "info"},
                                 TagRow{"notice", TagRole::alert, "note"},
                                 TagRow{"admonition", TagRole::alert, "note"},
                                 TagRow{"tabs", TagRole::tabs},
                                 TagRow{"tabpane", TagRole::tabs},
                                 TagRow{"codetabs", TagRole::tabs},
                                 TagRow{"tab", TagRole::tab},
                                 TagRow{"codetab", TagRole::tab},
                                 TagRow{"details", TagRole::details},
                                 TagRow{"expand", TagRole::details},
                                 TagRow{"collapse", TagRole::details},
                                 TagRow{"spoiler", TagRole::details},
                                 TagRow{"steps", TagRole::group},
                                 TagRow{"cards", TagRole::group},
                                 TagRow{"cardpane", TagRole::group},
                                 TagRow{"card", TagRole::card},
                                 TagRow{"columns", TagRole::group},
                                 TagRow{"column", TagRole::group},
                                 TagRow{"filetree", TagRole::group},
                                 TagRow{"div", TagRole::group},
                                 TagRow{"button", TagRole::link},
                                 TagRow{"badge", TagRole::words},
                                 TagRow{"glossary_tooltip", TagRole::words},
                                 TagRow{"icon", TagRole::nothing},
                                 TagRow{"highlight", TagRole::code},
                                 TagRow{"mermaid", TagRole::code, "mermaid"},
                                 TagRow{"math", TagRole::code, "math"},
                                 TagRow{"katex", TagRole::code, "math"}};

// Docusaurus, Starlight, Mintlify, Nextra, Fumadocs, VitePress.
constexpr std::array kComponents{TagRow{"", TagRole::group},
                                 TagRow{"Note", TagRole::alert, "note"},
                                 TagRow{"Tip", TagRole::alert, "tip"},
                                 TagRow{"Warning", TagRole::alert, "warning"},
                                 TagRow{"Danger", TagRole::alert, "danger"},
                                 TagRow{"Caution", TagRole::alert, "caution"},
                                 TagRow{"Important", TagRole::alert, "important"},
                                 TagRow{"Info", TagRole::alert, "info"},
                                 TagRow{"Check", TagRole::alert, "tip"},
                                 TagRow{"Callout", TagRole::alert, "note"},
                                 TagRow{"Aside", TagRole::alert, "note"},
                                 TagRow{"Admonition", TagRole::alert, "note"},
                                 TagRow{"Alert", TagRole::alert, "note"},
                                 TagRow{"Tabs", TagRole::tabs},
                                 TagRow{"Tab", TagRole::tab},
                                 TagRow{"TabItem", TagRole::tab},
                                 TagRow{"Tabs.Tab", TagRole::tab},
                                 TagRow{"CodeTabs", TagRole::tabs},
                                 TagRow{"CodeGroup", TagRole::code_group},
                                 TagRow{"Steps", TagRole::steps},
                                 TagRow{"Step", TagRole::step},
                                 TagRow{"Accordion", TagRole::details},
                                 TagRow{"Expandable", TagRole::details},
                                 TagRow{"Details", TagRole::details},
                                 TagRow{"Collapsible", TagRole::details},
                                 TagRow{"AccordionGroup", TagRole::group},
                                 TagRow{"Accordions", TagRole::group},
                                 TagRow{"CardGrid", TagRole::group},
                                 TagRow{"CardGroup", TagRole::group},
                                 TagRow{"Cards", TagRole::group},
                                 TagRow{"Columns", TagRole::group},
                                 TagRow{"Column", TagRole::group},
                                 TagRow{"Card", TagRole::card},
                                 TagRow{"LinkCard", TagRole::card},
                                 TagRow{"Cards.Card", TagRole::card},
                                 TagRow{"DocCard", TagRole::card},
                                 TagRow{"LinkButton", TagRole::link},
                                 TagRow{"Button", TagRole::link},
                                 TagRow{"Link", TagRole::link},
                                 TagRow{"FileTree", TagRole::group},
                                 TagRow{"Files", TagRole::group},
                                 TagRow{"Frame", TagRole::caption},
                                 TagRow{"ParamField", TagRole::label},
                                 TagRow{"ResponseField", TagRole::label},
                                 TagRow{"Update", TagRole::label},
                                 TagRow{"RequestExample", TagRole::group},
                                 TagRow{"ResponseExample", TagRole::group},
                                 TagRow{"Panel", TagRole::group},
                                 TagRow{"Fragment", TagRole::group},
                                 TagRow{"Head", TagRole::group},
                                 TagRow{"Tooltip", TagRole::words},
                                 TagRow{"Badge", TagRole::words},
                                 TagRow{"Icon", TagRole::nothing},
                                 TagRow{"DocCardList", TagRole::nothing},
                                 TagRow{"TOCInline", TagRole::nothing},
                                 TagRow{"Image", TagRole::image},
                                 TagRow{"ThemedImage", TagRole::image}};

template <typename Rows>
TagRule rule_in(const Rows& rows, std::string_view name) {
  const auto found =
      std::find_if(rows.begin(), rows.end(), [&](const TagRow& row) { return row.name == name; });
  return found == rows.end() ? TagRule{} : TagRule{found->role, found->detail};
}

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

// Of `{{< admonition tip "Title" >}}` the first value, if it is the kind.
std::string_view positional_kind(const std::vector<std::string>& values) {
  return values.empty() ? std::string_view{} : alert_kind(values.front());
}

std::string alert_label(const Tag& tag) {
  const std::string title = tag.value({"title", "header", "heading", "name"});
  if (!title.empty()) return title;
  std::string kind = tag.value({"type", "style", "variant", "color", "kind", "level"});
  std::vector<std::string> values = tag.positional();
  if (!positional_kind(values).empty()) {
    kind = values.front();
    values.erase(values.begin());
  }
  if (!values.empty() && values.front() != "false" && values.front() != "true") return values.front();
  return alert_kind(kind).empty() ? "" : alert_title(kind);
}

// `id` (string, required)
std::string field_label(const Tag& tag) {
  const std::string name = tag.value({"path", "query", "body", "header", "name"});
  if (name.empty()) return "";
  std::string more = tag.value({"type"});
  if (tag.find("required") != nullptr) more += more.empty() ? "required" : ", required";
  return name + (more.empty() ? "" : " (" + more + ")");
}

// `{% include note.html content="Some words." %}` of Jekyll's documentation theme.
TagRule include_rule(const Tag& tag) {
  const std::vector<std::string> values = tag.positional();
  std::string_view file = values.empty() ? std::string_view{} : values.front();
  if (!file.ends_with(".html")) return {};
  file.remove_suffix(std::string_view(".html").size());
  const std::string_view name = file.substr(file.rfind('/') + 1);
  // A single word is the name of a variable.
  if (alert_kind(name).empty() || tag.value({"content", "text"}).find(' ') == std::string::npos) return {};
  const std::string_view kind = alert_kind(tag.value({"type"}));
  return {TagRole::included_alert, kind.empty() ? alert_kind(name) : kind};
}

}  // namespace

TagRule tag_rule(const Tag& tag) {
  if (tag.style == TagStyle::component) {
    TagRule rule = rule_in(kComponents, tag.name);
    if (rule.role != TagRole::alert) return rule;
    const std::string_view kind = alert_kind(tag.value({"type", "variant", "intent", "kind", "color"}));
    return {rule.role, kind.empty() ? rule.detail : kind};
  }
  if (tag.style == TagStyle::liquid && tag.name == "include") return include_rule(tag);
  TagRule rule = tag.style == TagStyle::liquid ? rule_in(kLiquid, tag.name) : rule_in(kShortcodes, tag.name);
  if (rule.role == TagRole::alert) {
    std::string_view kind = alert_kind(tag.value({"type", "style", "color", "kind", "level"}));
    if (kind.empty()) kind = positional_kind(tag.positional());
    if (!kind.empty()) rule.detail = kind;
  }
  return rule;
}

std::string tag_label(const Tag& tag, const TagRule& rule) {
  const std::vector<std::string> values = tag.positional();
  const std::string first = values.empty() ? "" : values.front();
  switch (rule.role) {
    case TagRole::alert:
      return alert_label(tag);
    case TagRole::label: {
      const std::string field = field_label(tag);
      if (tag.name.ends_with("Field") && !field.empty()) return field;
      return tag.value({"title", "label", "date", "summary", "description"});
    }
    case TagRole::words:
      return tag.value({"text", "aria-label", "content", "label", "title"});
    case TagRole::caption:
      return tag.value({"caption"});
    case TagRole::image:
      return tag.value({"alt", "title"});
    case TagRole::tab:
      if (!rule.detail.empty()) return std::string(rule.detail);
      break;
    case TagRole::unknown:
      return tag.value({"title", "label"});
    default:
      break;
  }
  const std::string label = tag.value(
      {"label", "title", "header", "heading", "name", "summary", "tabName", "text", "content", "value"});
  return label.empty() ? first : label;
}

std::string tab_label(const Tag& tab, const Tag* tabs, std::size_t number) {
  const std::string own = tab.value({"label", "title", "header", "heading", "name", "tabName"});
  if (!own.empty() || tabs == nullptr) return own.empty() ? tag_label(tab, tag_rule(tab)) : own;
  const TagAttribute* values = tabs->find("values");
  const std::string value = tab.value({"value"});
  const std::string named = values == nullptr ? "" : label_of_value(values->value, value);
  if (!named.empty()) return named;
  const TagAttribute* items = tabs->find("items");
  const std::vector<std::string> all = items == nullptr ? std::vector<std::string>{} : list_of(*items);
  return number < all.size() ? all[number] : tag_label(tab, tag_rule(tab));
}

std::string tag_target(const Tag& tag) {
  return tag.value({"href", "link", "to", "src", "url", "path", "relref"});
}

}  // namespace indexer
