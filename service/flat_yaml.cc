#include "service/flat_yaml.h"

#include <fmt/format.h>
#include <yaml-cpp/yaml.h>

#include "kb/model/error.h"
#include "kb/store/file.h"
#include "kb/text/utf8.h"

namespace service {

namespace {

constexpr std::size_t kMaxTextsBytes = 1024UL * 1024;

class Reader {
 public:
  explicit Reader(std::string name) : name_(std::move(name)) {}

  FlatYaml read(const YAML::Node& root) {
    if (root.IsNull()) return {};
    read_map(root, "", 0);
    return std::move(out_);
  }

 private:
  [[noreturn]] void refuse(const YAML::Node& at, const std::string& why) const {
    throw kb::Error(fmt::format("{}:{}: {}", name_, at.Mark().line + 1, why), "correct the file");
  }

  void read_map(const YAML::Node& map, const std::string& prefix, int depth) {
    if (!map.IsMap() || depth > 1) refuse(map, "expected a text or keys with texts");
    for (const auto& pair : map) {
      const std::string key = prefix + pair.first.as<std::string>();
      if (pair.second.IsScalar() || pair.second.IsNull()) {
        const std::string value = pair.second.IsNull() ? "" : pair.second.Scalar();
        if (!out_.emplace(key, value).second) refuse(pair.first, "the key " + key + " is there twice");
      } else {
        read_map(pair.second, key + ".", depth + 1);
      }
    }
  }

  std::string name_;
  FlatYaml out_;
};

}  // namespace

FlatYaml parse_flat_yaml(const std::string& text, const std::string& name) try {
  if (!kb::is_valid_utf8(text)) throw kb::Error(name + ": not UTF-8", "save the file as UTF-8");
  return Reader(name).read(YAML::Load(text));
} catch (const YAML::Exception& error) {
  throw kb::Error(fmt::format("{}:{}: {}", name, error.mark.line + 1, error.msg), "correct the file");
}

FlatYaml read_flat_yaml(const std::filesystem::path& file) {
  return parse_flat_yaml(kb::read_file(file, kMaxTextsBytes), file.string());
}

}  // namespace service
