#include "searchd/options.h"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <istream>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "kb/model/error.h"
#include "kb/model/version.h"
#include "kb/model/web_address.h"
#include "kb/text/nearest_name.h"
#include "searchd/theme/flat_yaml.h"

namespace searchd {

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

// The installed templates are found from the program's own place. A program that is not installed takes the
// sources'.
std::filesystem::path default_templates() {
  std::error_code unreadable;
  const auto program = std::filesystem::read_symlink("/proc/self/exe", unreadable);
  auto installed = (program.parent_path() / FIRSTLINE_DATA_FROM_BIN / "templates").lexically_normal();
  return std::filesystem::exists(installed, unreadable) ? installed : FIRSTLINE_SOURCE_TEMPLATES;
}

// A blank after the comma is forgiven. What is thrown here is printed as it is.
std::string checked_origin(const std::string& text) {
  const std::string written = text.substr(std::min(text.find_first_not_of(' '), text.size()));
  if (const auto origin = kb::parse_origin(written)) return origin->origin();
  throw CLI::ValidationError("--cors-origin",
                             "'" + written + "' is no origin: write it as in https://shop.example");
}

void describe(CLI::App& app, Options& options) {
  app.set_version_flag("--version", "firstline-searchd " + std::string(kb::program_version()));
  app.config_formatter(std::make_shared<YamlConfig>(app));
  app.set_config("--config", "", "YAML file with the same names as these flags")
      ->check(CLI::ExistingFile)
      ->check([](const std::string& file) {
        return std::filesystem::is_fifo(file) ? file + " is a pipe; name a file that can be read again" : "";
      });
  app.add_option("--index", options.index, "Folder that firstline-indexer build writes")->required();
  app.add_option("--templates", options.templates, "Folder of templates, strings and assets")
      ->capture_default_str();
  app.add_option("--listen", options.listen, "Address and port; port 0 picks a free one and prints it")
      ->capture_default_str();
  app.add_option("--admin", options.admin, "Address and port of /metrics; without it there are no metrics");
  app.add_option("--events", options.events,
                 "File to store searches and feedback in; without it there are no forms");
  app.add_option("--trusted-proxy", options.trusted_proxies,
                 "Address or network whose X-Forwarded-For is believed; several with commas")
      ->delimiter(',');
  app.add_option("--secret-file", options.secret_file,
                 "File with the secret that signs forms; all daemons of a site need the same");
  app.add_option_function<int>(
         "--retention", [&](int days) { options.retention = std::chrono::days(days); },
         "Days after which events are erased; 0 keeps them")
      ->option_text("DAYS [90]")
      ->check(CLI::Range(0, 36500));
  app.add_option("--events-max-mb", options.events_max_mb,
                 "Size in MiB at which old events are erased, searches first; 0 for no limit")
      ->capture_default_str()
      ->check(CLI::Range(0, 1'000'000));
  app.add_option("--max-per-client", options.max_per_client,
                 "Connections that one address may hold; 0, right behind a proxy, for no limit")
      ->capture_default_str();
  app.add_option("--cors-origin", options.cors_origins,
                 "Origin whose scripts may read the JSON API; may be repeated, or several with commas")
      ->option_text("ORIGIN")
      ->delimiter(',')
      ->allow_extra_args(false)
      ->transform(checked_origin);
  app.add_flag("--preview", options.preview, "Show drafts, and tell browsers to cache nothing");
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
