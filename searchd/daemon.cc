#include "searchd/daemon.h"

#include <fmt/format.h>
#include <algorithm>
#include <chrono>
#include <csignal>
#include <cstdio>
#include <initializer_list>
#include <optional>
#include <utility>
#include <vector>

#include "events/writer.h"
#include "kb/model/error.h"
#include "outbox/outbox.h"
#include "searchd/app.h"
#include "searchd/index_watcher.h"
#include "searchd/metrics/metrics.h"
#include "searchd/net/http_server.h"
#include "searchd/net/service_manager.h"
#include "searchd/retention.h"
#include "searchd/theme/theme.h"
#include "searchd/visit/live_index.h"
#include "service/log.h"

namespace searchd {

namespace {

constexpr std::chrono::milliseconds kTick{5000};  // between two looks at what cannot call us

sigset_t set_of(std::initializer_list<int> signals) {
  sigset_t set;
  sigemptyset(&set);
  for (const int signal : signals) sigaddset(&set, signal);
  return set;
}

sigset_t our_signals() { return set_of({SIGTERM, SIGINT, SIGHUP}); }

// A signal that is blocked here is blocked in every thread made later, so that only await_signal() gets it.
void block(const sigset_t& set) { pthread_sigmask(SIG_BLOCK, &set, nullptr); }

// 0 when none came in time.
int await_signal(std::chrono::milliseconds patience) {
  const sigset_t set = our_signals();
  const auto seconds = std::chrono::floor<std::chrono::seconds>(patience);
  const timespec time{seconds.count(), std::chrono::nanoseconds(patience - seconds).count()};
  return std::max(0, ::sigtimedwait(&set, nullptr, &time));
}

// A second signal while we drain ends the program at once.
void unblock_signals() {
  const sigset_t set = our_signals();
  pthread_sigmask(SIG_UNBLOCK, &set, nullptr);
}

void reload(ThemeStore& themes, Metrics& metrics) {
  try {
    themes.reload();
    service::log_event("templates_reloaded", {{"hash", themes.current()->hash()}});
  } catch (const kb::Error& error) {
    metrics.count_failed_theme_reload();
    service::log_event("templates_kept", {{"why", error.what()}, {"hint", error.hint()}});
  }
}

Listener open_listener(std::vector<Listener>& inherited, const std::string& address) {
  if (inherited.empty()) return listen(parse_address(address));
  Listener first = std::move(inherited.front());
  inherited.erase(inherited.begin());
  return first;
}

// For absolute URLs of a site without base_url. A Unix socket has no address a browser could open.
std::string address_of(const HttpServer& server) {
  return server.port() == 0 ? "http://localhost" : server.url();
}

// Now and then, not for each event.
void report_lost_events(const events::Writer& writer, std::uint64_t& reported) {
  const std::uint64_t dropped = writer.dropped();
  if (std::exchange(reported, dropped) == dropped) return;
  service::log_event("events_lost", {{"total", std::to_string(dropped)}, {"why", writer.last_error()}});
}

// The one line on stdout: where to look, also when the port was chosen for us.
void announce(const HttpServer& server) {
  fmt::print("Serving {}\n", server.url());
  std::fflush(stdout);
}

// A form that nobody sees is a riddle to whoever switched it on.
void report_unused_form(const LiveIndex& live, bool has_outbox) {
  const auto snapshot = live.current();
  if (!has_outbox && snapshot && snapshot->site().contact_form.enabled)
    service::log_event("contact_form_hidden",
                       {{"why", "the site has a contact_form, the daemon no --outbox"}});
}

// The courier does this as well, unless it is not there.
void expire(const outbox::Outbox& messages) try {
  const auto now = std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
  if (const std::size_t count = messages.expire(now); count > 0)
    service::log_event("messages_expired", {{"count", std::to_string(count)}});
} catch (const kb::Error& error) {
  service::log_event("outbox_unreadable", {{"why", error.what()}, {"hint", error.hint()}});
}

events::WriterOptions writer_options(const Options& options) {
  events::WriterOptions out;
  out.max_bytes = options.events_max_mb << 20U;
  out.on_reopen = [](std::string_view why) { service::log_event("events_reopened", {{"why", why}}); };
  return out;
}

// Only where articles show them.
void refresh(VoteCounts& votes, const LiveIndex& live) try {
  const auto snapshot = live.current();
  if (snapshot && snapshot->site().helpful_counts > 0) votes.refresh();
} catch (const events::Error& error) {
  service::log_event("votes_unreadable", {{"why", error.what()}, {"hint", error.hint()}});
}

AppOptions app_options(const Options& options, std::string url, const outbox::Outbox* messages,
                       const VoteCounts* votes) {
  AppOptions out;
  out.listen_url = std::move(url);
  out.caching = options.preview ? Caching::preview : Caching::normal;
  if (!options.secret_file.empty()) out.form_secret = read_secret(options.secret_file);
  out.proxies = TrustedProxies(options.trusted_proxies);
  out.cors_origins = options.cors_origins;
  out.outbox = messages;
  out.votes = votes;
  return out;
}

}  // namespace

void run(const Options& options) {
  block(set_of({SIGHUP}));  // a reload that is asked for too early comes later
  ServiceManager manager;
  std::vector<Listener> inherited = Listener::inherited();
  Metrics metrics;
  ThemeStore themes(options.templates, options.overrides);
  LiveIndex live(options.index, options.preview ? Preview::on : Preview::off, metrics);
  live.open_first();  // SIGTERM still ends the program, however long a disk keeps us waiting here
  block(our_signals());
  std::optional<events::Writer> writer;
  if (!options.events.empty()) writer.emplace(options.events, writer_options(options));

  std::optional<outbox::Outbox> messages;
  if (!options.outbox.empty()) messages.emplace(options.outbox, options.outbox_max);
  report_unused_form(live, messages.has_value());

  std::optional<VoteCounts> votes;
  if (writer) refresh(votes.emplace(options.events), live);

  std::optional<Retention> retention;
  if (writer && options.retention.count() > 0) retention.emplace(options.events, options.retention);

  HttpServer server(open_listener(inherited, options.listen), {.max_per_client = options.max_per_client});
  App app(
      live, themes, metrics, EventLog(writer ? &*writer : nullptr),
      app_options(options, address_of(server), messages ? &*messages : nullptr, votes ? &*votes : nullptr));
  // Makes what the first visitors would otherwise wait for together, such as the compressed style sheet.
  app.respond({.method = "GET", .path = "/healthz", .query = "", .headers = {}, .body = ""});
  server.start([&](const Request& request) { return app.respond(request); },
               [&](const Request& head) { return app.body_limit(head); });
  metrics.include(*server.metrics());
  std::optional<HttpServer> admin;
  if (!options.admin.empty() || !inherited.empty()) {
    admin.emplace(open_listener(inherited, options.admin));
    admin->start([&](const Request& request) { return app.respond_admin(request); });
    service::log_event("admin_listening", {{"url", admin->url()}});
  }
  const IndexWatcher watcher(
      options.index, [&] { live.verify_hashes(); }, [&] { live.check_now(); });
  announce(server);
  manager.ready();

  const auto tick =
      manager.interval() > kTick || manager.interval().count() == 0 ? kTick : manager.interval();
  std::uint64_t reported = 0;
  for (int signal = 0; signal == 0 || signal == SIGHUP; signal = await_signal(tick)) {
    if (signal == SIGHUP) reload(themes, metrics);
    manager.beat(*server.metrics());
    if (messages) expire(*messages);
    if (writer) report_lost_events(*writer, reported);
    if (votes) refresh(*votes, live);
  }
  service::log_event("stopping");
  manager.stopping();
  unblock_signals();
  server.stop();
}

}  // namespace searchd
