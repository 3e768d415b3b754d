#include "indexer/source/file_text.h"

#include <doctest/doctest.h>

#include "indexer/output/finding_format.h"

using namespace indexer;

namespace {

std::string complaint(std::string bytes) {
  const RuleSet rules(true);
  FileFindings findings(rules, "a.md");
  CHECK_FALSE(to_file_text(std::move(bytes), findings));
  return format_findings(findings.list(), OutputFormat::text, "");
}

std::string text_of(std::string bytes) {
  const RuleSet rules(true);
  FileFindings findings(rules, "a.md");
  return to_file_text(std::move(bytes), findings).value_or("(refused)");
}

}  // namespace

TEST_CASE("file text: the bad byte is named by line and column") {
  CHECK(complaint("one\nzw\xC3\xB6lf \xE4\n") ==
        "a.md:2:7: error: byte 0xE4 is not UTF-8; save the file as UTF-8 [not-utf8]\n");
  CHECK(complaint("\xC0\xAF") ==
        "a.md:1:1: error: byte 0xC0 is not UTF-8; save the file as UTF-8 [not-utf8]\n");
  CHECK(complaint("a\xED\xA0\x80") ==
        "a.md:1:2: error: byte 0xED is not UTF-8; save the file as UTF-8 [not-utf8]\n");
  CHECK(complaint(std::string("ab\0c", 4)) ==
        "a.md:1:3: error: the file holds a NUL byte; it is not text [nul-byte]\n");
  CHECK(complaint("\xFF\xFEh") == "a.md:1:1: error: the file is UTF-16; save it as UTF-8 [not-utf8]\n");
}

TEST_CASE("file text: the limits of UTF-8") {
  for (const std::string good :
       {"\xC2\x80", "\xE0\xA0\x80", "\xED\x9F\xBF", "\xF0\x90\x80\x80", "\xF4\x8F\xBF\xBF"}) {
    CHECK(text_of(good) == good);
  }
  for (const std::string bad :
       {"\xC1\xBF", "\xE0\x9F\xBF", "\xF0\x8F\xBF\xBF", "\xF4\x90\x80\x80", "\xF5", "\xE2\x82", "\xC3"}) {
    CAPTURE(bad);
    CHECK(text_of(bad) == "(refused)");
  }
}

TEST_CASE("file text: byte order mark and line ends") {
  CHECK(text_of("\xEF\xBB\xBF# Title\r\nText\rMore\n") == "# Title\nText\nMore\n");
  CHECK(text_of("") == "");
}
