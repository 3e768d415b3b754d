#include "searchd/log.h"

#include <doctest/doctest.h>

using searchd::log_line;

TEST_CASE("log: one line, whatever the values hold") {
  CHECK(log_line("stopping", {}) == "event=stopping");
  CHECK(log_line("a", {{"k", "v"}, {"path", "/x/y"}}) == "event=a k=v path=/x/y");
  CHECK(log_line("a", {{"why", "two words"}, {"none", ""}}) == "event=a why=\"two words\" none=\"\"");
  CHECK(log_line("a", {{"k", "x\nevent=forged k=\"1\"\\\x7f"}}) ==
        "event=a k=\"x\\x0aevent=forged k=\\\"1\\\"\\\\\\x7f\"");
  CHECK(log_line("a", {{"k", "a=b"}}) == "event=a k=\"a=b\"");
}
