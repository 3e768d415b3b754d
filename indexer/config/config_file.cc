#include "indexer/config/config_file.h"

#include <fmt/format.h>

#include "indexer/source/content_root.h"
#include "indexer/source/file_text.h"
#include "indexer/source/languages.h"
#include "kb/model/error.h"

namespace indexer {

namespace fs = std::filesystem;

namespace {

constexpr std::size_t kMaxConfigBytes = 1024 * 1024;

// RuleFindings quote this file. So a link may lead to a file that anybody may see, but not to a hidden one.
bool may_follow(const ContentTarget& target, FileFindings& findings) {
  if (report_bad_link(target, findings)) return false;
  return target.path == findings.path() || !report_hidden_link(target.path, {}, findings);
}

std::optional<std::string> read_bytes(const ContentRoot& root, FileFindings& findings) {
  const ContentTarget target = root.resolve(findings.path());
  if (!may_follow(target, findings)) return std::nullopt;
  try {
    ContentBytes file = root.read(target.path, kMaxConfigBytes);
    if (file.size <= kMaxConfigBytes) return std::move(file.bytes);
    findings.report("config-syntax", {}, fmt::format("the file is over {} bytes", kMaxConfigBytes));
  } catch (const kb::Error& error) {
    findings.report("unreadable-file", {}, error.what());
  }
  return std::nullopt;
}

}  // namespace

std::optional<YamlNode> read_config_file(const fs::path& root, FileFindings& findings) {
  auto bytes = read_bytes(ContentRoot(root), findings);
  const auto text = bytes ? to_file_text(std::move(*bytes), findings) : std::nullopt;
  if (!text) return std::nullopt;
  auto root_node = read_yaml(*text, 1, "config-syntax", findings);
  if (root_node && root_node->is_null()) root_node->kind = YamlNode::Kind::map;  // an empty file
  return root_node;
}

void read_value(const YamlFields& fields, const YamlEntry& entry, kb::LocalText& to) {
  to.clear();
  const auto read = [&](const std::string& lang, const YamlEntry& text) {
    if (auto value = fields.text(text); value && !value->empty()) to[lang] = std::move(*value);
  };
  if (!entry.value.is_map()) return read("", entry);
  for (const YamlEntry& local : entry.value.entries) {
    if (is_language_code(local.key)) {
      read(local.key, local);
    } else {
      fields.report(local.at, fmt::format("'{}' is not a language code such as en or pt-BR", local.key));
    }
  }
}

}  // namespace indexer
