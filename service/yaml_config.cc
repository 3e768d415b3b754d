#include "service/yaml_config.h"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <filesystem>
#include <istream>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "kb/model/error.h"
#include "kb/text/nearest_name.h"
#include "service/flat_yaml.h"

namespace service {

namespace {

constexpr std::size_t kMaxConfig = 64 * 1024;  // bytes

// Lets CLI11 read our YAML, so that it sees to precedence and unknown names.
class YamlConfig : public CLI::Config {
 public:
  explicit YamlConfig(const CLI::App& app) : app_(app) {}

  std::string to_config(const CLI::App*, bool, bool, std::string) const override { return ""; }

  std::vector<CLI::ConfigItem> from_config(std::istream& input) const override {
    std::vector<CLI::ConfigItem> read_items;
    for (const auto& [name, value] : read(text_of(input))) {
      require_known(name);
      CLI::ConfigItem item;
      item.name = name;
      item.inputs = {value};
      read_items.push_back(std::move(item));
    }
    return read_items;
  }

 private:
  std::string file() const { return app_.get_config_ptr()->as<std::string>(); }

  // A device such as /dev/zero never ends.
  std::string text_of(std::istream& input) const {
    std::string text(kMaxConfig + 1, '\0');
    input.read(text.data(), static_cast<std::streamsize>(text.size()));
    text.resize(static_cast<std::size_t>(input.gcount()));
    if (text.size() <= kMaxConfig) return text;
    throw CLI::FileError(file() + " has more than " + std::to_string(kMaxConfig) +
                         " bytes: name a configuration file with --config");
  }

  FlatYaml read(const std::string& text) const {
    try {
      return parse_flat_yaml(text, file());
    } catch (const kb::Error& error) {
      throw CLI::FileError(error.what());
    }
  }

  void require_known(const std::string& name) const {
    std::vector<std::string_view> known;
    for (const CLI::Option* option : app_.get_options()) {
      if (option->get_configurable()) known.push_back(option->get_lnames().front());
    }
    if (std::find(known.begin(), known.end(), name) != known.end()) return;
    const auto near = kb::nearest_name(name, known);
    throw CLI::FileError(file() + ": there is no setting '" + name + "'" +
                         (near.empty() ? "" : "; did you mean '" + std::string(near) + "'?"));
  }

  const CLI::App& app_;
};

}  // namespace

void add_yaml_config(CLI::App& app) {
  app.config_formatter(std::make_shared<YamlConfig>(app));
  app.set_config("--config", "", "YAML file with the same names as these flags")
      ->check(CLI::ExistingFile)
      ->check([](const std::string& file) {
        return std::filesystem::is_fifo(file) ? file + " is a pipe; name a file that can be read again" : "";
      });
}

}  // namespace service
