#include "indexer/yaml/yaml_texts.h"

#include "kb/text/ascii.h"

namespace indexer {

namespace {

constexpr int kDeepest = 10;

void add(const YamlNode& node, const std::string& name, int depth, YamlTexts& texts) {
  if (texts.size() >= kMostYamlTexts || depth > kDeepest) return;
  if (node.is_scalar()) {
    std::string text = kb::on_one_line(node.text);
    if (!text.empty() && text.size() <= kLongestYamlText) texts.emplace(name, std::move(text));
  }
  for (const YamlEntry& entry : node.entries)
    add(entry.value, (name.empty() ? "" : name + ".") + kb::to_lower(entry.key), depth + 1, texts);
}

}  // namespace

void add_texts(const YamlNode& root, const std::string& below, YamlTexts& texts) {
  add(root, below, 0, texts);
}

}  // namespace indexer
