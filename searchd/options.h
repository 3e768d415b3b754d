// What the command line and the configuration file say, parsed once.
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace searchd {

struct Options {
  std::filesystem::path index;
  std::filesystem::path templates;
  std::filesystem::path overrides;  // "" for none
  std::string listen = "127.0.0.1:8080";
  std::string admin;                  // "" for no admin listener
  std::filesystem::path events;       // "" for no event log
  std::chrono::days retention{90};    // of events; 0: for ever
  std::int64_t events_max_mb = 1024;  // of the events file, in MiB; 0: no limit
  std::size_t max_per_client = 0;     // connections; 0: no limit
  std::vector<std::string> cors_origins;
  std::vector<std::string> trusted_proxies;
  std::filesystem::path secret_file;  // "" for a secret of this process alone
  std::filesystem::path outbox;       // "" for no contact form
  std::size_t outbox_max = 1000;      // messages that may wait
  bool preview = false;
};

struct ExitCode {
  int value = 0;
};

// A flag wins over the same name in --config FILE (YAML). For --help, --version and mistakes the answer is
// printed and the program is to end with the code: 0, or 2 for a mistake.
std::variant<Options, ExitCode> parse_options(int argc, const char* const* argv);

}  // namespace searchd
