// Malformed and odd requests beside nginx, which most sites have in front of us: whatever it takes for one
// request we take for one, and what it refuses we do not answer.
#include <doctest/doctest.h>
#include <signal.h>

#include <set>
#include <string>
#include <vector>

#include "searchd/net/listener.h"
#include "tests/faults/site.h"
#include "tests/support/eventually.h"
#include "tests/support/raw_client.h"
#include "tests/unit/searchd/raw_requests.h"

namespace raw = searchd::raw;
using support::RawClient;

namespace {

int free_port() { return searchd::Listener::tcp("127.0.0.1", 0).port(); }

// Answers everything with 200, and keeps its files in a folder of its own.
struct Nginx {
  kb::TempFolder folder;
  int port = free_port();
  http_test::Process process;

  Nginx()
      : process({FIRSTLINE_NGINX, "-p", folder.path(), "-e", "error.log", "-c", config()}, folder / "err") {
    REQUIRE(support::eventually([&] { return RawClient().connect(port); }));
  }
  ~Nginx() { process.send_signal(SIGQUIT), process.wait(); }

 private:
  std::string config() const {
    std::string folders;
    for (const char* kind : {"client_body", "proxy", "fastcgi", "uwsgi", "scgi"})
      folders += std::string("  ") + kind + "_temp_path " + kind + ";\n";
    return folder.write("nginx.conf",
                        "daemon off;\nmaster_process off;\npid nginx.pid;\nevents {}\nhttp {\n"
                        "  access_log off;\n" +
                            folders + "  server {\n    listen 127.0.0.1:" + std::to_string(port) +
                            ";\n    location / { return 200 \"ok\"; }\n  }\n}\n");
  }
};

// The statuses that bytes are answered with, until the server closes or has nothing more to say. A request
// that is sent behind them asks for the end.
std::vector<int> statuses(int port, const std::string& bytes) {
  RawClient client;
  REQUIRE(client.connect(port));
  client.send(bytes + "GET /last HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");
  client.half_close();
  std::vector<int> out;
  for (std::string answer = client.read_answer(); answer.starts_with("HTTP/1.1 ");
       answer = client.read_answer())
    if (const int status = std::stoi(answer.substr(9)); status >= 200) out.push_back(status);
  return out;
}

// Where the two differ, and neither takes a part of a request for another one.
const std::set<std::string> kDifferent{
    "escapes, untouched",                    // 400 from both; we go on, since the request's end is certain
    "a target of 8 KiB",                     // over nginx's limit for a line
    "a method in lower case",                // nginx knows none; we answer 405
    "a body of 256 KiB",                     // read whole by both, but this address takes 64 KiB: 413
    "an option that only begins like close"  // nginx takes "closed" for "close"
};

bool is_refused(const std::vector<int>& statuses) {
  return statuses.empty() || (statuses[0] >= 400 && statuses[0] != 404 && statuses[0] != 405);
}

}  // namespace

TEST_SUITE("nginx") {
  TEST_CASE("nginx: what it refuses we refuse, and what both take is as many requests to both") {
    if (!std::filesystem::exists(FIRSTLINE_NGINX)) {
      MESSAGE("skipped: nginx is not there; tools/install test");
      return;
    }
    const faults::Site site;
    REQUIRE(site.build().code == 0);
    const faults::Daemon daemon(site);
    REQUIRE(daemon.port > 0);
    const Nginx nginx;
    int both_refuse = 0;
    int stricter = 0;
    for (const raw::Refused& request : raw::kRefused) {
      CAPTURE(request.what);
      CHECK(is_refused(statuses(daemon.port, request.bytes)));
      ++(is_refused(statuses(nginx.port, request.bytes)) ? both_refuse : stricter);
    }
    for (const raw::Accepted& request : raw::kAccepted) {
      if (kDifferent.contains(request.what)) continue;
      CAPTURE(request.what);
      const auto ours = statuses(daemon.port, request.bytes);
      const auto theirs = statuses(nginx.port, request.bytes);
      CHECK_FALSE(is_refused(ours));
      CHECK_FALSE(is_refused(theirs));
      CHECK(ours.size() == theirs.size());
    }
    MESSAGE(both_refuse, " requests are refused by both, ", stricter, " by us alone, ",
            raw::kAccepted.size() - kDifferent.size(), " are taken by both and are as many requests");
  }
}
