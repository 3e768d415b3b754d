#include "indexer/config/tool_files.h"

#include <algorithm>

#include "indexer/source/docs_folder.h"
#include "indexer/yaml/toml_reader.h"
#include "kb/text/ascii.h"

namespace indexer {

namespace {

std::string_view take_line(std::string_view& text) {
  const std::size_t end = std::min(text.find('\n'), text.size());
  const std::string_view line = text.substr(0, end);
  text.remove_prefix(std::min(end + 1, text.size()));
  return line;
}

// The top keys that can be read one by one. mkdocs.yml most often holds `!!python/name:...` somewhere, others
// have anchors, which our reader refuses.
std::optional<YamlNode> readable_keys(std::string_view text, FileFindings& ignored, std::string_view rule) {
  YamlNode found;
  std::string block;
  const auto end_block = [&] {
    auto part = read_yaml(block, 1, rule, ignored);
    if (part && part->is_map())
      std::move(part->entries.begin(), part->entries.end(), std::back_inserter(found.entries));
    block.clear();
  };
  while (!text.empty()) {
    if (kb::is_letter(text.front())) end_block();
    block.append(take_line(text)) += '\n';
  }
  end_block();
  if (found.entries.empty()) return std::nullopt;
  found.kind = YamlNode::Kind::map;
  return found;
}

// Behind the key and its `:` or `=`; nullopt where the line does not have it.
std::optional<std::string_view> value_of(std::string_view line, std::string_view key) {
  const std::string_view content = kb::trim(line);
  if (content.starts_with('#') || content.starts_with("//")) return std::nullopt;
  for (std::size_t at = line.find(key); at != std::string_view::npos; at = line.find(key, at + 1)) {
    if (at > 0 && std::string_view(" \t\"'{,(").find(line[at - 1]) == std::string_view::npos) continue;
    const std::string_view rest = kb::trim(line.substr(at + key.size()), " \t\"'");
    if (rest.starts_with(':') || rest.starts_with('=')) return kb::trim(rest.substr(1));
  }
  return std::nullopt;
}

// "a" and "b" of `"a", 'b'` or `a, b`, up to the closing bracket.
std::vector<std::string> in_brackets(std::string_view rest) {
  std::vector<std::string> found;
  while (!(rest = kb::trim(rest, " \t\r\n,")).empty() && rest.front() != ']') {
    const char first = rest.front();
    const bool is_quoted = first == '"' || first == '\'' || first == '`';
    const std::size_t end =
        is_quoted ? rest.find(first, 1) : std::min(rest.find_first_of(",]\n"), rest.size());
    if (end == std::string_view::npos) break;
    const std::string_view one = is_quoted ? rest.substr(1, end - 1) : kb::trim(rest.substr(0, end));
    if (!one.starts_with("//") && !one.starts_with('#')) found.emplace_back(one);
    rest.remove_prefix(std::min(end + (is_quoted ? 1 : 0), rest.size()));
  }
  return found;
}

// The lines below that are indented, or begin with `- `.
std::vector<std::string> in_lines(std::string_view rest, bool is_block) {
  std::vector<std::string> found;
  while (!rest.empty()) {
    const std::string_view line = take_line(rest);
    std::string_view content = kb::trim(line);
    if (content.empty() || content.starts_with('#')) continue;
    const bool is_item = content.starts_with("- ");
    if (is_block ? !kb::is_blank(line.front()) : !is_item) break;
    if (is_item) content = kb::trim(content.substr(2), " \t\"'");
    found.emplace_back(content);
  }
  return found;
}

}  // namespace

std::optional<YamlNode> parse_tool_file(std::string_view path, std::string text) {
  const RuleSet rules(false);
  FileFindings ignored(rules, std::string(path));
  constexpr std::string_view kRule = "config-syntax";
  if (path.ends_with(".toml")) return read_toml(text, 1, kRule, ignored);
  if (path.ends_with(".json")) std::replace(text.begin(), text.end(), '\t', ' ');
  auto root = read_yaml(text, 1, kRule, ignored);
  return root ? root : readable_keys(text, ignored, kRule);
}

std::string tool_file_text(const ContentRoot& root, const std::string& path) {
  auto file = read_tool_file(root, path);
  return !file || file->size > kMaxToolFileBytes ? "" : std::move(file->bytes);
}

std::vector<std::string> listed_texts(std::string_view text, std::string_view key) {
  while (!text.empty()) {
    const std::string_view line = take_line(text);
    const auto value = value_of(line, key);
    if (!value) continue;
    if (value->starts_with('[')) {
      const auto begin = static_cast<std::size_t>(value->data() - line.data()) + 1;
      return in_brackets(
          std::string_view(line.data() + begin, line.size() - begin + (text.empty() ? 0 : text.size() + 1)));
    }
    return in_lines(text, value->starts_with('|') || value->starts_with('>'));
  }
  return {};
}

}  // namespace indexer
