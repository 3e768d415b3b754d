// Reads our own small YAML files: keys with texts, nested at most once. The only file of the daemons that
// uses yaml-cpp.
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <string_view>

namespace service {

using FlatYaml = std::map<std::string, std::string, std::less<>>;

// {results: {one: "a", other: "b"}} -> "results.one", "results.other". Throws Error with `name`, the line and
// the reason: not YAML, deeper nesting, a list, a key twice, an anchor or alias, not UTF-8.
FlatYaml parse_flat_yaml(const std::string& text, const std::string& name);
FlatYaml read_flat_yaml(const std::filesystem::path& file);

}  // namespace service
