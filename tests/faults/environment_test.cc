// Odd surroundings: no rights, a disk that is read-only, no HOME, another locale, links in circles. The
// message and the exit code are ours, never a crash or a library's words.
#include <doctest/doctest.h>
#include <signal.h>
#include <sys/mount.h>
#include <unistd.h>

#include "tests/faults/site.h"
#include "tests/http/sample_index.h"

namespace fs = std::filesystem;
using faults::Command;
using faults::Ended;
using faults::Site;
using faults::operator+;

namespace {

// Rights mean nothing to root, so the program runs as somebody else then.
Command as_nobody() {
  if (::geteuid() != 0) return {};
  return {"/usr/bin/setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"};
}

// With copies of the programs where everybody may run them.
struct OpenSite : Site {
  fs::path indexer = folder / "firstline-indexer";
  fs::path searchd = folder / "firstline-searchd";

  OpenSite() {
    fs::permissions(folder.path(), fs::perms(0755));
    fs::copy(FIRSTLINE_INDEXER, indexer);
    fs::copy(FIRSTLINE_SEARCHD, searchd);
    REQUIRE(build().code == 0);
  }
  ~OpenSite() {
    for (const auto& entry :
         fs::recursive_directory_iterator(folder.path(), fs::directory_options::skip_permission_denied))
      if (!entry.is_symlink()) fs::permissions(entry.path(), fs::perms(0755));
  }
  Command build_as_nobody() const {
    return as_nobody() + Command{indexer, "build", content, "--index", index};
  }
};

void check_refusal(const Ended& ended, const std::string& message) {
  CHECK(ended.code == 2);
  CHECK(ended.err == "firstline-indexer: " + message + "\n");
}

}  // namespace

