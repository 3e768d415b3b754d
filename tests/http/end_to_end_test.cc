// The way a writer works, through the two programs: build, serve, edit, build again, see it.
#include <doctest/doctest.h>

#include <filesystem>

#include "kb/store/file.h"
#include "tests/http/client.h"
#include "tests/http/process.h"
#include "tests/http/test_server.h"

namespace fs = std::filesystem;
using http_test::eventually;
using http_test::get;
using http_test::Process;

namespace {

struct Site {
  kb::TempFolder folder;
  fs::path content = folder / "content";
  fs::path index = folder / "index";

  Site() {
    fs::create_directories(content / "en/orders");
    kb::write_file(content / "site.yaml", "title: Acme Help\nlanguages: [en]\n");
    write("Parcels leave the warehouse on Mondays.");
  }

  void write(const std::string& text) const {
    kb::write_file(content / "en/orders/delivery.md", "---\ntitle: Delivery\n---\n" + text + "\n");
  }

  // The exit code; `log()` has what was said on stderr, `findings` what was found wrong.
  int build() {
    Process indexer({FIRSTLINE_INDEXER, "build", content, "--index", index}, folder / "log");
    findings.clear();
    for (std::string line = indexer.read_line(); !line.empty(); line = indexer.read_line())
      findings += line + "\n";
    return indexer.wait();
  }

  std::string findings;
};

}  // namespace

TEST_CASE("end to end: an edit is seen after the next build, a broken edit changes nothing") {
  Site site;
  REQUIRE(site.build() == 0);
  Process daemon({FIRSTLINE_SEARCHD, "--index", site.index, "--listen", "127.0.0.1:0"},
                 site.folder / "daemon");
  const std::string line = daemon.read_line();
  REQUIRE(line.starts_with("Serving http://127.0.0.1:"));
  const int port = std::stoi(line.substr(line.rfind(':') + 1));
  const auto shows = [&](std::string_view text) { return get(port, "/en/orders/delivery").has(text); };
  CHECK(shows("on Mondays"));
  CHECK(get(port, "/api/v1/search?q=warehouse").has("\"orders/delivery\""));

  site.write("Parcels leave the warehouse on Fridays.");
  REQUIRE(site.build() == 0);
  CHECK(eventually([&] { return shows("on Fridays"); }));

  site.write("Parcels leave the [warehouse](warehouse.md) never.");
  CHECK(site.build() == 1);
  const std::string wrong =
      "en/orders/delivery.md:4:19: error: there is no article en/orders/warehouse.md [missing-link]\n";
  CHECK(site.findings.find(wrong) != std::string::npos);
  CHECK(shows("on Fridays"));
  CHECK(get(port, "/readyz").status == 200);
}

TEST_CASE("end to end: a path in an error draws nothing and gives no command") {
  const kb::TempFolder folder;
  const std::string path = (folder / "no\n::error::x\x1b[2J##[group]").string();
  for (const std::vector<std::string>& command :
       {std::vector<std::string>{FIRSTLINE_INDEXER, "build", path, "--index", folder / "index"},
        std::vector<std::string>{FIRSTLINE_SEARCHD, "--index", folder / "index", "--listen", "127.0.0.1:0",
                                 "--templates", path}}) {
    CHECK(Process(command, folder / "log").wait() == 2);
    const std::string log = kb::read_file(folder / "log");
    CHECK(log.find("no\\x0a::error::x\\x1b[2J\\x23#[group]") != std::string::npos);
    CHECK(log.find('\x1b') == std::string::npos);
    CHECK(log.find("\n::") == std::string::npos);
  }
}
