#include <doctest/doctest.h>
#include <signal.h>
#include <sys/stat.h>

#include <atomic>
#include <nlohmann/json.hpp>
#include <thread>

#include "tests/http/daemon.h"

namespace fs = std::filesystem;
using http_test::Answer;
using http_test::Daemon;
using http_test::eventually;
using http_test::Process;

namespace {

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

TEST_CASE("daemon: a FIFO as CURRENT is refused, what is valid is served, and SIGTERM is heard") {
  Daemon daemon;
  daemon.process->send_signal(SIGTERM);
  daemon.process->wait();
  fs::remove(daemon.index / "CURRENT");
  REQUIRE(::mkfifo((daemon.index / "CURRENT").c_str(), 0600) == 0);
  daemon.start({});
  CHECK(http_test::get(daemon.port, "/readyz").body == "gen-000001\n");
  CHECK(daemon.log().find("CURRENT: it is not a regular file") != std::string::npos);
  daemon.process->send_signal(SIGTERM);
  CHECK(daemon.process->wait() == 0);
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
  const auto yaml = complaint({"--index", folder.path(), "--config", folder.write("d.yaml", "a: [1\n")});
  CHECK(yaml.first == 2);
  CHECK(yaml.second.starts_with((folder / "d.yaml").string() + ":2: "));
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

TEST_CASE("daemon: a template of the operator's own for another version is named, with what to do") {
  const kb::TempFolder folder;
  const std::string templates = http_test::templates_folder();
  folder.write("own/article.html.mustache", "{{! version 99 }}\n<h1>{{title}}</h1>");
  const auto refusal = [&](const std::string& own) {
    return complaint({"--index", folder.path(), "--templates", templates, "--overrides", own});
  };
  CHECK(refusal(folder / "own") ==
        std::pair<int, std::string>{
            2, "firstline-searchd: " + (folder / "own/article.html.mustache").string() +
                   ": it is written for version 99 of this template; this program has version 1\n  compare "
                   "it with " +
                   templates +
                   "/article.html.mustache, see docs/templates.md, and begin it with {{! version 1 }}\n"});
  CHECK(refusal(folder / "none").second == "firstline-searchd: there is no folder " +
                                               (folder / "none").string() +
                                               "\n  correct --overrides, or create it\n");
}

TEST_CASE("daemon: a file without an end is no configuration, template or secret") {
  const kb::TempFolder folder;
  fs::copy(http_test::templates_folder(), folder / "templates", fs::copy_options::recursive);
  const auto refusal = [&](const std::string& flag, const std::string& file) {
    return complaint({"--index", folder.path(), "--templates", folder / "templates", flag, file});
  };
  CHECK(refusal("--config", "/dev/zero")
            .second.starts_with(
                "/dev/zero has more than 65536 bytes: name a configuration file with --config\n"));
  const fs::path pipe = folder / "pipe";
  REQUIRE(::mkfifo(pipe.c_str(), 0600) == 0);
  CHECK(refusal("--config", pipe)
            .second.starts_with("--config: " + pipe.string() +
                                " is a pipe; name a file that can be read again\n"));
  CHECK(refusal("--secret-file", "/dev/zero")
            .second.ends_with("firstline-searchd: cannot read /dev/zero: it is not a regular file\n"
                              "  put a regular file in its place\n"));
  const fs::path page = folder / "templates/home.html.mustache";
  fs::remove(page);
  REQUIRE(::mkfifo(page.c_str(), 0600) == 0);
  CHECK(
      refusal("--listen", "127.0.0.1:0") ==
      std::pair<int, std::string>{2, "firstline-searchd: cannot read " + page.string() +
                                         ": it is not a regular file\n  put a regular file in its place\n"});
}

TEST_CASE("daemon: a setting nobody knows is named, with the nearest that there is") {
  const kb::TempFolder folder;
  const auto said = [&](const std::string& yaml) {
    const std::string file = folder.write("c.yaml", yaml);
    const auto [code, text] = complaint({"--index", folder.path(), "--config", file});
    CHECK(code == 2);
    CHECK(text.starts_with(file + ": "));
    return text.substr(file.size() + 2, text.find('\n') - file.size() - 2);
  };
  CHECK(said("lisen: 127.0.0.1:1\n") == "there is no setting 'lisen'; did you mean 'listen'?");
  CHECK(said("port: 80\n") == "there is no setting 'port'");
  CHECK(said("listen: {port: 80}\n") == "there is no setting 'listen.port'");
  CHECK(said("help: true\n") == "there is no setting 'help'");
  CHECK(said("config: other.yaml\n") == "there is no setting 'config'");
}

TEST_CASE("daemon: other websites may read the API if they are configured, and nothing else") {
  const std::string shop = "https://shop.example";
  Daemon daemon({"--cors-origin", "https://Shop.Example:443", "--cors-origin", "https://a.example"});
  const auto allowed = [&](const std::string& target, const std::string& origin) {
    return http_test::get(daemon.port, target, {{"Origin", origin}}).header("Access-Control-Allow-Origin");
  };
  for (const std::string target : {"/api/v1/search?q=parcel", "/api/v1/nothing", "/api/v1/search?lang=xx"}) {
    CAPTURE(target);
    CHECK(allowed(target, shop) == shop);
    CHECK(allowed(target, "https://a.example") == "https://a.example");
    CHECK(allowed(target, "https://evil.example").empty());
  }
  CHECK(allowed("/en/", shop).empty());
  const auto answer = http_test::get(daemon.port, "/api/v1/search?q=parcel");
  CHECK(answer.header("Vary") == "Accept-Encoding, Origin");
  CHECK(http_test::get(daemon.port, "/en/").header("Vary") == "Accept-Encoding");
  const auto again = http_test::get(daemon.port, "/api/v1/search?q=parcel",
                                    {{"Origin", shop}, {"If-None-Match", answer.header("ETag")}});
  CHECK(again.status == 304);
  CHECK(again.header("Access-Control-Allow-Origin") == shop);
}

TEST_CASE("daemon: origins in the configuration file stand in one line; what is none is refused") {
  Daemon daemon;
  daemon.process->send_signal(SIGTERM);
  daemon.process->wait();
  daemon.start(
      {"--config", daemon.folder.write("s.yaml", "cors-origin: https://a.example, http://b.example:81\n")});
  const Answer answer =
      http_test::get(daemon.port, "/api/v1/search?q=a", {{"Origin", "http://b.example:81"}});
  CHECK(answer.header("Access-Control-Allow-Origin") == "http://b.example:81");
  const auto wrong = complaint({"--index", daemon.index, "--cors-origin", "https://shop.example/"});
  CHECK(wrong.first == 2);
  CHECK(wrong.second.find("'https://shop.example/' is no origin: write it as in https://shop.example") !=
        std::string::npos);
}

TEST_CASE("daemon: the number on an error page is the one in the log") {
  Daemon daemon;
  daemon.process->send_signal(SIGTERM);
  daemon.process->wait();
  fs::remove_all(daemon.index);
  daemon.start({});
  const Answer page = http_test::get(daemon.port, "/en/orders/");
  CHECK(page.status == 503);
  const auto at = page.body.find("Reference: <code>");
  REQUIRE(at != std::string::npos);
  const std::string id = page.body.substr(at + 17, page.body.find('<', at + 17) - at - 17);
  CHECK(daemon.log().find("event=request_failed status=503 request=" + id +
                          " why=\"no generation is live\"\n") != std::string::npos);
  const auto problem = nlohmann::json::parse(http_test::get(daemon.port, "/api/v1/search?q=a").body);
  CHECK(daemon.log().find(" request=" + problem.at("request").get<std::string>() + " ") != std::string::npos);
  CHECK(http_test::get(daemon.port, "/readyz").status == 503);  // asked every few seconds, and no news
  CHECK(daemon.log().find("request_failed", daemon.log().rfind(problem["request"])) == std::string::npos);
}

TEST_CASE("daemon: with a secret of its own a form survives a restart, without one it does not") {
  const kb::TempFolder folder;
  const std::string secret = folder.write("secret", "0123456789abcdef0123456789abcdef\n");
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
