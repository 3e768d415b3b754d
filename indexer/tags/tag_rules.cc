#include "indexer/tags/tag_rules.h"

#include <algorithm>
#include <array>

#include "indexer/tags/alert_kinds.h"
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
                             TagRow{"swagger", TagRole::label},
                             TagRow{"swagger-parameter", TagRole::label},
                             TagRow{"swagger-response", TagRole::label},
                             TagRow{"swagger-description", TagRole::group},
                             TagRow{"openapi", TagRole::label},
                             TagRow{"openapi-operation", TagRole::label},
                             TagRow{"api-method", TagRole::label},
                             TagRow{"api-method-parameter", TagRole::label},
                             TagRow{"api-method-response-example", TagRole::label},
                             TagRow{"file", TagRole::link},
                             TagRow{"page-ref", TagRole::link},
                             TagRow{"button", TagRole::link},
                             TagRow{"link-card", TagRole::card},
                             TagRow{"card", TagRole::card},
                             TagRow{"cards", TagRole::group},
                             TagRow{"quick-link", TagRole::card},
                             TagRow{"quick-links", TagRole::group},
                             TagRow{"prompt", TagRole::label},
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
                             TagRow{"for", TagRole::hidden},
                             TagRow{"tablerow", TagRole::hidden},
                             TagRow{"unless", TagRole::condition},
                             TagRow{"ifversion", TagRole::condition},
                             TagRow{"rowheaders", TagRole::condition},
                             TagRow{"capture", TagRole::condition},
                             TagRow{"table", TagRole::group},
                             TagRow{"book-title", TagRole::nothing},
                             TagRow{"else", TagRole::nothing},
                             TagRow{"elsif", TagRole::nothing},
                             TagRow{"elseif", TagRole::nothing},
                             TagRow{"assign", TagRole::nothing},
                             TagRow{"set", TagRole::nothing},
                             TagRow{"octicon", TagRole::words},
                             TagRow{"asset_img", TagRole::image},
                             TagRow{"asset_link", TagRole::link},
                             TagRow{"post_link", TagRole::link},
                             TagRow{"blockquote", TagRole::element},
                             TagRow{"quote", TagRole::element},
                             TagRow{"pullquote", TagRole::element},
                             TagRow{"centerquote", TagRole::element},
                             TagRow{"cq", TagRole::element},
                             TagRow{"codeblock", TagRole::code},
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
                                 TagRow{"imgproc", TagRole::image},
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
                                 TagRow{"Tile", TagRole::card},
                                 TagRow{"Tiles", TagRole::group},
                                 TagRow{"Code", TagRole::listing},
                                 TagRow{"TypeTable", TagRole::fields},
                                 TagRow{"LinkButton", TagRole::link},
                                 TagRow{"Button", TagRole::link},
                                 TagRow{"Link", TagRole::link},
                                 TagRow{"FileTree", TagRole::group},
                                 TagRow{"Files", TagRole::group},
                                 TagRow{"Folder", TagRole::entry},
                                 TagRow{"File", TagRole::entry},
                                 TagRow{"FileTree.Folder", TagRole::entry},
                                 TagRow{"FileTree.File", TagRole::entry},
                                 TagRow{"Tree", TagRole::group},
                                 TagRow{"Tree.Folder", TagRole::entry},
                                 TagRow{"Tree.File", TagRole::entry},
                                 TagRow{"Color", TagRole::group},
                                 TagRow{"Color.Row", TagRole::group},
                                 TagRow{"Color.Item", TagRole::entry},
                                 TagRow{"Frame", TagRole::caption},
                                 TagRow{"ParamField", TagRole::label},
                                 TagRow{"ResponseField", TagRole::label},
                                 TagRow{"Update", TagRole::label},
                                 TagRow{"RequestExample", TagRole::group},
                                 TagRow{"ResponseExample", TagRole::group},
                                 TagRow{"Panel", TagRole::group},
                                 TagRow{"Fragment", TagRole::group},
                                 TagRow{"Visibility", TagRole::group},
                                 TagRow{"Head", TagRole::group},
                                 TagRow{"Tooltip", TagRole::words},
                                 TagRow{"Badge", TagRole::words},
                                 TagRow{"Icon", TagRole::nothing},
                                 TagRow{"DocCardList", TagRole::nothing},
                                 TagRow{"TOCInline", TagRole::nothing},
                                 TagRow{"Image", TagRole::image},
                                 TagRow{"ThemedImage", TagRole::image}};

