#include "service/log.h"

#include <doctest/doctest.h>

using service::log_line;

TEST_CASE("log: one line, whatever the values hold") {
  CHECK(log_line("stopping", {}) == "event=stopping");
  CHECK(log_line("a", {{"k", "v"}, {"path", "/x/y"}}) == "event=a k=v path=/x/y");
  CHECK(log_line("a", {{"why", "two words"}, {"none", ""}}) == "event=a why=\"two words\" none=\"\"");
  CHECK(log_line("a", {{"k", "x\nevent=forged k=\"1\"\\\x7f"}}) ==
        "event=a k=\"x\\x0aevent=forged k=\\\"1\\\"\\\\\\x7f\"");
  CHECK(log_line("a", {{"k", "a=b"}}) == "event=a k=\"a=b\"");
}

TEST_CASE("log: letters of any script stay, what a terminal would obey does not") {
  CHECK(log_line("a", {{"k", "größe\u00a0\u00ff€"}}) == "event=a k=größe\u00a0\u00ff€");
  CHECK(log_line("a", {{"k", "ü\u009b31mü\u0085"}}) == "event=a k=\"ü\\xc2\\x9b31mü\\xc2\\x85\"");
  CHECK(log_line("a", {{"k", "a\u202eb"}}) == "event=a k=\"a\\xe2\\x80\\xaeb\"");
  CHECK(log_line("a", {{"k", "ü\x9b"}}) == "event=a k=\"ü\\x9b\"");
}
