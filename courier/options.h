// What the command line and the configuration file say, parsed once.
#pragma once

#include <chrono>
#include <filesystem>
#include <string>
#include <variant>
#include <vector>

#include "courier/mail.h"
#include "courier/webhook.h"

namespace courier {

using Target = std::variant<Webhook, MailCommand>;

struct Options {
  std::filesystem::path outbox;
  Target target;
};

struct ExitCode {
  int value = 0;
};

// A flag wins over the same name in --config FILE (YAML). For --help, --version and mistakes the answer is
// printed and the program is to end with the code: 0, or 2 for a mistake. Throws kb::Error when the secret
// cannot be read.
std::variant<Options, ExitCode> parse_options(int argc, const char* const* argv);

}  // namespace courier
