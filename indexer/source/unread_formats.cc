#include "indexer/source/unread_formats.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <map>
#include <string_view>
#include <utility>

#include "indexer/findings/finding_list.h"
#include "indexer/source/article_id.h"

namespace indexer {

namespace {

constexpr std::pair<std::string_view, std::string_view> kFormats[] = {
    {".adoc", "AsciiDoc"}, {".asciidoc", "AsciiDoc"},    {".docx", "Word"},
    {".ipynb", "Jupyter"}, {".mediawiki", "MediaWiki"},  {".org", "Org"},
    {".pod", "Pod"},       {".rst", "reStructuredText"}, {".textile", "Textile"}};

std::string_view format_of(const std::string& path) {
  const std::string extension = fold_case(std::filesystem::path(path).extension().string());
  for (const auto& [name, format] : kFormats) {
    if (name == extension) return format;
  }
  return "";
}

}  // namespace

std::vector<Finding> report_unread_formats(const DocsFolder& docs, const RuleSet& rules,
                                           std::vector<std::string> files) {
  std::sort(files.begin(), files.end());
  std::map<std::string_view, std::pair<std::string, int>> formats;  // -> the first file, and how many
  for (const std::string& file : files) {
    const std::string_view format = format_of(file);
    if (format.empty() || !path_in_docs(docs, file)) continue;
    ++formats.try_emplace(format, file, 0).first->second.second;
  }
  std::vector<Finding> findings;
  for (const auto& [format, found] : formats) {
    const auto& [first, count] = found;
    report(findings, rules, first, "unread-format", {},
           count == 1 ? fmt::format("this file is {}, which is not read", format)
                      : fmt::format("{} files are {}, which is not read; this is the first", count, format));
  }
  return findings;
}

}  // namespace indexer
