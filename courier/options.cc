#include "courier/options.h"

#include <unistd.h>

#include <CLI/CLI.hpp>

#include "kb/model/error.h"
#include "kb/model/version.h"
#include "kb/store/file.h"
#include "kb/text/ascii.h"
#include "service/yaml_config.h"

namespace courier {

namespace {

constexpr std::size_t kMaxSecret = 4096;  // bytes
constexpr std::size_t kMinSecret = 32;

// As they were written.
struct Settings {
  std::filesystem::path outbox;
  std::string webhook;
  std::filesystem::path secret_file;
  std::string mail_command;
  std::string mail_from;
  std::string mail_to;
};

void describe(CLI::App& app, Settings& settings) {
  app.set_version_flag("--version", "firstline-courier " + std::string(kb::program_version()));
  service::add_yaml_config(app);
  app.add_option("--outbox", settings.outbox, "Folder that firstline-searchd puts messages into")->required();
  app.add_option("--webhook", settings.webhook, "https address that each message is posted to");
  app.add_option("--webhook-secret-file", settings.secret_file,
                 "File with the secret that signs what is posted");
  app.add_option("--mail-command", settings.mail_command,
                 "Program with arguments that takes a mail on its standard input, such as 'msmtp -t'");
  app.add_option("--mail-from", settings.mail_from, "Address that mails come from");
  app.add_option("--mail-to", settings.mail_to, "Address that mails go to");
}

[[noreturn]] void refuse(const std::string& what, const std::string& hint) { throw kb::Error(what, hint); }

std::string read_secret(const std::filesystem::path& file) {
  std::string secret(kb::trim(kb::read_file(file, kMaxSecret)));
  if (secret.size() < kMinSecret)
    refuse(file.string() + " is no secret: it has fewer than 32 bytes",
           "write one with openssl rand -hex 32");
  return secret;
}

std::vector<std::string> words_of(std::string_view text) {
  std::vector<std::string> words;
  for (text = kb::trim(text); !text.empty(); text = kb::trim(text)) {
    const auto end = std::min(text.find(' '), text.size());
    words.emplace_back(text.substr(0, end));
    text.remove_prefix(end);
  }
  return words;
}

Target webhook_of(const Settings& settings) {
  const auto address = kb::parse_web_address(settings.webhook);
  if (!address)
    refuse("'" + settings.webhook + "' is no address", "write it as in https://shop.example/hook");
  const std::string name = address->host.substr(0, address->host.rfind(':'));
  const bool is_here =
      name == "127.0.0.1" || name == "localhost" || name == "[::1]" || address->host == "[::1]";
  if (address->scheme != "https" && !is_here)
    refuse("messages must not travel in the clear", "begin the webhook's address with https://");
  if (settings.secret_file.empty())
    refuse("a webhook needs a secret", "name a file with --webhook-secret-file");
  return Webhook{*address, read_secret(settings.secret_file)};
}

Target mail_of(const Settings& settings) {
  for (const std::string* address : {&settings.mail_from, &settings.mail_to}) {
    if (!is_header_address(*address))
      refuse("a mail command needs --mail-from and --mail-to, an address each",
             "write them as in help@shop.example");
  }
  const auto command = words_of(settings.mail_command);
  if (command.front().find('/') != std::string::npos && ::access(command.front().c_str(), X_OK) != 0)
    refuse("cannot run " + command.front(), "correct --mail-command");
  return MailCommand{command, settings.mail_from, settings.mail_to};
}

Options options_of(const Settings& settings) {
  const bool has_webhook = !settings.webhook.empty();
  if (has_webhook == !settings.mail_command.empty())
    refuse("messages need one place to go to", "name either --webhook or --mail-command");
  return {settings.outbox, has_webhook ? webhook_of(settings) : mail_of(settings)};
}

}  // namespace

std::variant<Options, ExitCode> parse_options(int argc, const char* const* argv) {
  Settings settings;
  CLI::App app("Hands messages of the contact form on.", "firstline-courier");
  describe(app, settings);
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    return ExitCode{app.exit(error) == 0 ? 0 : 2};
  }
  return options_of(settings);
}

}  // namespace courier
