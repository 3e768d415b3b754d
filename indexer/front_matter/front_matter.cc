#include "indexer/front_matter/front_matter.h"

#include <fmt/format.h>

#include <algorithm>

#include "indexer/front_matter/article_keys.h"
#include "indexer/front_matter/front_matter_block.h"
#include "indexer/front_matter/visibility_keys.h"
#include "indexer/yaml/toml_reader.h"
#include "indexer/yaml/yaml_fields.h"

namespace indexer {

namespace {

std::optional<YamlNode> read_block(const FrontMatterBlock& block, FileFindings& findings) {
  using Format = FrontMatterBlock::Format;
  switch (block.format) {
    case Format::toml:
      return read_toml(block.text, block.line, kFrontMatterSyntax, findings);
    case Format::json: {  // a kind of YAML, but for tabs
      std::string text(block.text);
      std::replace(text.begin(), text.end(), '\t', ' ');
      return read_yaml(text, block.line, kFrontMatterSyntax, findings);
    }
    case Format::yaml:
      return read_yaml(block.text, block.line, kFrontMatterSyntax, findings);
    case Format::none:
    case Format::unusable:
      break;
  }
  return std::nullopt;
}

bool has_known_key(const YamlNode& root) {
  return std::any_of(root.entries.begin(), root.entries.end(), [](const YamlEntry& entry) {
    return is_article_key(entry.key) || visibility_key(entry.key) != VisibilityKey::none;
  });
}

void keep_back(FrontMatter& meta, std::string_view key, std::string_view why, FileFindings& findings) {
  meta.unclear = true;
  findings.report(kFrontMatterSyntax, {1, 1}, fmt::format("'{}' {}, so the article is not public", key, why));
}

// The keys of a block that was read as a map; false when it is none and stays in the text.
bool read_map(const FrontMatterBlock& block, const YamlNode& root, FrontMatter& meta,
              FileFindings& findings) {
  if (!root.is_map() && !root.is_null()) {
    if (!block.is_late && block.format != FrontMatterBlock::Format::json) {
      findings.report(kFrontMatterSyntax, root.at,
                      fmt::format("the front matter must be `key: value` lines, not {}", describe(root)));
      if (const auto key = visibility_key_in(block.text))
        keep_back(meta, *key, "stands in front matter that cannot be read", findings);
    }
    return false;
  }
  if ((block.is_late || block.format == FrontMatterBlock::Format::json) && !has_known_key(root)) return false;
  if (root.is_map()) meta = read_article_keys(root, findings);
  if (block.is_late) {
    findings.report("front-matter-place", {block.line, 1},
                    "the front matter does not begin on line 1, so other tools show it as text; move it up");
  }
  if (const auto key = wide_visibility_key(block.text))
    keep_back(meta, *key, "stands before a wide colon, which is none", findings);
  if (const auto key = repeated_visibility_key(block.text)) keep_back(meta, *key, "is there twice", findings);
  return true;
}

// Whether what a block says by itself keeps an article back.
bool keeps_back(std::string_view keys) {
  const RuleSet rules(false);
  FileFindings ignored(rules, "");
  const auto root = read_yaml(keys, 1, kFrontMatterSyntax, ignored);
  if (!root || !root->is_map()) return visibility_key_in(keys).has_value();
  const FrontMatter meta = read_article_keys(*root, ignored);
  return meta.draft || meta.unclear || meta.publish_date || meta.expiry_date;
}

// Blocks of keys further down, which other tools do not read, either: a writer who has `draft: true` there
// means it.
void read_later_blocks(std::string_view body, int line, FrontMatter& meta, FileFindings& findings) {
  for (const LaterBlock& block : later_blocks(body)) {
    if (!keeps_back(block.text)) continue;
    meta.unclear = true;
    findings.report(kFrontMatterSyntax, {line + block.line, 1},
                    "these keys do not stand at the beginning of the file, so the article is not public");
  }
}

}  // namespace

FrontMatter read_front_matter(std::string_view text, FileFindings& findings) {
  const FrontMatterBlock block = find_front_matter(text, findings);
  FrontMatter meta;
  const auto root = read_block(block, findings);
  if (root && !read_map(block, *root, meta, findings)) return meta;
  if (!root) {
    const bool is_there = block.format != FrontMatterBlock::Format::none;
    if (const auto key = visibility_key_in(block.text)) {
      keep_back(meta, *key,
                is_there ? "stands in front matter that cannot be read" : "stands in no front matter",
                findings);
    }
  }
  meta.body_offset = block.body_offset;
  meta.body_line = block.body_line;
  read_later_blocks(text.substr(block.body_offset), block.body_line, meta, findings);
  return meta;
}

YamlTexts front_matter_texts(std::string_view text) {
  const RuleSet rules(false);
  FileFindings ignored(rules, "");
  YamlTexts texts;
  if (const auto root = read_block(find_front_matter(text, ignored), ignored)) add_texts(*root, "", texts);
  return texts;
}

}  // namespace indexer
