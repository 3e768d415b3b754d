#include "indexer/source/tool_paths.h"

#include <charconv>

#include "indexer/source/no_article.h"
#include "kb/text/ascii.h"
#include "kb/text/paths.h"

namespace indexer {

namespace {

constexpr std::string_view kOrderMarks = " -_.";

// "(shop)" of Fumadocs and Nextra.
bool is_group(std::string_view folder) { return folder.starts_with('(') && folder.ends_with(')'); }

}  // namespace

std::string_view without_order_number(std::string_view name) {
  const std::size_t digits = name.find_first_not_of("0123456789");
  if (digits == 0 || digits == std::string_view::npos) return name;
  const std::size_t begin = name.find_first_not_of(kOrderMarks, digits);
  const bool has_mark = begin != digits && name.find_first_of("-_.", digits) < begin;
  if (!has_mark || begin == std::string_view::npos || kb::is_digit(name[begin])) return name;
  return name.substr(begin);
}

std::optional<int> order_number(std::string_view name) {
  if (without_order_number(name) == name) return std::nullopt;
  int number = 0;
  const auto [end, error] = std::from_chars(name.data(), name.data() + name.size(), number);
  return error == std::errc{} ? std::optional(number) : std::nullopt;
}

bool has_order_numbers(std::string_view tool) { return tool == "Docusaurus" || tool == "Grav"; }

void ToolIds::add(const std::string& lang, const std::string& path) {
  taken_.insert(lang + "/" + plain_id(path).id);
  for (std::string_view folder = kb::parent_of(path); !folder.empty();) {
    folder = kb::parent_of(folder);
    branches_.insert(lang + "/" + std::string(folder));
  }
}

// Hugo and Zola: a/index.md is the article `a`.
ArticleId ToolIds::plain_id(std::string_view path) const {
  const bool has_bundles = tool_ == "Hugo" || tool_ == "Zola";
  return id_from_path(has_bundles && is_leaf_bundle(path) ? std::string(kb::parent_of(path)) + ".md"
                                                          : std::string(path));
}

// Of Grav's folders each is a page, whatever its file's name.
std::string ToolIds::shown_path(const std::string& lang, std::string_view path) const {
  const std::string_view folder = kb::parent_of(path);
  std::string whole(path);
  if (tool_ == "Grav" && !folder.empty())
    whole =
        std::string(folder) + (branches_.contains(lang + "/" + std::string(folder)) ? "/index.md" : ".md");
  std::string shown;
  for (std::string_view rest = whole; !rest.empty();) {
    const std::size_t slash = std::min(rest.find('/'), rest.size());
    std::string_view part = rest.substr(0, slash);
    const bool is_folder = slash < rest.size();
    rest.remove_prefix(std::min(slash + 1, rest.size()));
    if (has_order_numbers(tool_)) part = without_order_number(part);
    if (is_folder && is_group(part) && (tool_ == "Fumadocs" || tool_ == "Nextra")) continue;
    shown += std::string(part) + (is_folder ? "/" : "");
  }
  return shown;
}

ArticleId ToolIds::id_of(const std::string& lang, const std::string& path) {
  ArticleId plain = plain_id(path);
  const std::string shown = shown_path(lang, path);
  if (shown == path) return plain;
  ArticleId id = id_from_path(shown);
  const bool is_free = id.id != plain.id && !id.id.empty() && taken_.insert(lang + "/" + id.id).second;
  return is_free ? id : plain;
}

}  // namespace indexer
