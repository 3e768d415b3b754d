#include "indexer/source/confined.h"

#include <doctest/doctest.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdlib>
#include <stdexcept>
#include <vector>

using indexer::Limits;
using indexer::run_confined;

namespace {

constexpr Limits kPlenty{std::chrono::seconds(30), std::size_t{64} << 20U};

}  // namespace

TEST_CASE("confined: what the work returns, of any size and bytes") {
  CHECK(run_confined(kPlenty, [] { return std::string(); }) == "");
  const std::string big(3'000'000, '\0');
  CHECK(run_confined(kPlenty, [&] { return big; }) == big);
}

TEST_CASE("confined: work that fails is nothing, whichever way") {
  CHECK_FALSE(run_confined(kPlenty, []() -> std::string { throw std::runtime_error("bad"); }));
  CHECK_FALSE(run_confined(kPlenty, []() -> std::string { ::_exit(3); }));
  CHECK_FALSE(run_confined(kPlenty, []() -> std::string {
    ::kill(::getpid(), SIGKILL);
    return "late";
  }));
}

TEST_CASE("confined: work that hangs or takes all memory ends, and nothing stays behind") {
  const Limits brief{std::chrono::milliseconds(20), std::size_t{64} << 20U};
  CHECK_FALSE(run_confined(brief, []() -> std::string {
    for (;;) ::pause();
  }));
  CHECK_FALSE(run_confined(kPlenty, [] { return std::string(std::size_t{256} << 20U, 'x'); }));
  CHECK(::waitpid(-1, nullptr, WNOHANG) == -1);
}
