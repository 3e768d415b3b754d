// Reads our own small YAML files: keys with texts, or keys with one level of keys below. The only file that
// talks to yaml-cpp in the daemon.
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <string_view>

namespace searchd {

using FlatYaml = std::map<std::string, std::string, std::less<>>;

// {results: {one: "a", other: "b"}} -> "results.one", "results.other". Throws Error naming `name`, the line
// and the reason: not YAML, deeper nesting, a list, a key twice, an anchor or alias, not UTF-8.
FlatYaml parse_flat_yaml(const std::string& text, const std::string& name);
FlatYaml read_flat_yaml(const std::filesystem::path& file);

}  // namespace searchd
