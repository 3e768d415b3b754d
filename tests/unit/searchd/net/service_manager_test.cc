#include "searchd/net/service_manager.h"

#include <doctest/doctest.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include <array>
#include <cstddef>
#include <cstdlib>
#include <string>

#include "kb/store/descriptor.h"

using namespace std::chrono_literals;
using searchd::FrontMetrics;
using searchd::ServiceManager;

namespace {

// Listens on a name that is in no file system.
struct Manager {
  explicit Manager(const char* watchdog_usec = "3000000")
      : name("firstline-test-" + std::to_string(::getpid())),
        socket(::socket(AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0)) {
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    name.copy(address.sun_path + 1, name.size());
    const auto size = static_cast<socklen_t>(offsetof(sockaddr_un, sun_path) + 1 + name.size());
    REQUIRE(::bind(socket.get(), reinterpret_cast<const sockaddr*>(&address), size) == 0);
    ::setenv("NOTIFY_SOCKET", ("@" + name).c_str(), 1);
    ::setenv("WATCHDOG_USEC", watchdog_usec, 1);
  }
  ~Manager() {
    for (const char* variable : {"NOTIFY_SOCKET", "WATCHDOG_USEC", "WATCHDOG_PID"}) ::unsetenv(variable);
  }

  std::string heard() const {  // "" when nothing was said
    std::array<char, 64> bytes{};
    const ssize_t count = ::recv(socket.get(), bytes.data(), bytes.size(), 0);
    return count < 0 ? "" : std::string(bytes.data(), static_cast<std::size_t>(count));
  }

  std::string name;
  kb::Descriptor socket;
};

}  // namespace

TEST_CASE("service manager: without one nothing is told and nothing is wanted") {
  ServiceManager nobody;
  CHECK(nobody.interval() == 0ms);
  nobody.ready();
  nobody.beat(FrontMetrics{});
}

TEST_CASE("service manager: hears of the start and the stop") {
  const Manager manager;
  const ServiceManager we;
  we.ready();
  CHECK(manager.heard() == "READY=1");
  we.stopping();
  CHECK(manager.heard() == "STOPPING=1");
}

TEST_CASE("service manager: wants signs of life three times as often as it waits, if it means us") {
  CHECK((Manager(), ServiceManager().interval()) == 1001ms);
  CHECK((Manager("nonsense"), ServiceManager().interval()) == 0ms);
  const Manager manager;
  ::setenv("WATCHDOG_PID", "1", 1);
  CHECK(ServiceManager().interval() == 0ms);
  ::setenv("WATCHDOG_PID", std::to_string(::getpid()).c_str(), 1);
  CHECK(ServiceManager().interval() == 1001ms);
}

TEST_CASE("service manager: no sign of life when the loop stands still or nobody gets an answer") {
  const Manager manager;
  ServiceManager we;
  FrontMetrics front;
  const auto sign = [&] {
    we.beat(front);
    return manager.heard() == "WATCHDOG=1";
  };
  ++front.turns;
  CHECK(sign());
  CHECK_FALSE(sign());  // it has not turned since
  ++front.turns;
  front.requests = 1;  // it waits for its answer
  CHECK_FALSE(sign());
  ++front.turns;
  front.requests = 3;
  front.answered = 1;  // the others still wait, but it goes on
  CHECK(sign());
  ++front.turns;
  CHECK_FALSE(sign());
  ++front.turns;
  front.answered = 3;
  CHECK(sign());
}
