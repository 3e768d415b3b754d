// YAML text -> a tree with positions. The only file that talks to yaml-cpp, which silently accepts much that
// is a writer's mistake: duplicate keys, anchors, tags, an unterminated quote, a second document.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/findings/finding.h"

namespace indexer {

struct YamlEntry;

struct YamlNode {
  enum class Kind { null, scalar, list, map };
  Kind kind = Kind::null;
  Position at;
  std::string text;                // scalar
  bool quoted = false;             // scalar in quotes or a block
  std::vector<YamlNode> items;     // list
  std::vector<YamlEntry> entries;  // map, in order, keys unique

  bool is_null() const { return kind == Kind::null; }
  bool is_scalar() const { return kind == Kind::scalar; }
  bool is_list() const { return kind == Kind::list; }
  bool is_map() const { return kind == Kind::map; }
  const YamlNode* find(std::string_view key) const;  // the value of a map's key, nullptr when it has none
};

struct YamlEntry {
  std::string key;
  Position at;  // of the key
  YamlNode value;
};

// Reports what is wrong under `rule` (duplicate keys under "duplicate-key", the first one kept) with
// positions counted from `first_line`; nullopt when the text cannot be read. An empty text is a null node.
// The text must be valid UTF-8 with \n line ends.
std::optional<YamlNode> read_yaml(std::string_view text, int first_line, std::string_view rule,
                                  FileFindings& findings);

}  // namespace indexer
