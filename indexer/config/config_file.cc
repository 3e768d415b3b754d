#include "indexer/config/config_file.h"

#include <fmt/format.h>

#include "indexer/source/file_text.h"
#include "indexer/source/languages.h"
#include "kb/store/file.h"

namespace indexer {

namespace fs = std::filesystem;

namespace {

constexpr std::size_t kMaxConfigBytes = 1024 * 1024;

}  // namespace

std::optional<YamlNode> read_config_file(const fs::path& root, Diagnostics& diags) {
  const fs::path file = root / diags.path();
  std::error_code error;
  if (!fs::exists(file, error)) return std::nullopt;
  if (fs::file_size(file, error) > kMaxConfigBytes) {
    diags.report("config-syntax", {}, fmt::format("the file is over {} bytes", kMaxConfigBytes));
    return std::nullopt;
  }
  const auto text = to_file_text(kb::read_file(file), diags);
  if (!text) return std::nullopt;
  auto root_node = read_yaml(*text, 1, "config-syntax", diags);
  if (root_node && root_node->is_null()) root_node->kind = YamlNode::Kind::map;  // an empty file
  return root_node;
}

kb::LocalText read_local_text(const YamlFields& fields, const YamlEntry& entry) {
  kb::LocalText out;
  if (!entry.value.is_map()) {
    if (auto text = fields.text(entry); text && !text->empty()) out[""] = *text;
    return out;
  }
  for (const YamlEntry& local : entry.value.entries) {
    if (!is_language_code(local.key)) {
      fields.report(local.at, fmt::format("'{}' is not a language code such as en or pt-BR", local.key));
    } else if (auto text = fields.text(local); text && !text->empty()) {
      out[local.key] = *text;
    }
  }
  return out;
}

}  // namespace indexer
