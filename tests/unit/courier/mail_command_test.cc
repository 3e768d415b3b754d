#include "courier/mail_command.h"

#include <doctest/doctest.h>

#include "tests/unit/kb/fixture.h"

using namespace courier;
using namespace std::chrono_literals;

TEST_CASE("mail command: it gets the text, and its end decides") {
  const kb::TempFolder folder;
  const std::string out = (folder / "out").string();
  std::string text = "a line\n";
  while (text.size() < 300'000) text += text;
  CHECK(run_command({"sh", "-c", "cat > \"$1\"", "sh", out}, text, 1min).delivered);
  CHECK(kb::read_file(out) == text);
  CHECK(run_command({"true"}, text, 1min).delivered);
}

TEST_CASE("mail command: why it did not work is said") {
  CHECK(run_command({"false"}, "", 1min).problem == "false ended with 1");
  CHECK(run_command({"/no/such/program"}, "", 1min).problem ==
        "cannot run /no/such/program: No such file or directory");
  CHECK(run_command({"sh", "-c", "kill -9 $$"}, "", 1min).problem == "sh was ended by signal 9");
  CHECK(run_command({"sh", "-c", "sleep 60 & wait"}, "", 100ms).problem == "sh took too long and was ended");
}

TEST_CASE("mail command: a big mail has longer") {
  CHECK(patience_for(10'000) < 61s);
  CHECK(patience_for(7'000'000) > 4min);
}

TEST_CASE("mail command: no shell reads its words") {
  const kb::TempFolder folder;
  CHECK(run_command({"true", "; touch " + (folder / "x").string()}, "", 1min).delivered);
  CHECK_FALSE(std::filesystem::exists(folder / "x"));
}