TEST_SUITE("environment") {
  TEST_CASE("environment: an index folder without rights is refused, with what to do") {
    const OpenSite site;
    fs::permissions(site.index, fs::perms(0555));
    fs::permissions(site.index / "LOCK", fs::perms(0444));
    check_refusal(faults::run_to_end(site.build_as_nobody()),
                  "cannot write to " + site.index.string() + "\n  check the folder and its permissions");
    fs::permissions(site.index, fs::perms(0000));
    for (const Command& command :
         {Command{"verify", site.index}, Command{"generations", site.index}, Command{"rollback", site.index},
          Command{"search", site.index, "parcel"}}) {
      CAPTURE(command.front());
      check_refusal(faults::run_to_end(as_nobody() + Command{site.indexer} + command),
                    "cannot read " + (site.index / "CURRENT").string() +
                        ": Permission denied\n  check the path and its permissions");
    }
  }

  TEST_CASE("environment: a content file without rights is an error that names it") {
    const OpenSite site;
    const fs::path file = site.content / "en/orders/returns.md";
    fs::permissions(file, fs::perms(0000));
    const auto says = [&](const std::string& finding) {
      const Ended built = faults::run_to_end(site.build_as_nobody());
      return built.code == 1 && built.out.find(finding) != std::string::npos;
    };
    CHECK(says("en/orders/returns.md:1:1: error: cannot read"));
    fs::permissions(site.content / "en", fs::perms(0000));
    CHECK(says("en:1:1: error: cannot read en: Permission denied [unreadable-file]"));
    fs::permissions(site.content, fs::perms(0000));
    check_refusal(
        faults::run_to_end(site.build_as_nobody()),
        "cannot read the folder " + site.content.string() + ": Permission denied\n  check its permissions");
  }

  TEST_CASE("environment: a daemon without rights to the index says so and waits for them") {
    const OpenSite site;
    fs::permissions(site.index, fs::perms(0000));
    http_test::Process daemon(
        as_nobody() + Command{site.searchd, "--index", site.index, "--listen", "127.0.0.1:0"},
        site.folder / "log");
    const std::string line = daemon.read_line();
    REQUIRE(line.starts_with("Serving http://127.0.0.1:"));
    const int port = std::stoi(line.substr(line.rfind(':') + 1));
    CHECK(http_test::get(port, "/healthz").status == 200);
    CHECK(http_test::get(port, "/readyz").status == 503);
    fs::permissions(site.index, fs::perms(0755));
    CHECK(http_test::eventually([&] { return http_test::get(port, "/readyz").status == 200; }));
    daemon.send_signal(SIGTERM);
    CHECK(daemon.wait() == 0);
  }

  TEST_CASE("environment: an events file that cannot be made ends the daemon with what to do") {
    const OpenSite site;
    fs::create_directory(site.folder / "events");
    fs::permissions(site.folder / "events", fs::perms(0555));
    const Ended ended = faults::run_to_end(as_nobody() + Command{site.searchd, "--index", site.index,
                                                                 "--listen", "127.0.0.1:0", "--events",
                                                                 site.folder / "events/events.sqlite"});
    CHECK(ended.code == 2);
    CHECK(ended.err.find("check the path, and that this user may write to the file and its folder") !=
          std::string::npos);
  }

  TEST_CASE("environment: from a disk that is read-only the daemon serves, and a build is refused") {
    Site site;
    REQUIRE(site.build().code == 0);
    const fs::path disk = site.folder / "disk";
    fs::create_directory(disk);
    if (::mount(site.index.c_str(), disk.c_str(), nullptr, MS_BIND, nullptr) != 0) {
      MESSAGE("skipped: mounting needs root and the right to mount");
      return;
    }
    ::mount(nullptr, disk.c_str(), nullptr, MS_BIND | MS_REMOUNT | MS_RDONLY, nullptr);
    const Ended built = faults::run_to_end({FIRSTLINE_INDEXER, "build", site.content, "--index", disk});
    const Ended back = faults::run_to_end({FIRSTLINE_INDEXER, "rollback", disk});
    const Ended verified = faults::run_to_end({FIRSTLINE_INDEXER, "verify", disk});
    int status = 0;
    {
      http_test::Process daemon({FIRSTLINE_SEARCHD, "--index", disk, "--listen", "127.0.0.1:0"},
                                site.folder / "log");
      const std::string line = daemon.read_line();
      status = http_test::get(std::stoi(line.substr(line.rfind(':') + 1)), "/en/orders/hours").status;
    }
    ::umount(disk.c_str());
    check_refusal(built, "cannot write to " + disk.string() + "\n  check the folder and its permissions");
    CHECK(back.code == 2);
    CHECK(verified.code == 0);
    CHECK(status == 200);
  }

  TEST_CASE("environment: neither HOME nor the locale nor the time zone changes what is built") {
    Site site;
    site.folder.write("content/en/\xC3\x9C\x62\x65r-uns.md", "# \xC3\x9C\x62\x65r uns\n\nCaf\xC3\xA9.\n");
    const auto built_with = [&](const Command& environment) {
      fs::remove_all(site.index);
      CHECK(faults::run_to_end(environment + site.build_command()).code == 0);
      std::string all;
      for (const char* file : {"site.json", "en/cards.json", "en/words.txt", "de/cards.json"})
        all += kb::read_file(site.index / "gen-000001" / file);
      return all;
    };
    const std::string usual = built_with({});
    CHECK(usual.find("\xC3\xBC\x62\x65r-uns") != std::string::npos);
    CHECK(built_with({"/usr/bin/env", "-u", "HOME"}) == usual);
    CHECK(built_with({"/usr/bin/env", "-i"}) == usual);
    CHECK(built_with({"/usr/bin/env", "LC_ALL=C"}) == usual);
    CHECK(built_with({"/usr/bin/env", "LC_ALL=xx_YY.nothing", "LANG=de_DE"}) == usual);
    CHECK(built_with({"/usr/bin/env", "TZ=Pacific/Kiritimati", "HOME=/nowhere"}) == usual);
  }

  TEST_CASE("environment: links in circles are never followed") {
    Site site;
    fs::create_symlink("..", site.content / "en/up");
    fs::create_symlink("loop.md", site.content / "en/loop.md");
    fs::create_symlink("b", site.content / "en/a");
    fs::create_symlink("a", site.content / "en/b");
    const Ended built = site.build();
    CHECK(built.code == 1);
    for (const char* link : {"up", "loop.md", "a", "b"})
      CHECK(built.out.find("/en/" + std::string(link) + ":1:1: error: this symbolic link leads") !=
            std::string::npos);

    for (const char* link : {"up", "loop.md", "a", "b"}) fs::remove(site.content / "en" / link);
    const fs::path loop = site.folder / "loop";
    fs::create_symlink("loop", loop);
    const std::string circle = ": Too many levels of symbolic links\n  check the path and its permissions";
    check_refusal(faults::run_to_end({FIRSTLINE_INDEXER, "build", site.content, "--index", loop}),
                  "cannot create " + loop.string() + circle);
    check_refusal(faults::run_to_end({FIRSTLINE_INDEXER, "check", loop}),
                  loop.string() + " is not a folder\n  name the folder that holds your Markdown files");
    check_refusal(faults::run_to_end({FIRSTLINE_INDEXER, "verify", loop}),
                  "cannot read " + (loop / "CURRENT").string() + circle);
  }

  TEST_CASE("environment: a full stderr and a closed stdout are no reason to fail") {
    Site site;
    const Ended full = faults::run_to_end(Command{"/bin/bash", "-c", "exec \"$@\" 2>/dev/full", "bash"} +
                                          site.build_command());
    CHECK(full.code == 0);
    const Ended closed =
        faults::run_to_end(Command{"/bin/bash", "-c", "exec \"$@\" >&- 2>&-", "bash"} + site.build_command());
    CHECK(closed.code == 0);
    CHECK(site.current() == "gen-000002");
    const Ended refused =
        faults::run_to_end({"/bin/bash", "-c", "exec " FIRSTLINE_INDEXER " verify /nowhere 2>/dev/full"});
    CHECK(refused.code == 2);
  }
}
