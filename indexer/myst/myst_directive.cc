#include "indexer/myst/myst_directive.h"

#include <algorithm>
#include <array>

#include "kb/text/ascii.h"

namespace indexer {
namespace {

constexpr std::size_t kMostOptionLines = 60;

struct NamedAction {
  std::string_view name;
  MystAction action;
};

// Docutils, Sphinx, MyST-Parser, mystmd, sphinx-design, sphinx-tabs, sphinx-togglebutton, MyST-NB and others.
constexpr std::array kActions{
    NamedAction{"note", MystAction::alert},
    NamedAction{"warning", MystAction::alert},
    NamedAction{"tip", MystAction::alert},
    NamedAction{"important", MystAction::alert},
    NamedAction{"caution", MystAction::alert},
    NamedAction{"danger", MystAction::alert},
    NamedAction{"attention", MystAction::alert},
    NamedAction{"hint", MystAction::alert},
    NamedAction{"seealso", MystAction::alert},
    NamedAction{"error", MystAction::alert},
    NamedAction{"admonition", MystAction::titled},
    NamedAction{"dropdown", MystAction::details},
    NamedAction{"toggle", MystAction::details},
    NamedAction{"collapse", MystAction::details},
    NamedAction{"details", MystAction::details},
    NamedAction{"tab-set", MystAction::tabs},
    NamedAction{"tabs", MystAction::tabs},
    NamedAction{"tab-set-code", MystAction::code_tabs},
    NamedAction{"tab-item", MystAction::tab},
    NamedAction{"tab", MystAction::tab},
    NamedAction{"group-tab", MystAction::tab},
    NamedAction{"code-tab", MystAction::code_tab},
    NamedAction{"figure", MystAction::figure},
    NamedAction{"image", MystAction::image},
    NamedAction{"code-block", MystAction::code},
    NamedAction{"code", MystAction::code},
    NamedAction{"sourcecode", MystAction::code},
    NamedAction{"code-cell", MystAction::code},
    NamedAction{"parsed-literal", MystAction::code},
    NamedAction{"prompt", MystAction::code},
    NamedAction{"jupyter-execute", MystAction::code},
    NamedAction{"ipython", MystAction::code},
    NamedAction{"doctest", MystAction::code},
    NamedAction{"testcode", MystAction::code},
    NamedAction{"testoutput", MystAction::code},
    NamedAction{"bash", MystAction::code},
    NamedAction{"sh", MystAction::code},
    NamedAction{"shell", MystAction::code},
    NamedAction{"console", MystAction::code},
    NamedAction{"json", MystAction::code},
    NamedAction{"yaml", MystAction::code},
    NamedAction{"literalinclude", MystAction::literal_include},
    NamedAction{"include", MystAction::include},
    NamedAction{"toctree", MystAction::nothing},
    NamedAction{"contents", MystAction::nothing},
    NamedAction{"tableofcontents", MystAction::nothing},
    NamedAction{"index", MystAction::nothing},
    NamedAction{"meta", MystAction::nothing},
    NamedAction{"highlight", MystAction::nothing},
    NamedAction{"tags", MystAction::nothing},
    NamedAction{"default-domain", MystAction::nothing},
    NamedAction{"currentmodule", MystAction::nothing},
    NamedAction{"sectionauthor", MystAction::nothing},
    NamedAction{"codeauthor", MystAction::nothing},
    NamedAction{"raw", MystAction::raw},
    NamedAction{"eval-rst", MystAction::raw},
    NamedAction{"ifconfig", MystAction::raw},
    NamedAction{"todo", MystAction::hidden},
    NamedAction{"todolist", MystAction::hidden},
    NamedAction{"testsetup", MystAction::hidden},
    NamedAction{"testcleanup", MystAction::hidden},
    NamedAction{"comment", MystAction::hidden},
    NamedAction{"only", MystAction::only},
    NamedAction{"versionadded", MystAction::version},
    NamedAction{"versionchanged", MystAction::version},
    NamedAction{"versionremoved", MystAction::version},
    NamedAction{"deprecated", MystAction::version},
    NamedAction{"list-table", MystAction::list_table},
    NamedAction{"csv-table", MystAction::csv_table},
    NamedAction{"table", MystAction::label},
    NamedAction{"card", MystAction::label},
    NamedAction{"grid-item-card", MystAction::label},
    NamedAction{"topic", MystAction::label},
    NamedAction{"sidebar", MystAction::label},
    NamedAction{"rubric", MystAction::label},
    NamedAction{"grid", MystAction::inside},
    NamedAction{"grid-item", MystAction::inside},
    NamedAction{"card-carousel", MystAction::inside},
    NamedAction{"container", MystAction::inside},
    NamedAction{"div", MystAction::inside},
    NamedAction{"class", MystAction::inside},
    NamedAction{"rst-class", MystAction::inside},
    NamedAction{"hlist", MystAction::inside},
    NamedAction{"figure-md", MystAction::inside},
    NamedAction{"compound", MystAction::passage},
    NamedAction{"epigraph", MystAction::passage},
    NamedAction{"highlights", MystAction::passage},
    NamedAction{"pull-quote", MystAction::passage},
    NamedAction{"margin", MystAction::passage},
    NamedAction{"aside", MystAction::passage},
    NamedAction{"centered", MystAction::passage},
    NamedAction{"glossary", MystAction::glossary},
    NamedAction{"button-link", MystAction::button},
    NamedAction{"button-ref", MystAction::button},
    NamedAction{"math", MystAction::math},
    NamedAction{"mermaid", MystAction::diagram},
    NamedAction{"graphviz", MystAction::diagram},
    NamedAction{"digraph", MystAction::diagram},
    NamedAction{"uml", MystAction::diagram},
    NamedAction{"plantuml", MystAction::diagram},
    NamedAction{"video", MystAction::film},
    NamedAction{"youtube", MystAction::film},
    NamedAction{"iframe", MystAction::film},
};

std::string_view myst_fence(std::string_view content) {
  if (!content.starts_with(':')) return fence_of(content);
  const std::size_t size = std::min(content.find_first_not_of(':'), content.size());
  return size < 3 ? std::string_view{} : content.substr(0, size);
}

bool is_myst_name(std::string_view name) {
  return !name.empty() && (kb::is_letter(name.front()) || name.front() == '_') &&
         std::all_of(name.begin(), name.end(), [](char c) {
           return kb::is_alnum(c) || std::string_view("-_:+.").find(c) != std::string_view::npos;
         });
}

std::string_view option_text(std::string_view line) {
  return kb::trim(line.substr(std::min(line.find_first_not_of(" \t>"), line.size())));
}

// Options are YAML, whichever way they are written.
std::string_view option_value(std::string_view text) {
  text = kb::trim(text);
  const bool is_quoted = text.size() > 1 && (text.front() == '"' || text.front() == '\'') &&
                         text.find(text.front(), 1) == text.size() - 1;
  return is_quoted ? text.substr(1, text.size() - 2) : text;
}

// `:name: value`; false for any other line.
bool read_field(std::string_view text, MystOptions& options) {
  const std::size_t end = text.starts_with(':') ? text.find(':', 1) : std::string_view::npos;
  if (end == std::string_view::npos || !is_myst_name(text.substr(1, end - 1))) return false;
  const std::string_view behind = text.substr(end + 1);
  if (!behind.empty() && !kb::is_blank(behind.front())) return false;
  options[kb::to_lower(text.substr(1, end - 1))] = option_value(behind);
  return true;
}

void read_yaml_option(std::string_view text, MystOptions& options) {
  const std::size_t colon = text.find(':');
  if (colon == std::string_view::npos || !is_myst_name(text.substr(0, colon))) return;
  options[kb::to_lower(text.substr(0, colon))] = option_value(text.substr(colon + 1));
}

}  // namespace

MystAction myst_action(std::string_view name) {
  const auto found = std::find_if(kActions.begin(), kActions.end(),
                                  [&](const NamedAction& one) { return one.name == name; });
  return found == kActions.end() ? MystAction::unknown : found->action;
}

std::string MystDirective::option(std::string_view key) const {
  const auto found = options.find(key);
  return found == options.end() ? "" : found->second;
}

bool MystDirective::has_class(std::string_view one) const {
  std::string names = option("class");
  std::replace(names.begin(), names.end(), ',', ' ');
  return (" " + names + " ").find(" " + std::string(one) + " ") != std::string::npos;
}

std::optional<MystDirective> myst_opening(std::string_view content, bool any_name) {
  const std::string_view fence = myst_fence(content);
  if (fence.empty()) return std::nullopt;
  const std::string_view info = kb::trim(content.substr(fence.size()));
  const std::size_t close = info.starts_with('{') ? info.find('}') : std::string_view::npos;
  if (close == std::string_view::npos || !is_myst_name(info.substr(1, close - 1))) return std::nullopt;
  MystDirective found;
  found.fence = fence;
  found.name = kb::to_lower(info.substr(1, close - 1));
  found.argument = kb::trim(info.substr(close + 1));
  found.action = myst_action(found.name);
  if (found.action == MystAction::unknown && !any_name) return std::nullopt;
  return found;
}

bool closes_myst(std::string_view content, std::string_view fence) {
  return content.starts_with(fence) &&
         kb::trim(content.substr(std::min(content.find_first_not_of(fence.front()), content.size()))).empty();
}

std::string_view behind_myst_prefix(std::string_view text, std::string_view prefix) {
  const std::size_t quotes = prefix.rfind('>');
  if (quotes != std::string_view::npos) {
    for (auto left = std::count(prefix.begin(), prefix.end(), '>'); left > 0; --left) {
      const std::size_t sign = text.find_first_not_of(kb::kBlanks);
      if (sign == std::string_view::npos || text[sign] != '>') break;
      text.remove_prefix(sign + 1);
    }
    prefix.remove_prefix(quotes + 1);
  }
  return without_indentation(text, prefix.size());
}

bool shows_commands(const Lines& lines, std::size_t at) {
  if (at < lines.size() && is_blank_line(lines[at].text)) ++at;
  if (at >= lines.size()) return false;
  const std::string_view text = kb::trim(lines[at].text, " \t>");
  return text.starts_with("$ ") || lines[at].text.find(">>> ") != std::string::npos;
}

std::size_t read_myst_options(const Lines& lines, std::size_t at, MystOptions& options) {
  const std::size_t limit = std::min(lines.size(), at + kMostOptionLines);
  std::size_t end = at;
  if (end < limit && option_text(lines[end].text) == "---") {
    MystOptions found;
    for (++end; end < limit && option_text(lines[end].text) != "---"; ++end)
      read_yaml_option(option_text(lines[end].text), found);
    if (end == limit) return 0;
    options.merge(found);
    return end + 1 - at;
  }
  while (end < limit && read_field(option_text(lines[end].text), options)) ++end;
  return end - at;
}

}  // namespace indexer
