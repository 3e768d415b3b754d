#include <doctest/doctest.h>
#include <signal.h>

#include <atomic>
#include <thread>

#include "kb/file.h"
#include "tests/http/process.h"
#include "tests/http/test_server.h"

namespace fs = std::filesystem;
using http_test::Answer;
using http_test::eventually;
using http_test::Process;

namespace {

// The real program on a free port, over an index and a copy of the templates that a test may break.
struct Daemon {
  kb::TempFolder folder;
  fs::path index = folder / "index";
  fs::path templates = folder / "templates";
  fs::path log_file = folder / "log";
  std::optional<Process> process;
  int port = 0;

  explicit Daemon(std::vector<std::string> extra = {}) {
    http_test::publish(index, http_test::sample_site());
    fs::copy(http_test::templates_folder(), templates, fs::copy_options::recursive);
    start(std::move(extra));
  }

  void start(std::vector<std::string> extra) {
    std::vector<std::string> command{FIRSTLINE_SEARCHD, "--index",  index,        "--templates",
                                     templates,         "--listen", "127.0.0.1:0"};
    command.insert(command.end(), extra.begin(), extra.end());
    process.emplace(command, log_file.string());
    const std::string line = process->read_line();
    const auto colon = line.rfind(':');
    if (line.starts_with("Serving http://127.0.0.1:")) port = std::stoi(line.substr(colon + 1));
  }
  std::string log() const { return kb::read_file(log_file); }
};

// Runs to its end and returns the exit code and what it complained.
std::pair<int, std::string> complaint(const std::vector<std::string>& arguments) {
  const kb::TempFolder folder;
  std::vector<std::string> command{FIRSTLINE_SEARCHD};
  command.insert(command.end(), arguments.begin(), arguments.end());
  Process process(command, folder / "log");
  const int code = process.wait();
  return {code, kb::read_file(folder / "log")};
}

}  // namespace

TEST_CASE("daemon: port 0 picks a free port and says which") {
  Daemon daemon;
  REQUIRE(daemon.port > 0);
  CHECK(http_test::get(daemon.port, "/en/").status == 200);
  daemon.process->send_signal(SIGTERM);
  CHECK(daemon.process->wait() == 0);
  CHECK(daemon.log().find("event=stopping\n") != std::string::npos);
}

TEST_CASE("daemon: SIGTERM cuts no answer short") {
  Daemon daemon;
  REQUIRE(daemon.port > 0);
  const std::size_t whole = http_test::get(daemon.port, "/en/orders/track-my-order").body.size();
  std::atomic<int> answered = 0;
  std::atomic<int> cut = 0;
  const auto visitor = [&] {
    try {
      for (;;) {
        const Answer answer = http_test::get(daemon.port, "/en/orders/track-my-order");
        if (answer.status == 0) return;  // not taken any more
        ++answered;
        if (answer.status != 200 || answer.body.size() != whole) ++cut;
      }
    } catch (const std::runtime_error&) {
      return;  // nobody listens any more
    }
  };
  std::vector<std::thread> visitors;
  for (int i = 0; i < 4; ++i) visitors.emplace_back(visitor);
  CHECK(eventually([&] { return answered > 20; }));
  daemon.process->send_signal(SIGTERM);
  CHECK(daemon.process->wait() == 0);
  for (auto& thread : visitors) thread.join();
  CHECK(cut == 0);
}

TEST_CASE("daemon: SIGHUP reloads the templates, and keeps the old ones when the new do not parse") {
  Daemon daemon;
  const fs::path page = daemon.templates / "home.html.mustache";
  const std::string original = kb::read_file(page);
  kb::write_file(page, "{{#open}} never closed");
  daemon.process->send_signal(SIGHUP);
  CHECK(eventually([&] { return daemon.log().find("event=templates_kept") != std::string::npos; }));
  CHECK(daemon.log().find("home.html.mustache") != std::string::npos);
  CHECK(http_test::get(daemon.port, "/en/").has("Acme Help"));

  kb::write_file(page, original + "<!-- reloaded -->");
  daemon.process->send_signal(SIGHUP);
  CHECK(eventually([&] { return http_test::get(daemon.port, "/en/").has("<!-- reloaded -->"); }));
}

TEST_CASE("daemon: at start a broken live generation gives way to the newest valid one") {
  Daemon daemon;
  daemon.process->send_signal(SIGTERM);
  daemon.process->wait();
  const fs::path broken = daemon.index / http_test::publish(daemon.index, http_test::sample_site());

  SUBCASE("a file is missing: seen before the first request") {
    fs::remove(broken / "site.json");
    daemon.start({});
    CHECK(http_test::get(daemon.port, "/readyz").body == "gen-000001\n");
  }
  SUBCASE("one byte is wrong: found in the background") {
    http_test::corrupt(broken);
    daemon.start({});
    CHECK(eventually([&] { return http_test::get(daemon.port, "/readyz").body == "gen-000001\n"; }));
    CHECK(daemon.log().find("event=generation_refused generation=gen-000002") != std::string::npos);
  }
}

