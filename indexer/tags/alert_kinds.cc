#include "indexer/tags/alert_kinds.h"

#include <algorithm>
#include <array>

#include "kb/text/ascii.h"

namespace indexer {
namespace {

struct Name {
  std::string_view theirs;
  std::string_view ours;
};

// MkDocs Material, Obsidian, Docusaurus, Starlight, VitePress, GitBook, Hugo themes, just-the-docs, Mintlify.
constexpr std::array kNames{
    Name{"note", "note"},          Name{"tip", "tip"},           Name{"important", "important"},
    Name{"warning", "warning"},    Name{"caution", "caution"},   Name{"info", "info"},
    Name{"danger", "danger"},      Name{"abstract", "info"},     Name{"summary", "info"},
    Name{"tldr", "info"},          Name{"todo", "info"},         Name{"hint", "tip"},
    Name{"success", "tip"},        Name{"check", "tip"},         Name{"done", "tip"},
    Name{"question", "info"},      Name{"help", "info"},         Name{"faq", "info"},
    Name{"attention", "caution"},  Name{"alert", "warning"},     Name{"warn", "warning"},
    Name{"failure", "danger"},     Name{"fail", "danger"},       Name{"missing", "danger"},
    Name{"error", "danger"},       Name{"bug", "danger"},        Name{"example", "note"},
    Name{"quote", "note"},         Name{"cite", "note"},         Name{"secondary", "note"},
    Name{"default", "note"},       Name{"primary", "note"},      Name{"callout", "note"},
    Name{"aside", "note"},         Name{"seealso", "note"},      Name{"admonition", "note"},
    Name{"information", "info"},   Name{"availability", "info"}, Name{"more", "info"},
    Name{"prerequisites", "info"}, Name{"admin", "info"},        Name{"new", "info"},
    Name{"highlight", "note"},     Name{"critical", "danger"},   Name{"notice", "note"}};

// Names of a colour or of the thing itself, which are no title.
constexpr std::array<std::string_view, 13> kUntitled{
    "secondary", "default", "primary",   "callout", "aside", "admonition", "information",
    "more",      "admin",   "highlight", "notice",  "warn",  "alert"};

}  // namespace

std::string_view alert_kind(std::string_view name) {
  const std::string lower = kb::to_lower(name);
  const auto found =
      std::find_if(kNames.begin(), kNames.end(), [&](const Name& one) { return one.theirs == lower; });
  return found == kNames.end() ? std::string_view{} : found->ours;
}

std::string alert_title(std::string_view name) {
  const std::string lower = kb::to_lower(name);
  const bool is_untitled = std::find(kUntitled.begin(), kUntitled.end(), lower) != kUntitled.end();
  if (lower.empty() || is_untitled || alert_kind(lower) == lower) return "";
  std::string title = lower;
  title.front() = kb::to_upper(title.front());
  std::replace(title.begin(), title.end(), '-', ' ');
  return title;
}

}  // namespace indexer
