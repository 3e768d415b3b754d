#include "indexer/yaml/question_marks.h"

#include <doctest/doctest.h>

using namespace indexer;

TEST_CASE("question marks: only a sign before a key stays, and everything comes back") {
  const struct {
    std::string_view text;
    std::string_view hidden;  // with X for what yaml-cpp does not see
  } cases[] = {
      {"a?", "aX"},
      {"[a?, b ? c]", "[aX, b X c]"},
      {"? a", "? a"},
      {"[? a : b]", "[? a : b]"},
      {"[a, ? b : c]", "[a, ? b : c]"},
      {"{? a", "{? a"},
      {"- ? a", "- ? a"},
      {"a-? b", "a-X b"},
      {"a:? b", "a:X b"},
      {"?a", "Xa"},
      {"a\n? b", "a\n? b"},
      {"?", "?"},
      {"[?]", "[X]"},
      {"??", "XX"},
  };
  for (const auto& [text, hidden] : cases) {
    CAPTURE(text);
    std::string seen = hide_question_marks(text);
    CHECK(show_question_marks(seen) == text);
    for (char& c : seen) c = c == '\xF8' ? 'X' : c;
    CHECK(seen == hidden);
  }
}
