#include "searchd/options.h"

#include <CLI/CLI.hpp>

#include <memory>
#include <sstream>
#include <vector>

#include "kb/error.h"
#include "searchd/flat_yaml.h"

namespace searchd {

namespace {

// Lets CLI11 read our YAML, so that it sees to precedence and unknown names.
class YamlConfig : public CLI::Config {
 public:
  std::string to_config(const CLI::App*, bool, bool, std::string) const override { return ""; }

  std::vector<CLI::ConfigItem> from_config(std::istream& input) const override {
    std::ostringstream text;
    text << input.rdbuf();
    std::vector<CLI::ConfigItem> read_items;
    for (const auto& [name, value] : read(text.str())) {
      CLI::ConfigItem item;
      item.name = name;
      item.inputs = {value};
      read_items.push_back(std::move(item));
    }
    return read_items;
  }

 private:
  static FlatYaml read(const std::string& text) {
    try {
      return parse_flat_yaml(text, "--config");
    } catch (const kb::Error& error) {
      throw CLI::FileError(error.what());
    }
  }
};

// Beside the sources while developing; once installed those are not there.
const char* default_templates() {
  return std::filesystem::exists(FIRSTLINE_TEMPLATES) ? FIRSTLINE_TEMPLATES : FIRSTLINE_TEMPLATES_INSTALLED;
}

void describe(CLI::App& app, Options& options) {
  app.set_version_flag("--version", std::string("firstline-searchd ") + FIRSTLINE_VERSION);
  app.config_formatter(std::make_shared<YamlConfig>());
  app.set_config("--config", "", "YAML file with the same names as these flags")->check(CLI::ExistingFile);
  app.allow_config_extras(CLI::config_extras_mode::error);
  app.add_option("--index", options.index, "Folder that firstline-indexer build writes")->required();
  app.add_option("--templates", options.templates, "Folder of templates, strings and assets")
      ->capture_default_str();
  app.add_option("--listen", options.listen, "Address and port; port 0 picks a free one and prints it")
      ->capture_default_str();
  app.add_option("--admin", options.admin, "Address and port of /metrics; none without it");
  app.add_option("--events", options.events,
                 "File that searches and feedback are stored in; none without it");
  app.add_option("--trusted-proxy", options.trusted_proxies,
                 "Address or network whose X-Forwarded-For is believed; several with commas")
      ->delimiter(',');
  app.add_option("--secret-file", options.secret_file,
                 "File with a secret that signs forms, the same for all daemons of a site");
  app.add_flag("--preview", options.preview, "Show drafts, and let browsers keep nothing");
}

}  // namespace

std::variant<Options, ExitCode> parse_options(int argc, const char* const* argv) {
  Options options;
  options.templates = default_templates();
  CLI::App app("Serves the search and the articles of a firstline index.", "firstline-searchd");
  describe(app, options);
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    return ExitCode{app.exit(error) == 0 ? 0 : 2};
  }
  return options;
}

}  // namespace searchd
