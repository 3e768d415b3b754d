#include "indexer/navigation/vault.h"

#include <algorithm>
#include <array>
#include <set>
#include <string>

#include "indexer/config/tool_files.h"
#include "indexer/front_matter/front_matter.h"
#include "indexer/navigation/tree_entries.h"
#include "kb/model/error.h"
#include "kb/text/ascii.h"
#include "kb/text/paths.h"

namespace indexer {

namespace {

struct TemplateSetting {
  std::string_view file;  // in .obsidian
  std::string_view key;   // of a folder, or of a note without its extension
};

constexpr std::array kTemplateSettings{
    TemplateSetting{"templates.json", "folder"},
    TemplateSetting{"daily-notes.json", "template"},
    TemplateSetting{"plugins/templater-obsidian/data.json", "templates_folder"},
};

bool is_vault(const ContentRoot& root, const std::string& folder) {
  try {
    const ContentTarget target = root.resolve(kb::child_of(folder, ".obsidian"));
    return target.problem == ContentTarget::Problem::none && root.kind(target.path) == ContentKind::folder;
  } catch (const kb::Error&) {
    return false;
  }
}

bool is_in(std::string_view path, std::string_view folder) {
  return folder.empty() || (path.starts_with(folder) && path.substr(folder.size()).starts_with('/'));
}

// "draft", "#Private", and "status/draft".
bool is_private_tag(std::string_view tag) {
  const std::string name = kb::to_lower(tag.substr(tag.rfind('/') + 1));
  const std::string_view word = kb::trim(name, "#,;");
  return word == "draft" || word == "private" || word == "wip";
}

// `#lamps #draft`, and `Tags: #lamps`.
std::vector<std::string_view> tags_of_line(std::string_view line) {
  std::vector<std::string_view> tags;
  for (bool is_first = true; !(line = kb::trim(line)).empty(); is_first = false) {
    const std::string_view word = line.substr(0, line.find_first_of(" \t"));
    line.remove_prefix(word.size());
    if (is_first && word.ends_with(':')) continue;
    if (word.size() < 2 || word[0] != '#' || word[1] == '#') return {};
    tags.push_back(word);
  }
  return tags;
}

// In lines of nothing but tags, above the text and below its headings.
bool has_private_line(std::string_view text) {
  for (const Line& line : split_lines(text, 1)) {
    const std::string_view content = kb::trim(line.text);
    if (content.empty() || content.starts_with("# ")) continue;
    const std::vector<std::string_view> tags = tags_of_line(content);
    if (tags.empty()) return false;
    if (std::any_of(tags.begin(), tags.end(), is_private_tag)) return true;
  }
  return false;
}

bool is_private_note(const SourceFile& file) {
  const RuleSet lenient(false);
  FileFindings ignored(lenient, file.path);
  const FrontMatter meta = read_front_matter(file.text, ignored);
  return std::any_of(meta.tags.begin(), meta.tags.end(), is_private_tag) ||
         has_private_line(std::string_view(file.text).substr(meta.body_offset));
}

std::vector<std::string> templates_of(const ContentRoot& root, const std::string& vault) {
  std::vector<std::string> found;
  for (const TemplateSetting& one : kTemplateSettings) {
    const std::string path = kb::child_of(vault, ".obsidian/" + std::string(one.file));
    const auto settings = parse_tool_file(path, tool_file_text(root, path));
    const std::string named = settings ? text_of(*settings, one.key) : "";
    const std::string_view name = kb::trim(named, "/");
    if (!name.empty() && name != ".") found.push_back(kb::child_of(vault, name));
  }
  return found;
}

}  // namespace

std::size_t keep_back_notes(const ContentRoot& root, const DocsFolder& docs,
                            std::vector<SourceFile>& articles) {
  std::set<std::string> folders{"", docs.site, docs.docs};
  for (const SourceFile& file : articles) {
    const std::size_t slash = file.path.find('/');
    if (slash != std::string::npos) folders.insert(file.path.substr(0, slash));
  }
  std::size_t taken_out = 0;
  for (const std::string& vault : folders) {
    if (!is_vault(root, vault)) continue;
    const std::vector<std::string> templates = templates_of(root, vault);
    taken_out += std::erase_if(articles, [&](const SourceFile& file) {
      return std::any_of(templates.begin(), templates.end(), [&](const std::string& one) {
        return is_in(file.path, one) || file.path == one || file.path == one + ".md";
      });
    });
    for (SourceFile& file : articles) {
      if (is_in(file.path, vault)) file.draft = file.draft || is_private_note(file);
    }
  }
  return taken_out;
}

}  // namespace indexer
