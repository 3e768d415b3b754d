#include "indexer/yaml/toml_reader.h"

#include <fmt/format.h>

#include <toml++/toml.h>
#include <sstream>

namespace indexer {

namespace {

Position position(const toml::source_region& source, int first_line) {
  if (source.begin.line == 0) return {first_line, 1};
  return {first_line + static_cast<int>(source.begin.line) - 1, static_cast<int>(source.begin.column)};
}

std::string text_of(const toml::node& node) {
  if (const auto text = node.value_exact<std::string>()) return *text;
  if (const auto flag = node.value_exact<bool>()) return *flag ? "true" : "false";
  std::ostringstream out;
  node.visit([&](const auto& value) {
    if constexpr (!toml::is_table<decltype(value)> && !toml::is_array<decltype(value)>) out << value;
  });
  return out.str();
}

YamlNode to_node(const toml::node& node, int first_line) {
  YamlNode out;
  out.at = position(node.source(), first_line);
  if (const toml::table* table = node.as_table()) {
    out.kind = YamlNode::Kind::map;
    for (const auto& [key, value] : *table) {
      out.entries.push_back(
          {std::string(key.str()), position(key.source(), first_line), to_node(value, first_line)});
    }
  } else if (const toml::array* array = node.as_array()) {
    out.kind = YamlNode::Kind::list;
    for (const toml::node& item : *array) out.items.push_back(to_node(item, first_line));
  } else {
    out.kind = YamlNode::Kind::scalar;
    out.text = text_of(node);
    out.quoted = node.is_string();
  }
  return out;
}

}  // namespace

std::optional<YamlNode> read_toml(std::string_view text, int first_line, std::string_view rule,
                                  FileFindings& findings) {
  try {
    return to_node(toml::parse(text), first_line);
  } catch (const toml::parse_error& error) {
    findings.report(rule, position(error.source(), first_line),
                    fmt::format("not valid TOML: {}", error.description()));
    return std::nullopt;
  }
}

}  // namespace indexer
