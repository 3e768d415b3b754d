#include "kb/text/printable.h"

#include <doctest/doctest.h>

namespace kb {
namespace {

TEST_CASE("printable: plain text of any script stays") {
  for (const std::string_view text : {"", "a b", "é水😀ع", "##", "## Heading", "# [x]", "a ::error::x", "a##",
                                      "12::x", ": :", "`:::tab` is never closed", "-::error::x", "\u200Da"}) {
    CAPTURE(text);
    CHECK(printable(text) == text);
  }
}

TEST_CASE("printable: what a terminal or a CI service obeys is spelled out") {
  const struct {
    std::string_view text;
    std::string_view printed;
  } cases[] = {
      {"a\nb\r\t\x1b[31m\x07\x7f", "a\\x0ab\\x0d\\x09\\x1b[31m\\x07\\x7f"},
      {"\u009B31m\u0085", "\\xc2\\x9b31m\\xc2\\x85"},
      {"a\u202Ecod.exe\u2066\u2028", "a\\xe2\\x80\\xaecod.exe\\xe2\\x81\\xa6\\xe2\\x80\\xa8"},
      {"\xFF\xC3(", "\\xff\\xc3("},
      {"a ##[command]b", "a \\x23#[command]b"},
      {"##vso[task.setvariable variable=x]y", "\\x23#vso[task.setvariable variable=x]y"},
      {"###[group]", "#\\x23#[group]"},
      {"::error::x", "\\x3a:error::x"},
      {" \u00A0\u3000::stop-commands::x", " \u00A0\u3000\\x3a:stop-commands::x"},
      {":::group::", "\\x3a\\x3a:group::"},
  };
  for (const auto& [text, printed] : cases) {
    CAPTURE(printed);
    CHECK(printable(text) == printed);
  }
}

}  // namespace
}  // namespace kb
