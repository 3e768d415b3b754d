#include "searchd/daemon.h"

#include <fmt/format.h>
#include <csignal>
#include <cstdio>
#include <optional>

#include "events/writer.h"
#include "kb/error.h"
#include "searchd/app.h"
#include "searchd/http_server.h"
#include "searchd/index_watcher.h"
#include "searchd/live_index.h"
#include "searchd/log.h"
#include "searchd/metrics.h"
#include "searchd/theme.h"

namespace searchd {

namespace {

sigset_t our_signals() {
  sigset_t set;
  sigemptyset(&set);
  for (const int signal : {SIGTERM, SIGINT, SIGHUP}) sigaddset(&set, signal);
  return set;
}

// Blocked in every thread made after this, so that only await_signal() gets them.
void block_signals() {
  const sigset_t set = our_signals();
  pthread_sigmask(SIG_BLOCK, &set, nullptr);
}

int await_signal() {
  const sigset_t set = our_signals();
  int signal = 0;
  while (sigwait(&set, &signal) != 0) {
  }
  return signal;
}

// A second signal while we drain ends the program at once.
void unblock_signals() {
  const sigset_t set = our_signals();
  pthread_sigmask(SIG_UNBLOCK, &set, nullptr);
}

void reload(ThemeStore& themes, Metrics& metrics) {
  try {
    themes.reload();
    log_event("templates_reloaded", {{"hash", themes.current()->hash()}});
  } catch (const kb::Error& error) {
    metrics.count_failed_theme_reload();
    log_event("templates_kept", {{"why", error.what()}, {"hint", error.hint()}});
  }
}

// The one line on stdout: where to look, also when the port was chosen for us.
void announce(const HttpServer& server) {
  fmt::print("Serving {}\n", server.url());
  std::fflush(stdout);
}

AppOptions app_options(const Options& options, std::string url) {
  AppOptions out;
  out.listen_url = std::move(url);
  out.caching = options.preview ? Caching::preview : Caching::normal;
  if (!options.secret_file.empty()) out.form_secret = read_secret(options.secret_file);
  out.proxies = TrustedProxies(options.trusted_proxies);
  return out;
}

}  // namespace

void run(const Options& options) {
  block_signals();
  Metrics metrics;
  ThemeStore themes(options.templates);
  LiveIndex live(options.index, options.preview ? Drafts::allow : Drafts::refuse, metrics);
  live.open_first();
  std::optional<events::Writer> writer;
  if (!options.events.empty()) writer.emplace(options.events);

  HttpServer server(parse_address(options.listen));
  App app(live, themes, metrics, EventLog(writer ? &*writer : nullptr), app_options(options, server.url()));
  server.start([&](const Request& request) { return app.respond(request); });
  std::optional<HttpServer> admin;
  if (!options.admin.empty()) {
    admin.emplace(parse_address(options.admin));
    admin->start([&](const Request& request) { return app.respond_admin(request); });
    log_event("admin_listening", {{"url", admin->url()}});
  }
  const IndexWatcher watcher(
      options.index, [&] { live.verify_hashes(); }, [&] { live.check_now(); });
  announce(server);

  while (await_signal() == SIGHUP) reload(themes, metrics);
  log_event("stopping");
  unblock_signals();
  server.stop();
}

}  // namespace searchd