// HTML as MDX has it: what is inside is Markdown. What is not named here holds no text, or code.
constexpr std::array kElements{TagRow{"article", TagRole::element},
                               TagRow{"aside", TagRole::element},
                               TagRow{"blockquote", TagRole::element},
                               TagRow{"center", TagRole::element},
                               TagRow{"dd", TagRole::element},
                               TagRow{"details", TagRole::element},
                               TagRow{"div", TagRole::element},
                               TagRow{"dl", TagRole::element},
                               TagRow{"dt", TagRole::element},
                               TagRow{"figcaption", TagRole::element},
                               TagRow{"figure", TagRole::element},
                               TagRow{"footer", TagRole::element},
                               TagRow{"h1", TagRole::element},
                               TagRow{"h2", TagRole::element},
                               TagRow{"h3", TagRole::element},
                               TagRow{"h4", TagRole::element},
                               TagRow{"h5", TagRole::element},
                               TagRow{"h6", TagRole::element},
                               TagRow{"header", TagRole::element},
                               TagRow{"li", TagRole::element},
                               TagRow{"main", TagRole::element},
                               TagRow{"nav", TagRole::element},
                               TagRow{"ol", TagRole::element},
                               TagRow{"p", TagRole::element},
                               TagRow{"section", TagRole::element},
                               TagRow{"summary", TagRole::element},
                               TagRow{"table", TagRole::element},
                               TagRow{"tbody", TagRole::element},
                               TagRow{"td", TagRole::element},
                               TagRow{"tfoot", TagRole::element},
                               TagRow{"th", TagRole::element},
                               TagRow{"thead", TagRole::element},
                               TagRow{"tr", TagRole::element},
                               TagRow{"ul", TagRole::element},
                               TagRow{"a", TagRole::part},
                               TagRow{"b", TagRole::part},
                               TagRow{"br", TagRole::part},
                               TagRow{"em", TagRole::part},
                               TagRow{"font", TagRole::part},
                               TagRow{"hr", TagRole::part},
                               TagRow{"i", TagRole::part},
                               TagRow{"img", TagRole::part},
                               TagRow{"small", TagRole::part},
                               TagRow{"span", TagRole::part},
                               TagRow{"strong", TagRole::part}};

template <typename Rows>
TagRule rule_in(const Rows& rows, std::string_view name) {
  const auto found =
      std::find_if(rows.begin(), rows.end(), [&](const TagRow& row) { return row.name == name; });
  return found == rows.end() ? TagRule{} : TagRule{found->role, found->detail};
}

// What is shown to some visitors only: GitBook's `{% if visitor.claims.beta %}`, Mintlify's
// `<Visibility for="agents">`.
bool is_for_some(const Tag& tag) {
  if (tag.style == TagStyle::component) return tag.name == "Visibility" && tag.value({"for"}) != "humans";
  const std::vector<std::string> values = tag.positional();
  return tag.style == TagStyle::liquid && tag.name == "if" && !values.empty() &&
         values.front().find("visitor.") != std::string::npos;
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

std::string_view positional_kind(const std::vector<std::string>& values) {
  return values.empty() ? std::string_view{} : alert_kind(values.front());
}

TagRule tag_rule(const Tag& tag) {
  if (is_for_some(tag)) return {TagRole::hidden, ""};
  if (tag.style == TagStyle::element) return rule_in(kElements, tag.name);
  if (tag.style == TagStyle::component) {
    TagRule rule = rule_in(kComponents, tag.name);
    if (rule.role != TagRole::alert) return rule;
    const std::string_view kind = alert_kind(tag.value({"type", "variant", "intent", "kind", "color"}));
    return {rule.role, kind.empty() ? rule.detail : kind};
  }
  if (tag.style == TagStyle::liquid && tag.name == "include") return include_rule(tag);
  if (tag.style == TagStyle::liquid && tag.name.starts_with("api-method-") &&
      rule_in(kLiquid, tag.name).role == TagRole::unknown)
    return {TagRole::group, ""};  // api-method-summary, api-method-request and so on
  TagRule rule = tag.style == TagStyle::liquid ? rule_in(kLiquid, tag.name) : rule_in(kShortcodes, tag.name);
  if (rule.role == TagRole::alert) {
    std::string_view kind = alert_kind(tag.value({"type", "style", "color", "kind", "level"}));
    if (kind.empty()) kind = positional_kind(tag.positional());
    if (!kind.empty()) rule.detail = kind;
  }
  return rule;
}

}  // namespace indexer
