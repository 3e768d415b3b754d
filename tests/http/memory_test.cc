// The programs where memory is short: they say so in plain words, or have enough. The sanitizers reserve more
// addresses than any limit here.
#if !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)

#include <doctest/doctest.h>
#include <signal.h>

#include "kb/store/file.h"
#include "tests/http/process.h"
#include "tests/http/test_server.h"

using http_test::Process;

namespace {

constexpr int kLoader = 127;  // not even the libraries fit

// Runs a program with so many KiB of addresses.
Process limited(int kib, const std::string& line, const std::string& log) {
  return Process({"/bin/sh", "-c", "ulimit -v " + std::to_string(kib) + "; exec " + line}, log);
}

}  // namespace

TEST_CASE("memory: a build that does not get enough says so, and publishes nothing") {
  const kb::TempFolder folder;
  std::string article = "---\ntitle: Delivery\n---\n";
  for (int i = 0; i < 4000; ++i) article += "Some *word* and a [link](https://example.org/) here.\n\n";
  std::filesystem::create_directories(folder / "content");
  kb::write_file(folder / "content/delivery.md", article);
  const std::string log = folder / "log";
  const std::string line = FIRSTLINE_INDEXER " build " + (folder / "content").string() +
                           " --jobs 1 --index " + (folder / "index").string();
  int refused = 0;
  int code = kLoader;
  for (int kib = 40'000; code != 0 && kib < 1'000'000; kib += 8'000) {
    CAPTURE(kib);
    code = limited(kib, line, log).wait();
    if (code == kLoader || code == 0) continue;
    ++refused;
    CHECK(code == 2);
    CHECK(
        kb::read_file(log) ==
        "firstline-indexer: there is not enough memory\n"
        "  allow it more (ulimit -v, or the limit of its container), or let it do less at once: --jobs 1\n");
    CHECK_FALSE(std::filesystem::exists(folder / "index/CURRENT"));
  }
  CHECK(code == 0);
  CHECK(refused > 0);
}

TEST_CASE("memory: a daemon that does not get enough says so, or serves with fewer threads") {
  const kb::TempFolder folder;
  http_test::publish(folder / "index", http_test::sample_site());
  const std::string log = folder / "log";
  const std::string line = FIRSTLINE_SEARCHD " --index " + (folder / "index").string() + " --templates " +
                           http_test::templates_folder().string() + " --listen 127.0.0.1:0";
  int refused = 0;
  bool serves = false;
  for (int kib = 40'000; !serves && kib < 1'000'000; kib += 8'000) {
    CAPTURE(kib);
    Process daemon = limited(kib, line, log);
    serves = daemon.read_line().starts_with("Serving ");
    if (serves) daemon.send_signal(SIGTERM);
    const int code = daemon.wait();
    const std::string said = kb::read_file(log);
    CAPTURE(said);
    if (code == kLoader || serves) continue;
    if (code == 1 && said.empty()) continue;  // brotli ends the program itself
    ++refused;
    CHECK(code == 2);
    const bool plain = said.ends_with(
                           "firstline-searchd: there is not enough memory\n"
                           "  allow it more (ulimit -v, or the limit of its container)\n") ||
                       said.find("firstline-searchd: no thread can be started\n  allow it") != said.npos;
    CHECK(plain);
  }
  CHECK(serves);
  CHECK(refused > 0);
}

#endif
