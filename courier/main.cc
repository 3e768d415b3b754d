// firstline-courier: hands the messages of the contact form on. A program of its own, since the daemon that
// takes them has no network.
#include <fmt/format.h>
#include <sys/file.h>
#include <sys/prctl.h>

#include <fcntl.h>
#include <algorithm>
#include <chrono>
#include <csignal>
#include <cstdio>
#include <random>
#include <variant>

#include "courier/courier.h"
#include "courier/mail_command.h"
#include "courier/options.h"
#include "kb/model/error.h"
#include "kb/store/descriptor.h"
#include "kb/text/printable.h"
#include "outbox/message.h"
#include "service/log.h"

namespace {

using courier::Attempt;

constexpr time_t kSecondsBetweenRounds = 2;

struct Delivery {
  const std::string& id;
  const std::string& json;
  std::chrono::sys_seconds now;

  Attempt operator()(const courier::Webhook& webhook) const { return post(webhook, id, json, now); }
  Attempt operator()(const courier::MailCommand& mail) const {
    const std::string text = to_mail(outbox::from_json(json), mail);
    return courier::run_command(mail.command, text, courier::patience_for(text.size()));
  }
};

// Two couriers would deliver everything twice. Held until the program ends, however it ends.
kb::Descriptor lock(const std::filesystem::path& folder) {
  kb::Descriptor held(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  if (!held || ::flock(held.get(), LOCK_EX | LOCK_NB) != 0)
    throw kb::Error("another courier works on " + folder.string(), "let one run for each outbox");
  return held;
}

// True when a signal asks to end.
bool await_end() {
  sigset_t set;
  sigemptyset(&set);
  sigaddset(&set, SIGTERM);
  sigaddset(&set, SIGINT);
  const timespec time{kSecondsBetweenRounds, 0};
  return ::sigtimedwait(&set, nullptr, &time) > 0;
}

void block_signals() {
  sigset_t set;
  sigemptyset(&set);
  sigaddset(&set, SIGTERM);
  sigaddset(&set, SIGINT);
  ::sigprocmask(SIG_BLOCK, &set, nullptr);
  std::signal(SIGPIPE, SIG_IGN);
}

void run(const courier::Options& options) {
  const outbox::Outbox outbox(options.outbox);
  const kb::Descriptor held = lock(options.outbox);
  std::mt19937 random(std::random_device{}());
  courier::Courier courier(
      outbox,
      [&](const std::string& id, const std::string& json, std::chrono::sys_seconds now) {
        return std::visit(Delivery{id, json, now}, options.target);
      },
      [&] { return std::uniform_real_distribution(0.0, 1.0)(random); });
  block_signals();
  service::log_event("courier_started", {{"outbox", options.outbox.string()}});
  do {
    try {
      courier.round(std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now()));
    } catch (const kb::Error& error) {
      service::log_event("outbox_unreadable", {{"why", error.what()}, {"hint", error.hint()}});
    }
  } while (!await_end());
  service::log_event("stopping");
}

int complain(std::string_view what, std::string_view hint) {
  std::fputs(fmt::format("firstline-courier: {}\n  {}\n", kb::printable(what), kb::printable(hint)).c_str(),
             stderr);
  return 2;
}

}  // namespace

int main(int argc, char** argv) try {
  // It runs as the daemon's user. What that user could read of this program's memory has the secret in it.
  ::prctl(PR_SET_DUMPABLE, 0);
  const auto options = courier::parse_options(argc, argv);
  if (const auto* exit = std::get_if<courier::ExitCode>(&options)) return exit->value;
  run(std::get<courier::Options>(options));
  return 0;
} catch (const kb::Error& error) {
  return complain(error.what(), error.hint());
} catch (const std::exception& error) {
  return complain(error.what(), "this should not happen: please report it");
}
