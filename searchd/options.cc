#include "searchd/options.h"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <string>
#include <vector>

#include "kb/model/version.h"
#include "kb/model/web_address.h"
#include "service/yaml_config.h"

namespace searchd {

namespace {

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
  service::add_yaml_config(app);
  app.add_option("--index", options.index, "Folder that firstline-indexer build writes")->required();
  app.add_option("--overrides", options.overrides, "Folder of templates, strings and assets of your own")
      ->type_name("DIR");
  app.add_option("--templates", options.templates, "Folder of templates, strings and assets")
      ->capture_default_str();
  app.add_option("--listen", options.listen, "Address and port; port 0 picks a free one and prints it")
      ->capture_default_str();
  app.add_option("--admin", options.admin, "Address and port of /metrics; without it there are no metrics");
  app.add_option("--events", options.events,
                 "File to store searches and feedback in; without it there are no forms");
  app.add_option("--outbox", options.outbox,
                 "Folder for messages of the contact form; without it there is none");
  app.add_option("--outbox-max", options.outbox_max, "Messages that may wait in the outbox")
      ->capture_default_str()
      ->check(CLI::Range(1, 100'000));
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
