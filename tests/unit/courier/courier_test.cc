#include "courier/courier.h"

#include <doctest/doctest.h>

#include <fstream>

#include "tests/unit/kb/fixture.h"

using namespace courier;
using namespace std::chrono_literals;

namespace {

std::chrono::sys_seconds now() {
  return std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
}

// An outbox, and somebody at the other end who does as told.
struct Scene {
  kb::TempFolder folder;
  outbox::Outbox outbox{folder / "out"};
  std::vector<std::string> tried;
  std::function<Attempt(const std::string&)> answer = [](const std::string&) { return Attempt{true}; };
  Courier courier{outbox,
                  [this](const std::string& id, const std::string&, std::chrono::sys_seconds) {
                    tried.push_back(id);
                    return answer(id);
                  },
                  [] { return 0.0; }};

  void put(const std::string& id) const {
    outbox::Message message;
    message.id = id;
    outbox.put(message);
  }
  std::size_t tries(std::chrono::sys_seconds at) {
    tried.clear();
    courier.round(at);
    return tried.size();
  }
};

}  // namespace

TEST_CASE("courier: what is delivered is gone, and counted") {
  Scene scene;
  scene.put("aa");
  scene.put("bb");
  CHECK(scene.tries(now()) == 2);
  CHECK(scene.outbox.list().empty());
  CHECK(scene.outbox.counts() == outbox::Counts{2, 0});
  CHECK(scene.tries(now()) == 0);
}

TEST_CASE("courier: what fails is tried again later and later, with the same id") {
  Scene scene;
  scene.put("aa");
  scene.answer = [](const std::string&) { return Attempt{false, "no"}; };
  const auto begin = now();
  CHECK(scene.tries(begin) == 1);
  CHECK(scene.tries(begin + 4s) == 0);
  CHECK(scene.tries(begin + 5s) == 1);
  CHECK(scene.tries(begin + 14s) == 0);
  CHECK(scene.tries(begin + 15s) == 1);
  scene.answer = [](const std::string&) { return Attempt{true}; };
  CHECK(scene.tries(begin + 1h) == 1);
  CHECK(scene.tried == std::vector<std::string>{"aa"});
  CHECK(scene.outbox.list().empty());
}

TEST_CASE("courier: one message that nobody takes does not hold up the others") {
  Scene scene;
  for (const char* id : {"aa", "bb", "cc", "dd"}) scene.put(id);
  scene.answer = [](const std::string& id) { return Attempt{id != "bb", "no"}; };
  CHECK(scene.tries(now()) == 4);
  REQUIRE(scene.outbox.list().size() == 1);
  CHECK(scene.outbox.list().front().id == "bb");
}

TEST_CASE("courier: where nobody answers, not every message has to find out") {
  Scene scene;
  for (const char* id : {"aa", "bb", "cc", "dd", "ee", "ff", "gg"}) scene.put(id);
  scene.answer = [](const std::string&) { return Attempt{false, "no"}; };
  const auto begin = now();
  CHECK(scene.tries(begin) == 3);
  CHECK(scene.tries(begin + 2s) == 3);  // those behind them
  CHECK(scene.tries(begin + 4s) == 1);
}

TEST_CASE("courier: after seven days it gives up") {
  Scene scene;
  scene.put("aa");
  scene.answer = [](const std::string&) { return Attempt{false, "no"}; };
  CHECK(scene.tries(now() + 8 * 24h) == 0);
  CHECK(scene.outbox.list().empty());
  CHECK(scene.outbox.counts() == outbox::Counts{0, 1});
}

TEST_CASE("courier: an error while delivering is a failure") {
  Scene scene;
  scene.put("aa");
  scene.answer = [](const std::string&) -> Attempt { throw kb::Error("the disk is full", "free some"); };
  CHECK(scene.tries(now()) == 1);
  CHECK(scene.outbox.list().size() == 1);
}