TEST_CASE("daemon: drafts are shown with --preview, and kept by nobody") {
  Daemon daemon;
  daemon.process->send_signal(SIGTERM);
  daemon.process->wait();
  http_test::publish(daemon.index, http_test::sample_site(), http_test::Drafts::yes);
  daemon.start({"--preview"});
  CHECK(http_test::get(daemon.port, "/readyz").body == "gen-000002\n");
  CHECK(http_test::get(daemon.port, "/en/").header("Cache-Control") == "no-cache");
}

TEST_CASE("daemon: the configuration file has the flags' names, and a flag wins") {
  Daemon daemon;
  const auto config = daemon.folder.write("searchd.yaml", "index: /nowhere\npreview: true\n");
  daemon.process->send_signal(SIGTERM);
  daemon.process->wait();
  daemon.start({"--config", config});
  CHECK(http_test::get(daemon.port, "/en/").header("Cache-Control") == "no-cache");
}

TEST_CASE("daemon: what it cannot start with is said, with exit code 2") {
  const kb::TempFolder folder;
  const std::string templates = http_test::templates_folder();
  CHECK(complaint({}).first == 2);
  CHECK(complaint({"--help"}).first == 0);
  CHECK(complaint({"--version"}).first == 0);
  const auto unknown = complaint({"--index", folder.path(), "--config", folder.write("c.yaml", "indx: x\n")});
  CHECK(unknown.first == 2);
  CHECK(unknown.second.find("indx") != std::string::npos);
  const auto yaml = complaint({"--index", folder.path(), "--config", folder.write("d.yaml", "a: [1\n")});
  CHECK(yaml.first == 2);
  const auto address = complaint({"--index", folder.path(), "--templates", templates, "--listen", "8080"});
  CHECK(address ==
        std::pair<int, std::string>{
            2, "event=no_generation index=" + folder.path().string() +
                   " hint=\"run firstline-indexer build\"\nfirstline-searchd: cannot listen on 8080\n"
                   "  write an address and a port, as in 127.0.0.1:8080\n"});
  const auto missing = complaint({"--index", folder.path(), "--templates", folder / "none"});
  CHECK(missing.first == 2);
  CHECK(missing.second.find((folder / "none").string()) != std::string::npos);
}

TEST_CASE("daemon: with a secret of its own a form survives a restart, without one it does not") {
  const kb::TempFolder folder;
  const std::string secret = folder.write("secret", std::string(32, 's') + "\n");
  const std::string events = folder / "events.db";
  for (const bool shared : {true, false}) {
    CAPTURE(shared);
    std::vector<std::string> flags{"--events", events};
    if (shared) flags.insert(flags.end(), {"--secret-file", secret});
    Daemon daemon(flags);
    const std::string token = http_test::get(daemon.port, "/api/v1/feedback").body;
    daemon.process->send_signal(SIGTERM);
    daemon.process->wait();
    daemon.start(flags);
    const Answer answer = http_test::request(daemon.port, "POST", "/api/v1/feedback",
                                             {{"Content-Type", "application/json"}}, token);
    // Accepted it is too young, or it lacks all other fields.
    CHECK((answer.status == 403 || answer.status == 422));
    CHECK(answer.has("the token is missing or wrong") == !shared);
  }
}

TEST_CASE("daemon: a secret that is none and a proxy that is none are refused") {
  const kb::TempFolder folder;
  const std::string templates = http_test::templates_folder();
  const auto refusal = [&](const std::string& flag, const std::string& value) {
    return complaint(
        {"--index", folder.path(), "--templates", templates, "--listen", "127.0.0.1:0", flag, value});
  };
  const auto secret = refusal("--secret-file", folder.write("short", "abc\n"));
  CHECK(secret.first == 2);
  CHECK(secret.second.find("is too short") != std::string::npos);
  const auto proxy = refusal("--trusted-proxy", "10.0.0.0/8,proxy.example");
  CHECK(proxy.first == 2);
  CHECK(proxy.second.find("'proxy.example' is not the address of a proxy") != std::string::npos);
}

TEST_CASE("daemon: a second one on the same port is refused") {
  Daemon daemon;
  const auto second = complaint({"--index", daemon.index, "--templates", daemon.templates, "--listen",
                                 "127.0.0.1:" + std::to_string(daemon.port)});
  CHECK(second.first == 2);
  CHECK(second.second.find("cannot listen on 127.0.0.1:" + std::to_string(daemon.port)) != std::string::npos);
}
