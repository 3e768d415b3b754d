// System calls of the daemon that fail: it goes on, no answer is wrong, and when it is over all is as before.
#include <doctest/doctest.h>
#include <signal.h>

#include <algorithm>
#include <set>

#include "tests/faults/load_client.h"
#include "tests/faults/site.h"
#include "tests/http/sample_index.h"

using faults::Command;
using faults::LoadResult;
using faults::Site;
using faults::operator+;

namespace {

struct Injection {
  std::string calls;
  std::string errors;  // one after the other
  std::string when;    // strace's: first+step
};

const std::vector<Injection> kInjections{
    {"accept4", "ECONNABORTED EPROTO EINTR EMFILE ENFILE ENOMEM ENOBUFS EPERM", "1+2"},
    {"recvfrom", "EINTR ECONNRESET ENOMEM EIO ETIMEDOUT", "2+5"},
    {"sendmsg", "EINTR EPIPE ECONNRESET ENOMEM ENOBUFS EIO", "2+5"},
    {"epoll_wait", "EINTR ENOMEM EIO", "2+3"},
    {"epoll_ctl", "ENOMEM ENOSPC", "2+5"},
    {"read", "EINTR EIO EAGAIN", "1+2"},
    {"write", "EINTR EIO ENOSPC", "1+2"},
    {"openat", "EMFILE ENFILE ENOMEM EACCES EIO EINTR", "1+2"},
    {"pread64", "EIO ENOMEM EINTR", "1+7"},
    {"fsync,fdatasync,pwrite64,ftruncate", "EIO ENOSPC EINTR", "1+2"},
    {"rename,unlink", "EIO ENOSPC EACCES", "1+2"},
    {"mmap,brk,mprotect", "ENOMEM", "3+5"},
};

// strace on a daemon that runs, from its making to its end.
class Tracer {
 public:
  Tracer(const faults::Daemon& daemon, const Site& site, const Command& options)
      : process_(Command{FIRSTLINE_STRACE, "-f", "-qq", "-o", "/dev/null"} + options +
                     Command{"-p", std::to_string(daemon.process->pid())},
                 site.folder / "strace.log") {
    attached_ = http_test::eventually([&] { return is_traced(daemon.process->pid()); });
  }
  ~Tracer() {
    process_.send_signal(SIGTERM);
    process_.wait();
  }
  Tracer(const Tracer&) = delete;
  Tracer& operator=(const Tracer&) = delete;
  bool attached() const { return attached_; }

 private:
  // Every thread of it.
  static bool is_traced(pid_t pid) {
    const std::filesystem::path tasks = "/proc/" + std::to_string(pid) + "/task";
    return std::all_of(begin(std::filesystem::directory_iterator(tasks)), {}, [](const auto& task) {
      return kb::read_file(task.path() / "status").find("TracerPid:\t0\n") == std::string::npos;
    });
  }

  http_test::Process process_;
  bool attached_ = false;
};

// Pages that the cache has, and searches that it cannot have.
std::vector<std::string> targets(int variant) {
  std::vector<std::string> out{"/en/orders/hours", "/en/orders/delivery", "/en/", "/api/v1/suggest?q=del"};
  for (int i = 0; i < 20; ++i)
    out.push_back("/api/v1/search?q=parcel+" + std::to_string(variant) + "+" + std::to_string(i));
  return out;
}

// 200 with a right body, or an honest error.
faults::Load load(int port, int variant, const std::set<std::string>& right) {
  faults::Load load{.port = port, .connections = 12, .requests = {}, .time = std::chrono::seconds(20)};
  for (const std::string& target : targets(variant)) load.requests.push_back(faults::get_request(target));
  load.count = faults::is_long() ? 2000 : 96;
  load.is_right = [&right](int status, std::string_view body) {
    return status != 200 || right.contains(std::string(body));
  };
  return load;
}

std::set<std::string> bodies(int port, int variant) {
  std::set<std::string> all;
  for (const std::string& target : targets(variant)) all.insert(http_test::get(port, target).body);
  return all;
}

}  // namespace

TEST_SUITE("injected_errors") {
  TEST_CASE("injected errors: the daemon never ends, never answers wrongly, and recovers") {
    if (!faults::can_inject()) return;
    Site site;
    REQUIRE(site.build().code == 0);
    faults::Daemon daemon(site, {}, {"--events", site.folder / "events.sqlite"});
    REQUIRE(daemon.port > 0);
    faults::Daemon reference(site, {}, {"--events", site.folder / "reference.sqlite"});
    int variant = 0;
    for (const Injection& injection : kInjections) {
      std::istringstream errors(injection.errors);
      for (std::string error; errors >> error; ++variant) {
        CAPTURE(injection.calls);
        CAPTURE(error);
        const auto right = bodies(reference.port, variant);
        LoadResult during;
        {
          const Tracer tracer(
              daemon, site, faults::fault_at(injection.calls, "error=" + error + ":when=" + injection.when));
          REQUIRE(tracer.attached());
          during = faults::run(load(daemon.port, variant, right));
        }
        MESSAGE(injection.calls, " ", error, ": ", during.text());
        CHECK(during.wrong == 0);
        CHECK(http_test::eventually([&] {
          const LoadResult after = faults::run(load(daemon.port, variant, right));
          return after.statuses.size() == 1 && after.statuses.contains(200) && after.wrong == 0;
        }));
      }
    }
    daemon.process->send_signal(SIGTERM);
    CHECK(daemon.process->wait() == 0);
  }

  TEST_CASE("injected errors: a generation that cannot be read is refused, and the one before stays") {
    if (!faults::can_inject()) return;
    Site site;
    REQUIRE(site.build().code == 0);
    const faults::Daemon daemon(site);
    REQUIRE(daemon.port > 0);
    for (const std::string error : {"EIO", "EMFILE", "ENOMEM", "EACCES"}) {
      CAPTURE(error);
      {
        const Tracer tracer(daemon, site, faults::fault_at("openat", "error=" + error + ":when=9+9"));
        REQUIRE(tracer.attached());
        REQUIRE(site.build().code == 0);
        const std::string refused = "event=generation_refused generation=" + site.current();
        CHECK(http_test::eventually([&] { return daemon.log().find(refused) != std::string::npos; }));
        CHECK(http_test::get(daemon.port, "/readyz").body != site.current() + "\n");
      }
      REQUIRE(site.build().code == 0);
      CHECK(http_test::eventually(
          [&] { return http_test::get(daemon.port, "/readyz").body == site.current() + "\n"; }));
    }
  }

  TEST_CASE(
      "injected errors: while nothing can be written to the events file, pages are answered and it is "
      "counted") {
    if (!faults::can_inject()) return;
    Site site;
    REQUIRE(site.build().code == 0);
    faults::Daemon daemon(site, {}, {"--events", site.folder / "events.sqlite", "--admin", "127.0.0.1:0"});
    REQUIRE(daemon.port > 0);
    const std::string log = daemon.log();
    const auto at = log.find("event=admin_listening url=http://127.0.0.1:");
    REQUIRE(at != std::string::npos);
    const int admin = std::stoi(log.substr(at + 43));
    const Tracer tracer(daemon, site, faults::fault_at("pwrite64", "error=ENOSPC"));
    REQUIRE(tracer.attached());
    CHECK(http_test::get(daemon.port, "/en/search?q=parcel").status == 200);
    CHECK(http_test::eventually(
        [&] { return http_test::get(admin, "/metrics").has("firstline_events_dropped_total 1\n"); }));
  }
}
